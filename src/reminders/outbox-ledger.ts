import type { Basis, Certainty, PlainDate } from '../../machines/grammar/index.js';
import type { Party } from '../../machines/parties.js';
import type { Viewer } from '../auth/viewer.js';
import type { DueKind } from '../engine/types.js';
import type { ReminderStatus } from './reminder.entity.js';

/** A reminder that is to be sent, with what is owed now. */
export interface Claimed {
  readonly id: string;
  readonly reminderId: string;
  /** This attempt counted. */
  readonly attempts: number;
  readonly case: string;
  readonly kommun: string;
  readonly process: string;
  /** Empty where a case has the process once. */
  readonly instance: string;
  readonly state: string;
  readonly due: PlainDate;
  readonly level: string;
  readonly recipient: string;
  readonly party: Party;
  readonly unit: string | null;
  readonly dueKind: DueKind;
  readonly certainty: Certainty;
  /** Null when the step of a correction is not owed any more. */
  readonly basis: Basis | null;
  readonly clause: string | null;
  readonly gap: 0 | 1;
  /** The day by which the step is owed now; another than `due`, or null, in a correction. */
  readonly dueNow: PlainDate | null;
  /** The day of the sweep that made it. */
  readonly on: PlainDate;
}

/** A reminder that is no longer to be sent. */
export type Dropped = Pick<Claimed, 'case' | 'process' | 'instance' | 'state' | 'due' | 'level' | 'recipient'> & {
  readonly status: Extract<ReminderStatus, 'withdrawn' | 'overtaken'>;
};

/** Whose messages, and when: epoch milliseconds. */
export interface LedgerScope {
  readonly municipalities: Viewer['municipalities'];
  readonly at: number;
}

/** The book of what is to be mailed. What it does about a message and about its reminder is done together or not at all. */
export interface OutboxLedger {
  /** Takes out of the outbox what is no longer owed, and what a later reminder of the same step has made needless. */
  drop(scope: Pick<LedgerScope, 'municipalities'>): Promise<Dropped[]>;
  /**
   * The next reminder to send, if its step is still owed. Nobody else gets it until its next attempt is due, so a
   * sender that dies in the middle leaves it to be tried again then.
   */
  claim(scope: LedgerScope): Promise<Claimed | undefined>;
  /** The message was taken over by the mail system. */
  sent(claimed: Claimed, at: number): Promise<void>;
  /** The message could not be sent. It is tried again when its next attempt is due, unless this was the last one. */
  failed(claimed: Claimed, error: string, last: boolean): Promise<void>;
}
