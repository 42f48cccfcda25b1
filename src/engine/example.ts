/** An example: dated facts in, who is awaited and when out. A jurist can write one; the shape of `examples.yaml`. */
import type { Certainty, PlainDate } from '../../machines/grammar/index.js';
import type { Party } from '../../machines/parties.js';
import type { DueKind } from './types.js';

/** What must be owed. Fields that are left out are not compared. */
export interface ExpectedAction {
  process: string;
  state: string;
  party?: Party;
  unit?: string | null;
  /** A day, or null where there must be none. */
  due?: PlainDate | null;
  kind?: DueKind;
  certainty?: Certainty;
  basis?: string;
  clause?: string | null;
}

export interface FactStep {
  fact: string;
  on: PlainDate;
  data?: Record<string, unknown>;
  by?: Party;
  /** The fact must be refused with this slug; it is then not part of the case. */
  refused?: string;
  /** The citation of the limit that the refusal must name. */
  limit?: string;
}

export interface ThenStep {
  then: PlainDate;
  /** Each of these must be owed on the day. */
  owed?: ExpectedAction[];
  /** These processes must stand in these states, waiting or not. */
  in?: Record<string, string>;
  /** None of these steps (`process/state`) may be owed. */
  not?: string[];
  /** Computed dates, by `process/date`. */
  dates?: Record<string, ExpectedDate>;
}

/** A computed date as it must be; `other` is the day under the other reading of a provision that can be read in two ways. */
export interface ExpectedDate {
  date: PlainDate;
  certainty?: Certainty;
  other?: PlainDate;
}

export interface Example {
  id: string;
  name: string;
  cites: string[];
  /** Another example, `process/id`, whose facts come first. */
  after?: string;
  /** The agreement that answers; none when left out. */
  agreement?: string;
  steps: (FactStep | ThenStep)[];
}

/** The examples of one process folder. */
export interface ProcessExamples {
  process: string;
  examples: Example[];
}
