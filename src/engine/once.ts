/** Answers of pure functions that are kept, since they are asked for again and again. What is kept never changes an answer. */

/** Kept as long as the thing that was asked about is: for evidence that is read once and shared. */
export function oncePer<A, K extends object, R>(keyOf: (asked: A) => K, compute: (asked: A) => R): (asked: A) => R {
  const kept = new WeakMap<K, { answer: R }>();
  return (asked) => {
    const known = kept.get(keyOf(asked));
    if (known) return known.answer;
    const answer = compute(asked);
    kept.set(keyOf(asked), { answer });
    return answer;
  };
}

/** More answers than this are not kept; then the keeping begins anew. */
const MOST_KEPT = 50_000;

/** Kept by the text and number that were asked about. */
export function remembered<A extends string, B extends string | number, R>(
  compute: (one: A, other: B) => R,
): (one: A, other: B) => R {
  const kept = new Map<string, R>();
  return (one, other) => {
    const key = `${one} ${other}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const answer = compute(one, other);
    kept.set(key, answer);
    return answer;
  };
}
