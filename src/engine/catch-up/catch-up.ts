/**
 * Catch-up: the shortest sequence of facts after which a fact that is not awaited yet would be, with what is known of
 * each. It is an answer to a person and never recorded by itself.
 */
import { type CasePosition, extend } from '../fold.js';
import { targetOf } from '../instances.js';
import type { Fact } from '../types.js';
import { settled } from './choices.js';
import { earliestDays, lastFitting, latestDays } from './days.js';
import type { DayBound, MissingFact } from './missing-fact.js';
import { type Way, waysTo } from './search.js';
import { asMissing } from './supposed.js';
import { type Ground, Told } from './told.js';

/** Of ways that the search finds, so many are held against the calendar. */
const MOST_WAYS = 12;

/** A sequence on its last days, with the fact after it, and the case before those of it that may come last. */
interface Placed {
  sequence: readonly Fact[];
  latest: readonly DayBound[];
  fact: Fact;
  /** How many of the sequence must come earlier, and the case after them. */
  early: number;
  before: CasePosition;
}

/** The missing facts in order; none when no sequence is known. `before`: the case where the fact did not fit. */
export function missingBefore(
  fact: Fact,
  before: CasePosition,
  facts: readonly Fact[],
  ground: Ground,
): readonly MissingFact[] {
  const others = facts.filter(({ id }) => id !== fact.id);
  const told = new Told(before.subject, others, fact.on, ground);
  let ways = 0;
  for (const way of waysTo(fact, before, told)) {
    const placed = placedLast(way, fact, before, told);
    if (told.takes([...placed.sequence, placed.fact])) return described(placed, told);
    if (++ways === MOST_WAYS) break;
  }
  return [];
}

/** The sequence with every fact as late as it can be. */
function placedLast({ earlier, last }: Way, fact: Fact, before: CasePosition, told: Told): Placed {
  const { registry } = told.ground;
  const first = earlier ? [earlier.missing] : [];
  const after = { ...fact, seq: told.last.seq + 1 + first.length + last.length };
  const days = latestDays(last, after, registry);
  const rest = last.map((event, i) =>
    asMissing(event, { index: first.length + i, on: days[i]!.day, last: told.last }, registry),
  );
  if (!earlier) return { sequence: rest, latest: days, fact: after, early: 0, before };
  const { missing, through } = earlier;
  const day = lastFitting(missing.on, through, (on) => told.takes([{ ...missing, on }, ...rest, after]));
  const bound = { day, because: fact.type, on: fact.on };
  const sequence = [{ ...missing, on: day }, ...rest];
  return { sequence, latest: [bound, ...days], fact: after, early: 1, before: earlier.before };
}

function described({ sequence, latest, fact, early, before }: Placed, told: Told): MissingFact[] {
  const { ground } = told;
  const earliest = earliestDays(told, sequence, fact);
  return sequence.map((missing, i) => {
    const { type, data } = missing;
    const leads = (other: Fact['data']) => {
      const changed = [...sequence.with(i, { ...missing, data: other }), fact];
      return i < early ? told.takes(changed) : accepts(before, changed.slice(early), ground);
    };
    return {
      type,
      process: ground.registry.facts.get(type)!.process,
      instance: targetOf(missing, ground.registry).instance,
      notBefore: earliest[i] ?? null,
      notAfter: latest[i]!,
      ...settled(type, data, ground.registry, leads),
    };
  });
}

/** Whether the case takes the facts one after the other, all on the day on which it stands: quicker than folding anew. */
function accepts(before: CasePosition, facts: readonly Fact[], ground: Ground): boolean {
  let position = before;
  for (const fact of facts) {
    position = extend(position, { ...fact, on: before.asOf }, ground);
    if (position.misfits.length > before.misfits.length) return false;
  }
  return true;
}
