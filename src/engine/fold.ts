/**
 * The position of a case: every process of its subject folded side by side over the case's facts and over the time
 * facts that follow from them. The same facts give the same position whatever order they arrived in.
 */
import type { AnyMachineSnapshot } from 'xstate';
import type { PlainDate, Process, Subject } from '../../machines/grammar/index.js';
import { effectiveFacts, inOrder } from './fact-log.js';
import { lawOn, type LawOnDay } from './law/law-on.js';
import type { StatuteBook } from './law/statute-book.js';
import { type Branch, handledTypes, step, type StepResult } from './machine.js';
import { isTarget, reaches, type Target, targetOf, withInstance } from './instances.js';
import { opened, type Position, positioned, type TimeFact } from './position.js';
import type { Registry } from './registry.js';
import type { Fact } from './types.js';

/** What a fold needs besides the facts. `asOf`: facts and dates after this day are not seen. */
export interface FoldOptions {
  asOf: PlainDate;
  /** Only facts recorded at this instant or earlier are known. */
  knownAt?: string;
  registry: Registry;
  book: StatuteBook;
}

/** What one fact did. `moves` names every process that took it, with the branches walked. */
export interface Applied {
  type: string;
  on: PlainDate;
  fact?: Fact;
  time?: TimeFact;
  moves: Move[];
  /** What it did to one more of a process that the case may have several of, before it is begun. */
  besides?: Move[];
}

/** One process that took a fact: the states it left and came to, and the branches walked. */
export interface Move {
  process: string;
  instance: string | null;
  from: string[];
  to: string[];
  taken: Branch[];
  left: AnyMachineSnapshot;
}

/** Why a fact does not fit where it stands in the fold. */
export interface Misfit {
  fact: Fact;
  /** Guards that failed, per process. Empty: nobody awaited it. */
  objections: { process: string; instance: string | null; guards: string[] }[];
  /** The case as it was just before. */
  before: CasePosition;
}

export interface CasePosition {
  subject: Subject;
  asOf: PlainDate;
  positions: Position[];
  /** Processes of which the case may have several, as one more would begin: they have heard what befell the others. */
  unopened: Position[];
  applied: Applied[];
  misfits: Misfit[];
  /** Attributes that facts have given the case, `route: anvisad`. */
  attributes: Readonly<Record<string, unknown>>;
}

/** More time facts than this in one case means that a machine's clock does not move it. */
const MOST_TIME_FACTS = 500;

/** Folds the facts of one case over every process of its subject. Throws on a machine whose clock never moves it. */
export function fold(subject: Subject, facts: readonly Fact[], options: FoldOptions): CasePosition {
  return foldOver(options.registry.of(subject), subject, facts, options);
}

/** Folds over chosen processes only, for tests and for one process alone. */
export function foldOver(
  processes: readonly Process[],
  subject: Subject,
  facts: readonly Fact[],
  options: FoldOptions,
): CasePosition {
  const known = inOrder(effectiveFacts(facts, options.knownAt), options.registry).filter((f) => f.on <= options.asOf);
  const start = begin(processes, subject, known[0]?.on ?? options.asOf, options.book);
  return passTo(
    known.reduce((position, fact) => extend(position, fact, options), start),
    options.asOf,
    options.book,
  );
}

/** A case before its first fact. */
export const begin = (
  processes: readonly Process[],
  subject: Subject,
  on: PlainDate,
  book: StatuteBook,
): CasePosition => ({
  subject,
  asOf: on,
  positions: processes.filter((process) => !process.instances).map((process) => opened(process, on, book)),
  unopened: processes.filter((process) => process.instances).map((process) => opened(process, on, book)),
  applied: [],
  misfits: [],
  attributes: {},
});

/** The position after one more fact, which must not be earlier than the position itself. */
export function extend(
  position: CasePosition,
  fact: Fact,
  options: Pick<FoldOptions, 'registry' | 'book'>,
): CasePosition {
  if (fact.on < position.asOf) throw new Error(`${fact.type} on ${fact.on} comes before ${position.asOf}: fold anew.`);
  return take(passTo(position, fact.on, options.book), fact, options);
}

/** The position on a later day if nothing more happens: the time facts up to and including that day. */
export function passTo(position: CasePosition, day: PlainDate, book: StatuteBook): CasePosition {
  let passed = position;
  for (let count = 0; ; count++) {
    const due = firstAhead(passed, day);
    if (!due) return { ...passed, asOf: day };
    if (count > MOST_TIME_FACTS) throw new Error(`${due.process}: ${due.type} on ${due.on} does not move the process.`);
    passed = passTime(passed, due, book);
  }
}

/** Offers a recorded fact to every process: it counts when the process that defines it awaits it, and no guard objects. */
function take(
  position: CasePosition,
  fact: Fact,
  { registry, book }: Pick<FoldOptions, 'registry' | 'book'>,
): CasePosition {
  const target = targetOf(fact, registry);
  const before = withInstance(position, target, registry);
  const event = { type: fact.type, on: fact.on, data: fact.data, law: lawOn(book, fact.on) };
  const results = offered(before.positions, event, target);
  const objections = results.flatMap((result, i) => {
    if (!result || result.objections.length === 0) return [];
    const { process, instance } = before.positions[i]!;
    return [{ process: process.id, instance, guards: result.objections }];
  });
  if (objections.length > 0 || !isAwaited(before, target, results))
    return {
      ...position,
      misfits: [...position.misfits, { fact, objections, before: { ...before, asOf: fact.on } }],
    };
  const attributes = { ...position.attributes, ...attributesOf(fact, registry) };
  return applyAll({ ...before, attributes }, results, { event, target, fact }, book);
}

/** What a position made of a fact that it knows; undefined when the fact does not concern it. */
type Answer = StepResult | undefined;

/** A fact as machines get it. */
interface Event {
  type: string;
  on: PlainDate;
  data: Fact['data'];
  law: LawOnDay;
}

/**
 * The answer of every position that the fact reaches; undefined where it does not. Throws `LawError` when the law does not
 * answer on the day.
 */
function offered(positions: readonly Position[], event: Event, target: Target): Answer[] {
  try {
    return positions.map((p) =>
      handledTypes(p.edition.machine).has(event.type) && reaches(p, target)
        ? step(p.edition.machine, p.snapshot, event)
        : undefined,
    );
  } catch (error) {
    throw event.law.failure ?? error;
  }
}

// Others follow along: a process that slept when the window closed must not make a re-entry welcome. Where the defining
// process is not part of the fold, any that awaits the fact will do.
function isAwaited({ positions }: CasePosition, target: Target, results: readonly Answer[]): boolean {
  const own = positions.findIndex((p) => isTarget(p, target));
  return own < 0 ? results.some((r) => r?.awaited) : results[own]?.awaited === true;
}

function attributesOf(fact: Fact, registry: Registry): Record<string, unknown> {
  const names = registry.facts.get(fact.type)?.definition.attributes ?? [];
  return Object.fromEntries(
    names.filter((name) => fact.data[name] !== undefined).map((name) => [name, fact.data[name]]),
  );
}

function passTime(position: CasePosition, time: TimeFact, book: StatuteBook): CasePosition {
  const event = { type: time.type, on: time.on, data: {}, law: lawOn(book, time.on) };
  const results = offered(position.positions, event, time);
  const own = results[position.positions.findIndex((p) => isTarget(p, time))];
  if (!own?.heard) throw new Error(`${time.process}: nothing handles ${time.type}, which its clock computes.`);
  return applyAll(position, results, { event, target: time, time }, book);
}

/** What happened: a recorded fact or a time fact, as the machines got it. */
interface Happened {
  event: Event;
  target: Target;
  fact?: Fact;
  time?: TimeFact;
}

function applyAll(position: CasePosition, results: Answer[], happened: Happened, book: StatuteBook): CasePosition {
  const { event, target, ...what } = happened;
  const after = (p: Position, answer: Answer): Position =>
    answer && answer.taken.length > 0 ? positioned(p, answer.to, p.leaves, event.on, event.type, book) : p;
  const positions = position.positions.map((p, i) => after(p, results[i]));
  // One more of the target's own process is not reached: it hears of the others only.
  const heard = offered(position.unopened, event, target);
  const unopened = position.unopened.map((p, i) => after(p, heard[i]));
  const moves = movesOf(position.positions, positions, results);
  const besides = movesOf(position.unopened, unopened, heard);
  return {
    ...position,
    positions,
    unopened,
    applied: [
      ...position.applied,
      { type: event.type, on: event.on, ...what, moves, ...(besides.length > 0 && { besides }) },
    ],
  };
}

const movesOf = (before: readonly Position[], after: readonly Position[], answers: readonly Answer[]): Move[] =>
  answers.flatMap((answer, i) =>
    answer && answer.taken.length > 0 ? [moveOf(before[i]!, after[i]!, answer.taken)] : [],
  );

const moveOf = (from: Position, to: Position, taken: Branch[]): Move => ({
  process: from.process.id,
  instance: from.instance,
  from: from.leaves.map((l) => l.state),
  to: to.leaves.map((l) => l.state),
  taken,
  left: from.snapshot,
});

function firstAhead(position: CasePosition, latest: PlainDate): TimeFact | undefined {
  let first: TimeFact | undefined;
  for (const p of position.positions) {
    const candidate = p.ahead[0];
    if (candidate && candidate.on <= latest && (!first || candidate.on < first.on)) first = candidate;
  }
  return first;
}
