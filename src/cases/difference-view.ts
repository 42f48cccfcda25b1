/** The difference that a fact makes, as people and programs outside get it. Pure. */
import type { LoadedCase } from '../database/write-path.js';
import type { BeforeAndAfter } from '../engine/advance.js';
import { difference } from '../engine/difference/difference.js';
import type { Misfit } from '../engine/fold.js';
import { refusalOf } from '../engine/refusal.js';
import type { Fact, NextAction } from '../engine/types.js';
import { refusalMessage } from '../http/messages.js';
import { actionView, type NextActionView } from '../next-actions/action-view.js';
import type { CaseBook } from './case-book.js';
import { labelOf } from './fact-view.js';
import type { DiffView, StrandedFact } from './recording.js';

/** Both sides are told with what the case was opened with; the reminders are filled in by who knows of them. */
export function differenceView(
  outcome: Pick<BeforeAndAfter, 'before' | 'after'>,
  before: LoadedCase,
  after: LoadedCase,
  book: CaseBook,
): Omit<DiffView, 'reminders'> {
  const { row } = before;
  const see = seeing(row.id, outcome.after.asOf, book);
  const [was, is] = [book.informed(outcome.before, before), book.informed(outcome.after, after)];
  const { opened, closed, stranded, fitting, ...changes } = difference(was, is, book.options(row));
  return {
    ...changes,
    opened: opened.map(see),
    closed: closed.map(see),
    stranded: stranded.map((misfit) => strandedFact(misfit, row, book)),
    fitting: fitting.map((fact) => named(fact, book)),
  };
}

/** Actions of a case as they are seen on a day. */
export const seeing =
  (caseId: string, asOf: NextAction['since'], { library }: CaseBook) =>
  (action: NextAction): NextActionView =>
    actionView(action, { case: caseId, asOf, texts: library.texts.sv });

const named = ({ id, seq, type, on }: Fact, { library }: CaseBook) => ({
  id,
  seq,
  type,
  label: labelOf(type, library),
  on,
});

function strandedFact(misfit: Misfit, row: LoadedCase['row'], book: CaseBook): StrandedFact {
  const { library } = book;
  const refusal = refusalOf(misfit, library);
  const places = new Set(refusal.awaited.map(placeOf));
  const awaited = book
    .actions(row, misfit.before)
    .filter((action) => places.has(placeOf(action)))
    .map((action) => ({ ...action, due: action.due.date }));
  const says = (language: 'sv' | 'en') => refusalMessage({ refusal, awaited }, library, language);
  return {
    ...named(misfit.fact, book),
    by: misfit.fact.by,
    slug: refusal.slug,
    says: { sv: says('sv'), en: says('en') },
  };
}

/** What tells a step from every other of the case. */
export const placeOf = ({ process, instance, state }: Pick<NextAction, 'process' | 'instance' | 'state'>): string =>
  [process, instance, state].join('/');
