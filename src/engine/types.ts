import type { Basis, Certainty, PlainDate, Reckoned, RuleUse } from '../../machines/grammar/index.js';
import type { Party } from '../../machines/parties.js';

/** A fact as the engine needs it. `seq` is its place in the case's log; `recordedAt` an ISO instant. */
export interface Fact {
  id: string;
  case: string;
  seq: number;
  type: string;
  /** The day it took effect. */
  on: PlainDate;
  by: { party: Party; unit?: string };
  data: Readonly<Record<string, unknown>>;
  /** The instant we learnt it. */
  recordedAt: string;
  recordedBy: string;
  /** The fact that this one replaces, or withdraws when the type is `fakta.aterkallat`. */
  corrects?: string;
  /** Why it corrects, as a code of `machines/corrections.yaml`. */
  reason?: string;
  /** Absent for a fact that was told in the ordinary way. */
  afterwards?: Afterwards;
}

/**
 * How a fact that was forgotten was told afterwards. `stated`: somebody said on which day it happened. `bounded`: nobody
 * knows the day, and `on` is the last one possible.
 */
export interface Afterwards {
  dated: 'stated' | 'bounded';
  /** The first day possible, when the day is not known. */
  notBefore?: PlainDate;
}

/** A fact somebody wants to record: not yet in the log. */
export type ProposedFact = Pick<Fact, 'type' | 'on' | 'by' | 'data' | 'corrects'>;

/** How firm a due date is. `none`: no time is stated anywhere. */
export type DueKind = 'hard' | 'soft' | 'practice' | 'local' | 'none';

/** A due date with its arithmetic; `date` is null where there is a standard but no number. */
export interface Due {
  date: PlainDate | null;
  kind: DueKind;
  certainty: Certainty;
  rules: RuleUse[];
  inputs: Reckoned['inputs'];
  /** The words of the standard, «så snart som möjligt», where there is no number. */
  standard?: string;
  /** The nominal day and why it moved, when 1930:173 2 § moved it. */
  rolledFrom?: { date: PlainDate; because: string };
  /** The clause of the agreement that set the date. */
  clause?: string;
  otherReading?: Reckoned['otherReading'];
}

/** Who is awaited, what, by when, on what ground. Overdue days follow from `asOf` and are added by the reader. */
export interface NextAction {
  process: string;
  /** Which of several, where a case may have the process more than once; null otherwise. */
  instance: string | null;
  state: string;
  party: Party;
  /** The party's unit by the agreement in force; null where no agreement names one. */
  unit: string | null;
  contact: string | null;
  /** The facts that discharge the step. */
  facts: string[];
  since: PlainDate;
  due: Due;
  basis: Basis;
  /** The clause of the agreement that names who acts; null is a gap when the law leaves it open. */
  clause: string | null;
  /** True when the law leaves it open who acts and the agreement does not say. */
  gap: boolean;
}
