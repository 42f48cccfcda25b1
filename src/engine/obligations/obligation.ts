/** The obligations of the establishment, as data: who owes what when something has happened. The shape of `machines/obligations.yaml`. */
import type { Party } from '../../../machines/parties.js';
import type { Confidence } from '../law/law-data.js';
import type { DueKind } from '../types.js';

/** How firm the time is in law; `limit` ends a right or a duty and nobody owes an act for it. */
export const obligationKinds = ['hard', 'soft', 'practice', 'local', 'limit', 'none'] as const;
export type ObligationKind = (typeof obligationKinds)[number];

/** What is shown of time: a day, the words of a standard without a number, or nothing at all. */
export const timesShown = ['day', 'standard', 'open'] as const;
export type TimeShown = (typeof timesShown)[number];

/** A step that carries an obligation, and how it must look to the one who is awaited. */
export interface CarryingStep {
  /** `process/state`. */
  step: string;
  party: Party;
  kind: DueKind;
  shows: TimeShown;
}

export interface Obligation {
  number: number;
  /** What brings it about. */
  trigger: string;
  /** Who owes it; two where they owe it together or each their part. */
  debtors: Party[];
  /** What is owed. */
  does: string;
  /** By when, in words. */
  when: string;
  kinds: ObligationKind[];
  /** Provisions, or requirements on an agreement. */
  sources: string[];
  confidence: Confidence;
  steps: CarryingStep[];
  /** Computed dates, `process/date`, where a right or a duty ends. */
  limits?: string[];
  note?: string;
}

export interface Obligations {
  /** Steps and dates named below whose process is not in the registry yet. */
  coming?: string[];
  obligations: Obligation[];
}
