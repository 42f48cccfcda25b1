/** The days on which missing facts can have taken effect. */
import type { PlainDate } from '../../../machines/grammar/index.js';
import { calendar } from '../calendar/calendar.js';
import { rankOf } from '../fact-log.js';
import type { Registry } from '../registry.js';
import type { Fact } from '../types.js';
import type { DayBound, MissingFact } from './missing-fact.js';
import { firstDayIn, type Stage, stagesOf, takes } from './stages.js';
import type { Told } from './told.js';

/** The last day for each of a sequence, so that each is folded before the next and all before the fact. */
export function latestDays(sequence: readonly Pick<Fact, 'type'>[], fact: Fact, registry: Registry): DayBound[] {
  const bounds: DayBound[] = [];
  let next: Pick<Fact, 'type' | 'on'> = fact;
  for (const { type } of sequence.toReversed()) {
    // Of one type on one day the sequence decides, and a missing fact is recorded before the one that it is missing for.
    const sameDay = rankOf(type, registry) <= rankOf(next.type, registry);
    const day = sameDay ? next.on : calendar.dayBefore(next.on);
    bounds.unshift({ day, because: next.type, on: next.on });
    next = { type, on: day };
  }
  return bounds;
}

/** The day of each missing fact: the one that is stated, and otherwise the last one possible before what follows. */
export function daysOf(
  sequence: readonly { missing: Pick<MissingFact, 'type' | 'notAfter'>; on: PlainDate | undefined }[],
  fact: Pick<Fact, 'type' | 'on'>,
  registry: Registry,
): PlainDate[] {
  const days: PlainDate[] = [];
  let next = fact;
  for (const { missing, on } of sequence.toReversed()) {
    const { type, notAfter } = missing;
    const last = rankOf(type, registry) <= rankOf(next.type, registry) ? next.on : calendar.dayBefore(next.on);
    const day = on ?? (last < notAfter.day ? last : notAfter.day);
    days.unshift(day);
    next = { type, on: day };
  }
  return days;
}

/** The last day from `first` on which the facts after it still fit; they do on `first`. */
export function lastFitting(first: PlainDate, most: PlainDate, fits: (day: PlainDate) => boolean): PlainDate {
  const days = Math.max(0, calendar.daysBetween(first, most));
  const last = lastTrue(days, (after) => fits(calendar.addDays(first, after)));
  return calendar.addDays(first, last);
}

/** The first day for each of a sequence, given with its last days, and what sets it; null when nothing does. */
export function earliestDays(told: Told, sequence: readonly Fact[], fact: Fact): (DayBound | null)[] {
  const placed: Fact[] = [];
  return sequence.map((missing, i) => {
    const later = [...sequence.slice(i + 1), fact];
    const bounds = taking(missing, stagesOf(told, placed), told);
    const on = (bound: DayBound | null | undefined) => bound?.day ?? missing.on;
    const fits = (at: number) => told.takes([...placed, { ...missing, on: on(bounds[at]) }, ...later]);
    const bound = bounds[lastTrue(bounds.length - 1, fits)] ?? null;
    placed.push({ ...missing, on: on(bound) });
    return bound;
  });
}

/** The first days of the stages that take the fact, back from its last day without a break. */
function taking(missing: Fact, stages: readonly Stage[], { ground }: Told): (DayBound | null)[] {
  const rank = rankOf(missing.type, ground.registry);
  const bounds: (DayBound | null)[] = [];
  for (const stage of stages.toReversed()) {
    const day = firstDayIn(stage, rank);
    if (day > missing.on) continue;
    if (!takes(stage, { ...missing, on: day }, ground)) break;
    bounds.push(stage.since ? { day, because: stage.since.type, on: stage.since.on } : null);
  }
  return bounds;
}

/** The last whole number up to `most` for which it holds, when it holds for 0 and never again once it does not. */
function lastTrue(most: number, holds: (n: number) => boolean): number {
  if (most <= 0 || holds(most)) return Math.max(0, most);
  let [yes, no] = [0, most];
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
