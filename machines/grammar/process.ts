import type { AnyStateMachine } from 'xstate';
import type { Citation } from './basis.js';
import type { PlainDate } from './date.js';
import type { FactDefinitions, SampleFact } from './fact.js';
import type { Dates, Measures } from './guards.js';
import type { Law } from './law.js';
import type { Ledgers } from './ledger.js';

export type Subject = 'deltagare' | 'overenskommelse' | 'utbildningsplan';

/** One edition of a process: the procedure as the law had it from a date. Numbers that change need no new edition. */
export interface Edition {
  /** Cases whose first fact is on this day or later follow this edition. */
  since: PlainDate;
  /** The first day on which the edition can no longer be entered, when the law ended the procedure. */
  until?: PlainDate;
  /** The provision that brought the procedure, or the transitional provision that says whom it applies to. */
  basis: Citation;
  machine: AnyStateMachine;
}

/** A process of which one case may have several at once: two placements, three areas of development. */
export interface Instances {
  /** The field that tells them apart. Every fact that the process defines carries it; facts of other processes reach all. */
  key: string;
  /** The facts that open one. */
  opens: readonly [string, ...string[]];
}

export interface Process {
  id: string;
  subject: Subject;
  /** Absent: a case has the process once. */
  instances?: Instances;
  editions: readonly [Edition, ...Edition[]];
  /** Facts that this process defines. Other processes may listen to them by importing the definition. */
  facts: FactDefinitions;
  dates: Dates<never>;
  /** Amounts used of a limit, computed from the same context. */
  measures?: Measures<never>;
  /** Measures shown stretch by stretch, with what did not count and why. */
  ledgers?: Ledgers<never>;
  /** The dates on which a right or a duty ends that a forecast puts first. */
  limits?: readonly string[];
  /** One fact for each branch of each guard, own and listened to. Data that the definition makes optional may be left out. */
  samples: readonly SampleFact[];
  /**
   * Fields of the context that its guards ask for besides dates: when paths are generated, cases in the same state are told
   * apart by whether these are set. All fields when left out; name them where that would be too many.
   */
  background?: readonly string[];
  /** What its guards make of the days in the context, where it is not enough to know whether these are set. */
  tellsApart?: (context: never, law: Law) => unknown;
  /**
   * Guards that are wider than those written before them on the same fact, and are meant to be asked after them: «granted»
   * after «granted when nothing is left to grant». All other guards on one fact exclude each other.
   */
  askedLast?: readonly string[];
}

/**
 * Declares a process. The machine is plain XState: `setup({...}).createMachine({...})` with `meta` on every state that
 * waits; nothing here wraps or changes it.
 */
export const defineProcess = (process: Process): Process => process;
