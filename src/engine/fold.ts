/**
 * The position of a case: every process of its subject folded side by side over the case's facts and over the time
 * facts that follow from them. The same facts give the same position whatever order they arrived in.
 */
import type { AnyMachineSnapshot } from 'xstate';
import type { PlainDate, Process, Subject } from '../../machines/grammar/index.js';
import { effectiveFacts, inOrder } from './fact-log.js';
import { lawOn, type LawOnDay } from './law/law-on.js';
import type { StatuteBook } from './law/statute-book.js';
import { type Branch, step, type StepResult } from './machine.js';
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
  moves: { process: string; from: string[]; to: string[]; taken: Branch[]; left: AnyMachineSnapshot }[];
}

/** Why a fact does not fit where it stands in the fold. */
export interface Misfit {
  fact: Fact;
  /** Guards that failed, per process. Empty: nobody awaited it. */
  objections: { process: string; guards: string[] }[];
  /** The case as it was just before. */
  before: CasePosition;
}

export interface CasePosition {
  subject: Subject;
  asOf: PlainDate;
  positions: Position[];
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
  positions: processes.map((process) => opened(process, on, book)),
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
  const event = { type: fact.type, on: fact.on, data: fact.data, law: lawOn(book, fact.on) };
  const results = offered(position, event);
  const objections = results.flatMap((r, i) =>
    r.objections.length > 0 ? [{ process: position.positions[i]!.process.id, guards: r.objections }] : [],
  );
  if (objections.length > 0 || !isAwaited(position, fact, results, registry)) {
    const misfit: Misfit = { fact, objections, before: { ...position, asOf: fact.on } };
    return { ...position, misfits: [...position.misfits, misfit] };
  }
  const attributes = attributesOf(fact, registry);
  return applyAll(
    { ...position, attributes: { ...position.attributes, ...attributes } },
    results,
    { type: fact.type, on: fact.on, fact },
    book,
  );
}

/** The answer of every process. Throws `LawError` when the law does not answer on the day. */
function offered(position: CasePosition, event: { type: string; law: LawOnDay }): StepResult[] {
  try {
    return position.positions.map((p) => step(p.edition.machine, p.snapshot, event));
  } catch (error) {
    throw event.law.failure ?? error;
  }
}

// Others follow along: a process that slept when the window closed must not make a re-entry welcome. Where the defining
// process is not part of the fold, any that awaits the fact will do.
function isAwaited(position: CasePosition, fact: Fact, results: readonly StepResult[], registry: Registry): boolean {
  const owner = registry.facts.get(fact.type)?.process;
  const own = results[position.positions.findIndex((p) => p.process.id === owner)];
  return own ? own.awaited : results.some((r) => r.awaited);
}

function attributesOf(fact: Fact, registry: Registry): Record<string, unknown> {
  const names = registry.facts.get(fact.type)?.definition.attributes ?? [];
  return Object.fromEntries(
    names.filter((name) => fact.data[name] !== undefined).map((name) => [name, fact.data[name]]),
  );
}

function passTime(position: CasePosition, time: TimeFact, book: StatuteBook): CasePosition {
  const event = { type: time.type, on: time.on, data: {}, law: lawOn(book, time.on) };
  const results = offered(position, event);
  const own = results[position.positions.findIndex((p) => p.process.id === time.process)];
  if (!own?.heard) throw new Error(`${time.process}: nothing handles ${time.type}, which its clock computes.`);
  return applyAll(position, results, { type: time.type, on: time.on, time }, book);
}

function applyAll(
  position: CasePosition,
  results: StepResult[],
  what: Omit<Applied, 'moves'>,
  book: StatuteBook,
): CasePosition {
  const moves: Applied['moves'] = [];
  const positions = position.positions.map((p, i) => {
    const result = results[i]!;
    if (result.taken.length === 0) return p;
    const moved = positioned(p, result.to, p.leaves, what.on, what.type, book);
    moves.push({
      process: p.process.id,
      from: p.leaves.map((l) => l.state),
      to: moved.leaves.map((l) => l.state),
      taken: result.taken,
      left: p.snapshot,
    });
    return moved;
  });
  return { ...position, positions, applied: [...position.applied, { ...what, moves }] };
}

function firstAhead(position: CasePosition, latest: PlainDate): TimeFact | undefined {
  let first: TimeFact | undefined;
  for (const p of position.positions) {
    const candidate = p.ahead[0];
    if (candidate && candidate.on <= latest && (!first || candidate.on < first.on)) first = candidate;
  }
  return first;
}
