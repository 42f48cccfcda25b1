/** A refusal is a value: why, who is awaited instead, which limit was passed, and what would make the fact fit. */
import type { PlainDate, Reckoned } from '../../machines/grammar/index.js';
import { missingBefore } from './catch-up/catch-up.js';
import type { MissingFact } from './catch-up/missing-fact.js';
import { type CasePosition, type Misfit } from './fold.js';
import { isTarget, type Target, targetOf } from './instances.js';
import { computedDate, handles, type Position } from './position.js';
import { isStep } from '../../machines/grammar/index.js';
import type { InForce, LimitDates, NotLater } from '../../machines/grammar/index.js';
import { lawOn } from './law/law-on.js';
import type { StatuteBook } from './law/statute-book.js';
import type { Registry } from './registry.js';
import type { Fact } from './types.js';

export const refusalSlugs = ['not-awaited', 'unknown-fact', 'invalid-data', 'case-closed', 'law-not-in-force'] as const;
export type RefusalSlug = (typeof refusalSlugs)[number];

/** A guard or a passed date that stands against the fact. */
export interface PassedLimit {
  process: string;
  /** The guard that failed, when the process still awaits the fact. */
  guard?: string;
  /** The time fact that moved the process away, when it no longer does. */
  timeFact?: string;
  dateName?: string;
  reckoned?: Reckoned;
  /** The provision that is not in force on the day. */
  citation?: string;
}

export interface Refusal {
  slug: RefusalSlug;
  type: string;
  on: PlainDate;
  /** The steps that are owed, on the day of the fact, in the process that defines the fact. */
  awaited: { process: string; instance: string | null; state: string }[];
  limits: PassedLimit[];
  /** The shortest sequence of facts after which it would be awaited, by type; empty when there is none. */
  missing: string[];
  /** The same sequence with what is known of each: days, data, what a person has to state. */
  catchUp: readonly MissingFact[];
  /** What is wrong with type, date or data; for `unknown-fact` the nearest known types. */
  problems: string[];
}

export interface RefusalContext {
  registry: Registry;
  book: StatuteBook;
  /** What is told of the case; without it nothing is looked for that may be missing. */
  facts?: readonly Fact[];
}

/** Explains why a fact did not fit where it stands. */
export function refusalOf({ fact, objections, before }: Misfit, context: RefusalContext): Refusal {
  const target = targetOf(fact, context.registry);
  const knowing = before.positions.filter((p) => isTarget(p, target));
  const stands = objections.flatMap(({ guards, ...object }) => {
    const of = before.positions.find((p) => isTarget(p, object)) as Position;
    return guards.flatMap((guard) => failedLimits(of, guard, fact.on, context.book));
  });
  // Where a date or a provision tells why, a guard that only chose between branches adds nothing.
  const telling = stands.filter(({ reckoned, citation }) => reckoned ?? citation);
  const guarded = telling.length > 0 ? telling : stands;
  const passed = guarded.length > 0 ? [] : knowing.flatMap((p) => passedTime(before, p, fact.type));
  const limits = [...guarded, ...passed];
  const closed = before.positions.every((p) => p.snapshot.status === 'done');
  const { facts } = context;
  // A limit that has passed is no slip of memory, and no facts are looked for that would move it.
  const slip = facts && !limits.some(isPassed) && !closed && !hasCome(before, target, fact.type);
  const catchUp = slip ? missingBefore(fact, before, facts, context) : [];
  return {
    slug: slugOf(limits, closed),
    type: fact.type,
    on: fact.on,
    awaited: knowing.flatMap((p) =>
      p.leaves
        .filter((l) => isStep(l.meta))
        .map((l) => ({ process: p.process.id, instance: p.instance, state: l.state })),
    ),
    limits,
    missing: catchUp.map(({ type }) => type),
    catchUp,
    problems: [],
  };
}

const isPassed = ({ timeFact, reckoned, citation }: PassedLimit): boolean =>
  timeFact !== undefined || reckoned !== undefined || citation !== undefined;

/** What has been told already is no slip of memory: nothing is missing before it. */
const hasCome = ({ applied }: CasePosition, target: Target, type: string): boolean =>
  applied.some(
    (one) =>
      one.type === type &&
      one.moves.some(({ process, instance }) => process === target.process && instance === target.instance),
  );

const slugOf = (limits: readonly PassedLimit[], closed: boolean): RefusalSlug => {
  if (limits.some((limit) => limit.citation !== undefined)) return 'law-not-in-force';
  return closed ? 'case-closed' : 'not-awaited';
};

/** What a failed guard held the fact against: computed dates, a provision in force, or only its own sentence. */
function failedLimits(position: Position, guard: string, on: PlainDate, book: StatuteBook): PassedLimit[] {
  const process = position.process.id;
  const implementation = position.edition.machine.implementations.guards[guard] as
    Partial<LimitDates & InForce & NotLater<never>> | undefined;
  if (implementation?.citation) return [{ process, guard, citation: implementation.citation }];
  const latest = implementation?.latest?.(position.snapshot.context as never, lawOn(book, on));
  if (latest) return [{ process, guard, reckoned: latest }];
  const names = [...(implementation?.through ?? []), ...(implementation?.after ?? [])];
  const failed = names.flatMap((dateName) => {
    const reckoned = computedDate(position.process, dateName, position.snapshot, on, book);
    const late = implementation?.through?.includes(dateName);
    const stands = reckoned && (late ? on > reckoned.date : on <= reckoned.date);
    return stands ? [{ process, guard, dateName, reckoned }] : [];
  });
  return failed.length > 0 ? failed : [{ process, guard }];
}

/** The latest date whose passing moved the process out of a state in which it awaited the fact. */
function passedTime(before: CasePosition, of: Position, type: string): PassedLimit[] {
  const applied = before.applied.findLast(
    ({ time, moves }) => time && moves.some((move) => isTarget(of, move) && handles(move.left, type)),
  );
  if (!applied?.time) return [];
  const { type: timeFact, dateName, reckoned } = applied.time;
  return [{ process: applied.time.process, timeFact, dateName, reckoned }];
}
