/** Which recorded facts count, and in which order: corrections applied, one canonical order whatever the order of arrival. */
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Registry } from './registry.js';
import type { Fact } from './types.js';

/** The built-in fact that withdraws another: it never happened, or was recorded in the wrong case. */
export const WITHDRAWN = 'fakta.aterkallat';

/**
 * The facts that count among those known at an instant. A correction takes the place of the fact it points at; a
 * withdrawal takes the fact away. Both are facts that may be corrected in their turn: who replaces a correction stands in
 * its place, and who withdraws one lets what it hid count again. See `fates`.
 */
export function effectiveFacts(facts: readonly Fact[], knownAt?: string): Fact[] {
  const known = knownAt === undefined ? facts : facts.filter((fact) => fact.recordedAt <= knownAt);
  if (!known.some(({ corrects }) => corrects !== undefined)) return [...known];
  const fate = fates(known);
  return known.filter((fact) => fact.type !== WITHDRAWN && !fate.has(fact.id));
}

/** What became of a fact that no longer counts, and the last fact of the chain that says so. */
export interface Fate {
  fate: 'corrected' | 'withdrawn';
  by: Fact;
}

/**
 * The facts that do not count, and why. Read from the latest fact to the earliest, so that what becomes of a correction
 * is known before what it does: a correction that was itself withdrawn does nothing. A fact corrects only what was
 * recorded before it, whence no chain can bite its own tail. Of two that correct the same fact, the later decides.
 */
export function fates(facts: readonly Fact[]): ReadonlyMap<string, Fate> {
  const seqOf = new Map(facts.map(({ id, seq }) => [id, seq]));
  const fate = new Map<string, Fate>();
  for (const fact of [...facts].sort((a, b) => b.seq - a.seq)) {
    const { corrects, seq } = fact;
    if (corrects === undefined || fate.has(corrects) || (seqOf.get(corrects) ?? seq) >= seq) continue;
    const own = fate.get(fact.id);
    if (own?.fate === 'withdrawn') continue;
    // Who replaced a correction stands in its place; if that was a withdrawal that was replaced, the fact is corrected.
    const by = own?.by ?? fact;
    fate.set(corrects, { fate: by.type === WITHDRAWN ? 'withdrawn' : 'corrected', by });
  }
  return fate;
}

/** The order of the fold: by day, then by the rank of the type in the catalogue, then by sequence. */
export const inOrder = (facts: readonly Fact[], registry: Registry): Fact[] =>
  [...facts].sort((a, b) => compareInFold(a, b, registry));

/** Which of two facts the fold takes first. */
export const compareInFold = (a: Fact, b: Fact, registry: Registry): number =>
  compareDays(a.on, b.on) || rankOf(a.type, registry) - rankOf(b.type, registry) || a.seq - b.seq;

/** The place of a fact type among the facts of one day; unknown types come last. */
export const rankOf = (type: string, registry: Registry): number =>
  registry.facts.get(type)?.rank ?? Number.MAX_SAFE_INTEGER;

export const compareDays = (a: PlainDate, b: PlainDate): number => (a < b ? -1 : a > b ? 1 : 0);
