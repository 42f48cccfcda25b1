import type { PlainDate } from '../../machines/grammar/index.js';
import type { CaseAttributes, CaseRow, CaseStatus } from '../cases/case.entity.js';
import type { ReasonedFact } from '../cases/chain.js';
import type { KeptPosition } from '../cases/kept-position.js';
import type { Fact } from '../engine/types.js';
import type { OwedStepRow } from '../next-actions/owed-step.entity.js';
import type { OutboxRow } from '../reminders/outbox.entity.js';
import type { ReminderRow, ReminderStatus } from '../reminders/reminder.entity.js';

/** A case as it stands when a write is decided on: its row, and its facts in order of `seq`. */
export interface LoadedCase {
  readonly row: Readonly<CaseRow>;
  readonly facts: readonly Fact[];
  /** The reminders that are stored about the case, read when asked for. Absent where nobody can tell. */
  readonly reminders?: () => readonly ReminderRow[];
}

/** A fact to append. Its place in the log, the instant and the hashes are given by the write path. */
export type NewFact = Readonly<Omit<ReasonedFact, 'case' | 'seq' | 'recordedAt'>>;

/** An owed step of the case; what the case itself knows is filled in. */
export type OwedRow = Readonly<Omit<OwedStepRow, 'id' | 'caseId' | 'kommun' | 'subject'>>;

/** A reminder that exists by now; stored only if it is not stored already. `pending` unless said otherwise. */
export type NewReminder = Readonly<Omit<ReminderRow, 'id' | 'caseId' | 'createdAt' | 'status'>> & {
  readonly status?: ReminderStatus;
};

/** Something to send; when it carries a reminder, its id and the day that it is about. */
export type NewOutbox = Readonly<Pick<OutboxRow, 'kind' | 'payload'>> & {
  readonly reminderId?: string;
  readonly due?: PlainDate;
};

/** What a decision stores. What is left out stays as it is. */
export interface Writes {
  readonly facts?: readonly NewFact[];
  /** Replaces all owed steps of the case. */
  readonly owed?: readonly OwedRow[];
  readonly nextBoundaryOn?: PlainDate | null;
  readonly owedUntil?: PlainDate | null;
  /** The day for which what is kept was computed, and where the case stood then. */
  readonly computedOn?: PlainDate;
  readonly positions?: KeptPosition;
  readonly status?: CaseStatus;
  /** Replaces the attributes. */
  readonly attributes?: CaseAttributes;
  /** The registry that the owed steps were computed with, when it is another than before. */
  readonly registryVersion?: string;
  /** Nothing that anybody sees is different, so the case keeps its version. */
  readonly quiet?: boolean;
  readonly reminders?: readonly NewReminder[];
  /** As a function it gets the reminders that were not there before, so that each is sent once. */
  readonly outbox?: readonly NewOutbox[] | ((fresh: readonly Readonly<ReminderRow>[]) => readonly NewOutbox[]);
}

/** The answer to a command, and what it stores. */
export interface Decision<T> {
  readonly result: T;
  /** Absent: nothing is written (a refusal, a preview). */
  readonly writes?: Writes;
}

/**
 * The sender's key for a write that must happen once. The hash covers everything asked for, case and path included;
 * `status` is what the edge answers with (200 unless said otherwise).
 */
export interface Idempotency {
  readonly key: string;
  readonly requestHash: string;
  readonly status?: number;
}

/** A case to open. `year` is written `2026` or `26`; `at` is epoch milliseconds. */
export interface Opening extends Pick<CaseRow, 'subject' | 'kommun' | 'attributes' | 'registryVersion'> {
  readonly year: string;
  readonly at: number;
  readonly idempotency?: Idempotency;
}

/** How a change is guarded; `at` is epoch milliseconds. */
export interface ChangeOptions {
  readonly at: number;
  readonly expectedVersion?: number;
  readonly idempotency?: Idempotency;
  /** Rejects with `CaseBusy` when somebody else is about to write about the case, instead of waiting for them. */
  readonly ifFree?: boolean;
}

/** Pure and synchronous: it runs inside the transaction. What it throws takes back this command and no other. */
export type Decide<T> = (loaded: LoadedCase) => Decision<T>;

/** Told to listeners after a commit that may have changed what somebody sees. */
export interface Committed {
  readonly caseId: string;
  readonly kommun: string;
  /** Whether any owed step of the case came, went or changed. */
  readonly owedChanged: boolean;
}

/**
 * The only way to write about a case: everything a decision stores or nothing, and no answer before it is on disk.
 * Only writes are remembered under an idempotency key, with their result as JSON; a refusal may be tried again.
 */
export interface WritePath {
  /** Opens a case under the next number of its series. A decision without writes opens nothing and takes no number. */
  open<T>(opening: Opening, decide: Decide<T>): Promise<T>;
  /** Changes a case. Rejects with `CaseNotFound`, `CaseBusy`, `StaleWrite`, `IdempotencyConflict` or what `decide` throws. */
  change<T>(caseId: string, options: ChangeOptions, decide: Decide<T>): Promise<T>;
  /**
   * Calls the listener after each commit that wrote about a case, where the database tells also those of other servers;
   * gives back how to stop it.
   */
  onCommitted(listener: (change: Committed) => void): () => void;
  /** Calls the listener when commits of other servers may have gone by unheard; gives back how to stop it. */
  onMissed(listener: () => void): () => void;
  /** Resolves when listeners hear of what other servers commit, or when it is clear that they will be told they missed it. */
  listening(): Promise<void>;
  /** Carries out what is waiting; whatever comes later is turned away. */
  close(): Promise<void>;
}
