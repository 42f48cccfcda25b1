import type { CaseBook } from '../cases/case-book.js';
import { existedAt } from '../cases/case-opened.js';
import type { CaseReading } from '../cases/case-reading.js';
import { actionOfRow, owedRowOf } from './owed-row.js';
import { owedId, type OwedStepRow } from './owed-step.entity.js';
import type { Answered, Question, Window } from './question.js';

/** A step that was folded, with the key that orders it among the others. */
export interface FoldedStep {
  id: string;
  caseId: string;
  due: string;
  action: ReturnType<typeof actionOfRow>;
}

/**
 * Who acted or will act next on another day than today, or from what was known at another time. Nothing is stored about
 * that, so every case that the
 * question can mean is folded anew: seconds for a municipality, minutes for the country.
 */
export class FoldedActions {
  constructor(
    private readonly reading: CaseReading,
    private readonly book: CaseBook,
  ) {}

  async page(question: Question, { after, limit }: Window): Promise<Answered<FoldedStep>> {
    const meant: FoldedStep[] = [];
    for await (const stored of this.reading.each(question)) {
      const knownAt = question.knownAt ?? undefined;
      if (!existedAt(stored.row, knownAt)) continue;
      const position = this.book.fold(stored, question.asOf, knownAt);
      meant.push(
        ...this.book
          .actions(stored.row, position)
          .map((action) => folded(stored.row.id, action))
          .filter(meantBy(question)),
      );
    }
    meant.sort(byPlace);
    const from = after ? meant.findIndex((step) => byPlace(step, after) > 0) : 0;
    return { total: meant.length, steps: from < 0 ? [] : meant.slice(from, from + limit + 1) };
  }
}

function folded(caseId: string, action: FoldedStep['action']): FoldedStep {
  const row = owedRowOf(action);
  return { id: owedId(caseId, row), caseId, due: row.due, action };
}

const meantBy =
  ({ party, unit, process, dueBefore, overdue, asOf }: Question) =>
  ({ due, action }: FoldedStep): boolean =>
    (party === null || action.party === party) &&
    (unit === null || action.unit === unit) &&
    (process === null || action.process === process) &&
    (dueBefore === null || due < dueBefore) &&
    (!overdue || due < asOf);

const byPlace = (a: Pick<FoldedStep, 'due' | 'id'>, b: Pick<FoldedStep, 'due' | 'id'>): number =>
  compare(a.due, b.due) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A stored step in the same form. */
export const stored = (row: OwedStepRow): FoldedStep => ({
  id: row.id,
  caseId: row.caseId,
  due: row.due,
  action: actionOfRow(row),
});
