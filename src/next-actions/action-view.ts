import type { Basis, Certainty, PlainDate } from '../../machines/grammar/index.js';
import type { Party } from '../../machines/parties.js';
import { calendar } from '../engine/calendar/calendar.js';
import type { DueKind, NextAction } from '../engine/types.js';
import { numbered } from '../presentation/numbered.js';
import type { ProcessTexts } from '../engine/texts.js';

/** One owed step as people and programs outside get it. */
export interface NextActionView {
  case: string;
  process: string;
  /** Which of several, where a case may have the process more than once; null otherwise. */
  instance: string | null;
  state: string;
  title: string;
  party: Party;
  unit: string | null;
  contact: string | null;
  facts: readonly string[];
  since: PlainDate;
  due: PlainDate | null;
  dueKind: DueKind;
  certainty: Certainty;
  /** Days past the due date; 0 when it is not late or has no date. */
  overdueDays: number;
  basis: Basis;
  clause: string | null;
  /** The law leaves it open who acts, and the agreement does not say. */
  gap: boolean;
}

/** What a view needs besides the action: whose it is, the day it is looked at, and the words. */
export interface Looking {
  case: string;
  asOf: PlainDate;
  texts: Readonly<Record<string, ProcessTexts>>;
}

/** An action seen on a day. */
export function actionView(action: NextAction, { case: caseId, asOf, texts }: Looking): NextActionView {
  const { process, instance, state, party, unit, contact, facts, since, due, basis, clause, gap } = action;
  const words = texts[process]?.states[state];
  return {
    case: caseId,
    process,
    instance,
    state,
    title: numbered(words?.action ?? words?.title ?? state, instance),
    party,
    unit,
    contact,
    facts,
    since,
    due: due.date,
    dueKind: due.kind,
    certainty: due.certainty,
    overdueDays: due.date ? Math.max(0, calendar.daysBetween(due.date, asOf)) : 0,
    basis,
    clause,
    gap,
  };
}
