import type { PlainDate } from '../../machines/grammar/index.js';
import type { Party } from '../../machines/parties.js';
import type { Idempotency } from '../database/write-path.js';
import type { CaseDiff } from '../engine/diff.js';
import type { ChangedDate } from '../engine/difference/changed-dates.js';
import type { ChangedTimeFact } from '../engine/difference/time-facts.js';
import type { Refusal } from '../engine/refusal.js';
import type { Fact } from '../engine/types.js';
import type { Said } from '../http/problems.js';
import type { NextActionView } from '../next-actions/action-view.js';
import type { FactView } from './fact-view.js';

export type { Idempotency };

/** A case that somebody wants to open. `data`: attributes that are known before any fact gives them. */
export interface CaseToOpen {
  subject: string;
  kommun: string;
  data?: Readonly<Record<string, unknown>> | undefined;
  idempotency?: Idempotency | undefined;
}

/** A fact that somebody wants to record. Without `by` it is the party that usually states such a fact. */
export interface FactToRecord {
  type: string;
  on: string;
  by?: { party: Party; unit?: string | undefined } | undefined;
  data?: Readonly<Record<string, unknown>> | undefined;
  /** The id of the fact that this one replaces or withdraws. */
  corrects?: string | undefined;
  /** Why, as a code. */
  reason?: string | undefined;
}

/** A forgotten fact, told together with the one that it was missing for. Without `on` nobody knows the day. */
export type MissingToRecord = Omit<FactToRecord, 'on' | 'corrects' | 'reason'> & { on?: string | undefined };

/** How a fact is recorded. */
export interface RecordOptions {
  /** Records what is missing before the fact together with it, as far as it is known. */
  withMissing?: boolean | undefined;
  /** What a person knows of that: days and data. */
  missing?: readonly MissingToRecord[] | undefined;
  /** Only shows what would happen. */
  dryRun?: boolean | undefined;
  /** The version of the case that the decision rests on; another one makes the write stale. */
  expectedVersion?: number | undefined;
  idempotency?: Idempotency | undefined;
}

/** A recorded fact that no longer fits: kept, not counted, and owed as a review by whoever stated it. */
export interface StrandedFact {
  id: string;
  /** Its number in the log, which is also the instance of its review. */
  seq: number;
  type: string;
  label: string;
  on: PlainDate;
  by: Fact['by'];
  slug: Refusal['slug'];
  /** Why, in words. */
  says: Said;
}

/** A reminder that the fact makes wrong or needless, with the date that holds instead; null when nothing is owed any more. */
export interface TouchedReminder {
  process: string;
  instance: string | null;
  state: string;
  recipient: string;
  level: string;
  due: { from: PlainDate; to: PlainDate | null };
}

/** The difference a fact made, or would make. */
export interface DiffView {
  moved: CaseDiff['moved'];
  opened: NextActionView[];
  closed: NextActionView[];
  changed: CaseDiff['changed'];
  /** Computed dates of the processes. */
  dates: ChangedDate[];
  /** What time alone has done by today, or has not done after all. */
  timeFacts: ChangedTimeFact[];
  stranded: StrandedFact[];
  /** Facts that did not fit before and do now. */
  fitting: Pick<StrandedFact, 'id' | 'seq' | 'type' | 'label' | 'on'>[];
  /** `wrong`: sent already, so that a correction is owed to the recipient. `withdrawn`: not sent, and now never will be. */
  reminders: { wrong: TouchedReminder[]; withdrawn: TouchedReminder[] };
}

/** A later fact that no longer fits, in short. */
export type Conflict = Pick<StrandedFact, 'id' | 'type' | 'on' | 'slug'>;

/** A fact in the answer; in a preview it has no id and no number. */
export type RecordedFact = Omit<FactView, 'id' | 'seq'> & { id: string | null; seq: number | null };

/** What came of it. A preview has the version as it is, and its fact no id and no number. */
export type Recording =
  | {
      accepted: true;
      fact: RecordedFact;
      /** The forgotten facts that were recorded together with it, when it was asked for. */
      missing?: RecordedFact[];
      version: number;
      diff: DiffView;
      /** What is owed in the case today. */
      actions: NextActionView[];
      conflicts: Conflict[];
    }
  | { accepted: false; refusal: Refusal; awaited: NextActionView[] };
