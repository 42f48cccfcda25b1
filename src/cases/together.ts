/** Several facts of one case, recorded all or nothing. Pure: ids and instants are handed in. */
import type { Decision, LoadedCase } from '../database/write-path.js';
import { advanceAll, type OutcomeOfAll } from '../engine/catch-up/advance-all.js';
import type { Afterwards, Fact } from '../engine/types.js';
import type { NextActionView } from '../next-actions/action-view.js';
import type { CaseBook } from './case-book.js';
import { touchedReminders } from '../reminders/touched-reminders.js';
import { keptAfter, newFact, refused, type Stamp, stamped } from './deciding.js';
import { differenceView, seeing } from './difference-view.js';
import { factView } from './fact-view.js';
import { reasonRefusal } from './why-corrected.js';
import type { Conflict, DiffView, FactToRecord, Recording, RecordedFact } from './recording.js';

/** A stamp for facts whose number is not known beforehand. */
export interface Stamping extends Omit<Stamp, 'id'> {
  newId(): string;
}

/** One of several; `afterwards` when it had been forgotten. */
export type OneToRecord = FactToRecord & { afterwards?: Afterwards | undefined };

/** What came of it; `index`: which of the facts was refused first. */
export type RecordedTogether =
  | {
      accepted: true;
      facts: RecordedFact[];
      version: number;
      diff: DiffView;
      actions: NextActionView[];
      conflicts: Conflict[];
    }
  | (Extract<Recording, { accepted: false }> & { index: number });

/** The decision about several facts. A refusal of one is a refusal of all, and writes nothing. */
export function decideTogether(
  loaded: LoadedCase,
  asked: readonly OneToRecord[],
  stamping: Stamping,
  book: CaseBook,
): Decision<RecordedTogether> {
  const { row, facts } = loaded;
  for (const [index, one] of asked.entries()) {
    const refusal = reasonRefusal(one, book.library);
    if (refusal) return { result: { accepted: false, index, refusal, awaited: [] } };
  }
  const added = stampedAll(loaded, asked, stamping, book);
  const options = { ...book.options(row), asOf: stamping.today };
  const outcome = advanceAll({ subject: row.subject, facts }, added, options);
  if (!outcome.accepted) {
    const { index, refusal } = outcome;
    const stamp = { ...stamping, id: added[index]?.id ?? '' };
    return { result: { accepted: false, index, ...refused(loaded, refusal, stamp, book) } };
  }
  return accepted(loaded, { added, outcome }, stamping, book);
}

function stampedAll(loaded: LoadedCase, asked: readonly OneToRecord[], stamping: Stamping, book: CaseBook): Fact[] {
  const added: Fact[] = [];
  for (const one of asked) {
    const before = { ...loaded, facts: [...loaded.facts, ...added] };
    const fact = stamped(before, one, { ...stamping, id: stamping.newId() }, book);
    added.push(one.afterwards ? { ...fact, afterwards: one.afterwards } : fact);
  }
  return added;
}

interface Accepted {
  added: readonly Fact[];
  outcome: Extract<OutcomeOfAll, { accepted: true }>;
}

function accepted(
  loaded: LoadedCase,
  { added, outcome }: Accepted,
  { today, dryRun }: Stamping,
  book: CaseBook,
): Decision<RecordedTogether> {
  const { row, facts } = loaded;
  const after = { row, facts: [...facts, ...added] };
  const position = outcome.after.asOf === today ? book.informed(outcome.after, after) : book.fold(after, today);
  const told = differenceView(outcome, loaded, after, book);
  const was = () => book.fold(loaded, today);
  const touched = touchedReminders(loaded.reminders?.() ?? [], { before: loaded, after, was, is: position }, book);
  const result: RecordedTogether = {
    accepted: true,
    facts: added.map((fact) => recordedFact(fact, today, dryRun, book)),
    version: dryRun ? row.version : row.version + 1,
    diff: { ...told, reminders: touched },
    actions: book.actions(row, position).map(seeing(row.id, today, book)),
    conflicts: told.stranded.map(({ id, type, on, slug }) => ({ id, type, on, slug })),
  };
  if (dryRun) return { result };
  book.keep(after.facts, outcome.stand);
  const kept = keptAfter(loaded, { touched, facts: after.facts, position }, today, book);
  return { result, writes: { ...kept, facts: added.map(newFact) } };
}

function recordedFact(fact: Fact, today: string, dryRun: boolean, { library }: CaseBook): RecordedFact {
  const { id, seq, ...shown } = factView(fact, fact.on > today ? 'later' : 'counted', library);
  return dryRun ? { id: null, seq: null, ...shown } : { id, seq, ...shown };
}
