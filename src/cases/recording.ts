import type { PlainDate } from '../../machines/grammar/index.js';
import type { Party } from '../../machines/parties.js';
import type { Idempotency } from '../database/write-path.js';

import type { CaseDiff } from '../engine/diff.js';
import type { Refusal } from '../engine/refusal.js';
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

/** How a fact is recorded. */
export interface RecordOptions {
  /** Only shows what would happen. */
  dryRun?: boolean | undefined;
  /** The version of the case that the decision rests on; another one makes the write stale. */
  expectedVersion?: number | undefined;
  idempotency?: Idempotency | undefined;
}

/** The difference a fact made, or would make. */
export interface DiffView {
  moved: CaseDiff['moved'];
  opened: NextActionView[];
  closed: NextActionView[];
  changed: CaseDiff['changed'];
}

/** A later fact that no longer fits. */
export interface Conflict {
  id: string;
  type: string;
  on: PlainDate;
  slug: Refusal['slug'];
}

/** What came of it. A preview has the version as it is, and its fact no id and no number. */
export type Recording =
  | {
      accepted: true;
      fact: Omit<FactView, 'id' | 'seq'> & { id: string | null; seq: number | null };
      version: number;
      diff: DiffView;
      /** What is owed in the case today. */
      actions: NextActionView[];
      conflicts: Conflict[];
    }
  | { accepted: false; refusal: Refusal; awaited: NextActionView[] };
