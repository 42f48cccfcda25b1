/**
 * Whole-case histories over all processes, with plausible dates: each owed step is discharged after a while, sometimes
 * late, and now and then something unforeseen happens. Deterministic by seed. What they show is possible, not typical.
 */
import type { PlainDate, Process, Subject } from '../../machines/grammar/index.js';
import { isStep, type SampleFact } from '../../machines/grammar/index.js';
import { calendar } from './calendar/calendar.js';
import { compareDays, rankOf } from './fact-log.js';
import { begin, type CasePosition, extend, passTo } from './fold.js';
import { nextDate } from './history-days.js';
import { isTarget } from './instances.js';
import { type LeafPosition, type Position, positionKey } from './position.js';
import { candidates } from './machine.js';
import { nextActions } from './next-actions.js';
import type { StatuteBook } from './law/statute-book.js';
import { type Random, seeded } from './random.js';
import type { Registry } from './registry.js';
import { sampleData } from './samples.js';
import type { Fact } from './types.js';

export interface JourneyOptions {
  registry: Registry;
  book: StatuteBook;
  subject: Subject;
  seed: number;
  /** First day of the history. */
  from: PlainDate;
  /** No fact is later than this. */
  until: PlainDate;
}

export interface Journey {
  facts: Fact[];
  position: CasePosition;
}

/** How long people and authorities take when no date hurries them, in days. Etapp's own figures for invented cases. */
const pace = {
  shortest: 2,
  usual: 45,
  slow: 150,
  slowShare: 0.15,
  lateShare: 0.22,
  latest: 120,
  unforeseenShare: 0.14,
  /** Nobody acts, though there is a day: what the queue is for. */
  forgottenShare: 0.05,
  oneMoreShare: 0.3,
};

interface Plan {
  on: PlainDate;
  type: string;
  data: Record<string, unknown>;
}

export function journey(options: JourneyOptions): Journey {
  const { registry, book, subject, from, until } = options;
  const random = seeded(options.seed);
  let position = begin(registry.of(subject), subject, from, book);
  const facts: Fact[] = [];
  const plans = new Map<string, Plan | undefined>();
  // A history begins on its first day; where the law does not let it, it begins when it can.
  for (let first = true; ; first = false) {
    plan(position, plans, random, { ...options, first });
    const next = earliest(plans, registry);
    const dawn = nextDate(position);
    // A step that time alone opens is planned for on the day it opens, not when something else happens to be done.
    if (dawn && dawn <= until && (!next || dawn < next[1].on)) {
      position = passTo(position, dawn, book);
      continue;
    }
    if (!next || next[1].on > until) break;
    plans.delete(next[0]);
    const fact = factOf(next[1], facts.length + 1, registry);
    const extended = extend(position, fact, options);
    // A step may have closed or a limit passed since it was planned; then nothing happened.
    if (extended.misfits.length > 0) position = { ...extended, misfits: [] };
    else {
      position = extended;
      facts.push(fact);
    }
  }
  return { facts, position: passTo(position, until, book) };
}

/** Gives every newly opened step a day and a fact, or nothing at all when nobody will act. */
function plan(
  position: CasePosition,
  plans: Map<string, Plan | undefined>,
  random: Random,
  options: JourneyOptions & { first: boolean },
): void {
  const open = new Set<string>();
  const actions = nextActions(position, { book: options.book, agreements: [] });
  for (const of of position.positions)
    for (const leaf of of.leaves) {
      const key = `${positionKey(of)}/${leaf.path}/${leaf.since}`;
      open.add(key).add(`${key}?`);
      if (plans.has(key) || of.snapshot.status !== 'active') continue;
      const due = actions.find((a) => isTarget(of, a) && a.state === leaf.state)?.due.date ?? null;
      const acted = isStep(leaf.meta) && (due === null || random.next() >= pace.forgottenShare);
      plans.set(key, acted && isStep(leaf.meta) ? planned(of, leaf, due, leaf.meta.awaits) : undefined);
      const surprise = random.next() < pace.unforeseenShare;
      plans.set(`${key}?`, surprise ? planned(of, leaf, null, undefined) : undefined);
    }
  for (const of of position.unopened)
    for (const leaf of of.leaves) {
      const opens = of.process.instances!.opens;
      const next = { ...of, instance: nextInstance(position, of.process) };
      const key = `${positionKey(next)}/${leaf.path}/${leaf.since}`;
      open.add(key);
      if (plans.has(key) || of.snapshot.status !== 'active') continue;
      plans.set(key, random.next() < pace.oneMoreShare ? planned(next, leaf, null, opens) : undefined);
    }
  for (const key of plans.keys()) if (!open.has(key)) plans.delete(key);

  /** One of the wanted facts, or without a wish any fact that the state takes besides. */
  function planned(
    of: Position,
    leaf: LeafPosition,
    due: PlainDate | null,
    wanted: readonly string[] | undefined,
  ): Plan | undefined {
    const expected = isStep(leaf.meta) ? leaf.meta.awaits : [];
    const possible = of.process.samples.filter(
      (sample) =>
        options.registry.facts.get(sample.type)?.process === of.process.id &&
        (wanted ?? expected).includes(sample.type) === (wanted !== undefined) &&
        candidates(of.snapshot, sample.type).length > 0,
    );
    const sample = random.weighted(possible, (s) => s.weight ?? 1);
    if (!sample) return undefined;
    const on = calendar.addDays(position.asOf, options.first ? 0 : delay(position.asOf, due, sample, random));
    return {
      on,
      type: sample.type,
      data: { ...sampleData(sample.data ?? {}, on, (least, most) => random.between(least, most)), ...keyOf(of) },
    };
  }
}

/** The number of the next one, where a case may have several. */
const nextInstance = ({ positions }: CasePosition, { id }: Process): string =>
  String(positions.filter((p) => p.process.id === id).length + 1);

/** What tells a fact's process from the others of its kind. */
const keyOf = ({ process, instance }: Position): Record<string, unknown> =>
  instance === null || !process.instances ? {} : { [process.instances.key]: Number(instance) };

/** Days until somebody acts: before the due date, mostly, and at a human pace when there is none. */
function delay(today: PlainDate, due: PlainDate | null, sample: SampleFact, random: Random): number {
  // What happens on one day has an order there, which a plan made on that day cannot keep.
  if (sample.days) return Math.max(1, random.between(...sample.days));
  if (due === null)
    return random.next() < pace.slowShare
      ? random.between(pace.usual, pace.slow)
      : random.between(pace.shortest, pace.usual);
  const left = Math.max(0, calendar.daysBetween(today, due));
  if (random.next() < pace.lateShare) return left + random.between(1, pace.latest);
  return Math.max(1, left - random.between(0, Math.min(left, pace.usual)));
}

/** The plan that comes first in the order of the fold: what happens on one day has an order there too. */
function earliest(plans: Map<string, Plan | undefined>, registry: Registry): [string, Plan] | undefined {
  const before = (a: Plan, b: Plan) =>
    (compareDays(a.on, b.on) || rankOf(a.type, registry) - rankOf(b.type, registry)) < 0;
  let first: [string, Plan] | undefined;
  for (const [key, one] of plans) if (one && (!first || before(one, first[1]))) first = [key, one];
  return first;
}

function factOf({ type, on, data }: Plan, seq: number, registry: Registry): Fact {
  const party = registry.facts.get(type)?.definition.by[0] ?? 'kommun';
  return {
    id: `journey-${seq}`,
    case: 'journey',
    seq,
    type,
    on,
    by: { party },
    data,
    recordedAt: `${on}T12:00:00.000Z`,
    recordedBy: 'journey',
  };
}
