import type { PlainDate } from '../../machines/grammar/index.js';
import type { Party } from '../../machines/parties.js';
import type { Language } from '../http/message-words.js';
import type { NextActionView } from './action-view.js';
import type { Place } from './cursor.js';

/** What a caller asks of the list of owed steps. What is left out does not narrow it. */
export interface NextActionsQuery {
  party?: Party | undefined;
  unit?: string | undefined;
  kommun?: string | undefined;
  case?: string | undefined;
  process?: string | undefined;
  /** Due earlier than this day. */
  dueBefore?: PlainDate | undefined;
  /** Due before the day of the question. */
  overdue?: boolean | undefined;
  /** The day of the question; today unless said otherwise. */
  asOf?: PlainDate | undefined;
  /** Only what was recorded by this instant, ISO; all that is known unless said otherwise. */
  knownAt?: string | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
  language?: Language | undefined;
}

/** One page of the answer. `total` counts all pages; `cursor` is null on the last. */
export interface NextActionsPage {
  asOf: PlainDate;
  /** The instant whose knowledge is shown, when another than now was asked for. */
  knownAt?: string;
  total: number;
  actions: NextActionView[];
  cursor: string | null;
}

/** How many steps a party has open, and how many of them are late. */
export interface PartyCount {
  party: Party;
  total: number;
  late: number;
}

/** The question with everything decided: it says which steps are meant, whoever asks. */
export interface Question {
  asOf: PlainDate;
  knownAt: string | null;
  municipalities: readonly string[] | 'all';
  party: Party | null;
  unit: string | null;
  case: string | null;
  process: string | null;
  dueBefore: PlainDate | null;
  overdue: boolean;
}

/** A part of the steps that a question means, in order, and how many there are in all. */
export interface Answered<Step> {
  total: number;
  /** One more than asked for when there is a further page. */
  steps: readonly Step[];
}

/** The part of the answer that a page shows. */
export interface Window {
  after: Place | undefined;
  limit: number;
}
