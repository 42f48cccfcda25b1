/** The law as the library hands it to the engine: read, validated, dates as days. The shape of `machines/law/*.yaml`. */
import type { PlainDate } from '../../../machines/grammar/index.js';

/** How well the wording is known: the statute read, guidance or inference, weak, not confirmed. */
export type Confidence = 'H' | 'M' | 'L' | 'U';

export const units = ['days', 'weeks', 'months', 'years', 'hours', 'percent', 'number', 'kronor'] as const;
export type Unit = (typeof units)[number];

/** A length, amount, truth, choice or list. Exactly one is present. */
export type Amount = Partial<Record<Unit, number>> & { is?: boolean; choice?: string; list?: string[] };

/** One value during one wording. */
export interface Entry extends Amount {
  since: PlainDate;
  /** Last day, for values that end without a successor. */
  until?: PlainDate;
  by?: string;
  confidence?: Confidence;
  note?: string;
  authority_decides?: boolean;
  /** The older entry still applies to those who had reached an age before a day. */
  older_for?: { turned: number; before: PlainDate };
  unknown?: string;
  assume?: Amount;
  /** For deadlines: no number can be computed in this period, and why. */
  none?: string;
}

export interface Wording {
  since: PlainDate;
  by?: string;
  confidence?: Confidence;
  note?: string;
  unknown?: string;
}

export interface DeadlineRule {
  kind: 'hard' | 'soft' | 'practice';
  rolls: boolean;
  counts?: 'start-is-day-one';
  lengths: Entry[];
}

/**
 * Why no step, date or condition rests on a provision. `ram`: words, purposes and references that the other rules use;
 * `organisation`: how authorities are organised, cooperate and issue regulations; `uppgifter`: data that authorities give each
 * other; `sekretess`: secrecy and personal data, which bind whoever keeps the case; `pengar`: amounts that somebody else
 * reckons; `andra`: people whom Etapp does not follow; `upphavd`: repealed before any case here; `olast`: nobody has read it.
 */
export const reasonsWithoutStep = [
  'ram',
  'organisation',
  'uppgifter',
  'sekretess',
  'pengar',
  'andra',
  'upphavd',
  'olast',
] as const;

export interface WithoutStep {
  reason: (typeof reasonsWithoutStep)[number];
  /** In a sentence, for the one who looks the provision up. */
  because: string;
}

/** A place where the words can be read in more than one way. Which reading is in force stands among the values. */
export interface Readings {
  question: string;
  /** What each choice of the value means. */
  options: Record<string, string>;
}

export interface Provision {
  says: string;
  /** Present on provisions that are kept for the one who looks them up, although nobody in a case has to act on them. */
  without_step?: WithoutStep;
  since?: PlainDate;
  repealed?: PlainDate;
  confidence?: Confidence;
  appeal?: string;
  wordings?: Wording[];
  standard?: string;
  deadline?: DeadlineRule;
  values?: Record<string, Entry[]>;
  /** By the name of the value that chooses. */
  readings?: Record<string, Readings>;
}

export interface Statute {
  sfs: string;
  title: string;
  short: string;
  in_force: PlainDate | 'unknown';
  repealed?: PlainDate;
  source: { url?: string; state: string; confidence: Confidence };
  provisions: Record<string, Provision>;
}
