/** What becomes of one row: a case with all its facts, or a refusal. Pure: ids and instants are handed in. */
import type { CaseBook } from '../cases/case-book.js';
import type { FactToRecord } from '../cases/recording.js';
import { decideTogether, type OneToRecord, type RecordedTogether, type Stamping } from '../cases/together.js';
import type { Decision, LoadedCase } from '../database/write-path.js';
import type { MissingFact } from '../engine/catch-up/missing-fact.js';
import { fieldErrors, refusalMessage } from '../http/messages.js';
import type { RowFacts, RowProblem } from './row-facts.js';

export type RowDecision =
  | { opened: true; case: string; facts: number; afterwards: number; forgotten: string[] }
  | { opened: false; problems: RowProblem[] };

/** A row that still lacks facts after so many were found is another kind of row. */
const MOST_ROUNDS = 20;

/** The decision about a fresh case. `withMissing`: what is missing between the facts is recorded with them, marked. */
export function decideRow(
  loaded: LoadedCase,
  row: RowFacts,
  withMissing: boolean,
  stamping: Stamping,
  book: CaseBook,
): Decision<RowDecision> {
  const asked: (OneToRecord & { column?: string })[] = row.facts.map(({ column, ...fact }) => ({ ...fact, column }));
  const forgotten: string[] = [];
  for (let round = 0; ; round++) {
    const { result, writes } = decideTogether(loaded, asked, stamping, book);
    if (result.accepted) {
      const facts = asked.length - forgotten.length;
      const opened = { opened: true, case: loaded.row.id, facts, afterwards: forgotten.length, forgotten } as const;
      return writes ? { result: opened, writes } : { result: opened };
    }
    const { catchUp } = result.refusal;
    if (!withMissing || catchUp.length === 0 || round === MOST_ROUNDS)
      return { result: { opened: false, problems: problemsOf(result, asked[result.index], book) } };
    const unstated = catchUp.flatMap((missing) => unstatedIn(missing, row));
    if (unstated.length > 0) return { result: { opened: false, problems: unstated } };
    asked.splice(result.index, 0, ...catchUp.map((missing) => bounded(missing, row)));
    forgotten.push(...catchUp.map(({ type }) => type));
  }
}

/** A missing fact on its last possible day, with what the row says of it without a day. */
function bounded({ type, data, notBefore, notAfter }: MissingFact, { undated }: RowFacts): OneToRecord {
  const afterwards = { dated: 'bounded', ...(notBefore && { notBefore: notBefore.day }) } as const;
  return { type, on: notAfter.day, data: { ...data, ...undated.get(type) }, afterwards };
}

const unstatedIn = ({ type, toState }: MissingFact, { undated }: RowFacts): RowProblem[] =>
  toState
    .filter(({ field }) => undated.get(type)?.[field] === undefined)
    .map(({ field, expected }) => ({
      column: `${type}.${field}`,
      says: {
        sv: `${type} saknas och måste ha hänt. Ange ${field} (${expected}), och dagen om den är känd.`,
        en: `${type} is missing and must have happened. State ${field} (${expected}), and the day if it is known.`,
      },
    }));

function problemsOf(
  refused: Extract<RecordedTogether, { accepted: false }>,
  fact: (FactToRecord & { column?: string }) | undefined,
  { library }: CaseBook,
): RowProblem[] {
  const column = fact?.column ?? fact?.type ?? null;
  const { refusal } = refused;
  if (refusal.slug !== 'invalid-data')
    return [
      { column, says: { sv: refusalMessage(refused, library, 'sv'), en: refusalMessage(refused, library, 'en') } },
    ];
  const inEnglish = fieldErrors(refusal, 'en');
  return fieldErrors(refusal, 'sv').map(({ pointer, detail }, i) => {
    const field = pointer.startsWith('/data/') ? `${refusal.type}.${pointer.slice('/data/'.length)}` : column;
    return { column: field, says: { sv: detail, en: inEnglish[i]?.detail ?? detail } };
  });
}
