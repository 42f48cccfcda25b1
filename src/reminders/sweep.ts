import type { PlainDate } from '../../machines/grammar/index.js';
import type { ReminderRow, ReminderStatus } from './reminder.entity.js';

/** How a sweep is made. */
export interface SweepOptions {
  /**
   * The day it is made for; today when left out. A later day sends what would be sent by then, and shows what would be
   * owed then until the next sweep of today.
   */
  readonly asOf?: PlainDate | undefined;
  /** Only tells what would be created; nothing is written or sent. */
  readonly dryRun?: boolean | undefined;
  /** The instant, in epoch milliseconds; now when left out. */
  readonly at?: number | undefined;
  /**
   * How many cases are visited before others get a turn, one when left out: a whole case takes as long to compute as a
   * page to serve. Cases that are visited together share a commit, so whoever has nobody else to answer takes more.
   */
  readonly together?: number | undefined;
  /** Aborted when the sweep should stop at the next case or message. */
  readonly signal?: AbortSignal | undefined;
}

/** One reminder as a sweep left it. */
export interface SweptReminder extends Pick<
  ReminderRow,
  'process' | 'instance' | 'state' | 'due' | 'level' | 'recipient'
> {
  readonly case: string;
  readonly status: ReminderStatus;
  /** The file that the message was written to, when there is no mail server. */
  readonly file?: string;
  /** Why it could not be sent. */
  readonly error?: string;
}

/** What a sweep did. `failed` counts messages that could not be sent now; most of them are tried again. */
export interface SweepResult {
  readonly asOf: PlainDate;
  /** Cases that were visited. */
  readonly cases: number;
  readonly created: number;
  /** Of those created, the ones that a later level of the same step made needless. */
  readonly overtaken: number;
  readonly sent: number;
  readonly failed: number;
  /** Waiting messages that are no longer needed: the step is done, or has another date or owner. */
  readonly withdrawn: number;
  /** Cases that could not be computed or written. */
  readonly failedCases: readonly string[];
  readonly reminders: readonly SweptReminder[];
}
