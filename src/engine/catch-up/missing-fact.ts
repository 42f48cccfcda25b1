/** A fact that nobody recorded: what is known of it, and what a person has to say. */
import type { PlainDate } from '../../../machines/grammar/index.js';

/** Why a day is the first or the last possible: another fact, recorded or itself missing, or a computed date. */
export interface DayBound {
  day: PlainDate;
  /** The type of the fact that the day follows from. */
  because: string;
  /** The day on which that fact took effect, or is bound to. */
  on: PlainDate;
}

/** A field that a person has to state. `expected`: what it may hold here, as problems tell it. */
export interface FieldToState {
  field: string;
  expected: string;
}

/** One fact of a missing sequence. */
export interface MissingFact {
  type: string;
  /** The process that defines it. */
  process: string;
  /** Which of several; null where a case has the process once. */
  instance: string | null;
  /** The first day on which it can have taken effect; null when nothing recorded sets one. */
  notBefore: DayBound | null;
  /** The last such day, the ones after it taken at their last. */
  notAfter: DayBound;
  /** The fields that allow one value only, so that the sequence leads to the fact. */
  data: Readonly<Record<string, unknown>>;
  toState: readonly FieldToState[];
}
