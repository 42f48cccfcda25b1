/** What a command writes about a case and answers, decided from the case as it stands. Pure: ids and instants are handed in. */
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Decision, LoadedCase, NewFact, Writes } from '../database/write-path.js';
import { beforeAndAfter } from '../engine/advance.js';
import { WITHDRAWN } from '../engine/fact-log.js';
import type { CasePosition } from '../engine/fold.js';
import type { Refusal } from '../engine/refusal.js';
import type { Fact } from '../engine/types.js';
import type { NextActionView } from '../next-actions/action-view.js';
import { touchedReminders } from '../reminders/touched-reminders.js';
import type { CaseBook } from './case-book.js';
import { differenceView, placeOf, seeing } from './difference-view.js';
import { factView } from './fact-view.js';
import { reasonRefusal, storedReason } from './why-corrected.js';
import type { DiffView, FactToRecord, Recording } from './recording.js';

/** What the host adds to a fact: its id, the instant, who records it, and the day it is. */
export interface Stamp {
  id: string;
  at: string;
  recordedBy: string;
  today: PlainDate;
  dryRun: boolean;
}

/** The decision about a fact. A refusal and a preview write nothing. */
export function decideRecording(
  loaded: LoadedCase,
  asked: FactToRecord,
  stamp: Stamp,
  book: CaseBook,
): Decision<Recording> {
  const { row, facts } = loaded;
  const unreasonable = reasonRefusal(asked, book.library);
  if (unreasonable) return { result: { accepted: false, refusal: unreasonable, awaited: [] } };
  const fact = stamped(loaded, asked, stamp, book);
  const outcome = beforeAndAfter({ subject: row.subject, facts }, fact, {
    ...book.options(row),
    asOf: stamp.today,
    resume: book.standOf(loaded, stamp.today),
  });
  if ('refusal' in outcome) return { result: { accepted: false, ...refused(loaded, outcome.refusal, stamp, book) } };
  const after = { row, facts: [...facts, fact] };
  const { today, dryRun } = stamp;
  const position = outcome.after.asOf === today ? book.informed(outcome.after, after) : book.fold(after, today);
  const see = seeing(row.id, today, book);
  const { id, seq, ...shown } = factView(fact, fact.on > today ? 'later' : 'counted', book.library);
  const told = differenceView(outcome, loaded, after, book);
  const was = () => book.fold(loaded, today);
  const touched = touchedReminders(loaded.reminders?.() ?? [], { before: loaded, after, was, is: position }, book);
  const result: Recording = {
    accepted: true,
    fact: dryRun ? { id: null, seq: null, ...shown } : { id, seq, ...shown },
    version: dryRun ? row.version : row.version + 1,
    diff: { ...told, reminders: touched },
    actions: book.actions(row, position).map(see),
    conflicts: told.stranded.map(({ id: of, type, on, slug }) => ({ id: of, type, on, slug })),
  };
  if (dryRun) return { result };
  book.keep(after.facts, outcome.stand);
  const kept = keptAfter(loaded, { touched, facts: after.facts, position }, today, book);
  return { result, writes: { ...kept, facts: [newFact(fact)] } };
}

interface After {
  touched: DiffView['reminders'];
  facts: readonly Fact[];
  position: CasePosition;
}

/**
 * What is kept of the case once something is recorded. A wrong reminder is put right by the sweep, which is the one that
 * writes to people; it is to visit the case today.
 */
export function keptAfter(
  { row, reminders }: LoadedCase,
  { touched, facts, position }: After,
  today: PlainDate,
  book: CaseBook,
): Writes {
  const owesCorrection = touched.wrong.length > 0 || reminders === undefined;
  return { ...book.kept(row, facts, position), ...(owesCorrection && { nextBoundaryOn: today }) };
}

export function stamped({ row, facts }: LoadedCase, asked: FactToRecord, stamp: Stamp, book: CaseBook): Fact {
  const { type, on, data = {}, corrects } = asked;
  return {
    id: stamp.id,
    case: row.id,
    seq: (facts.at(-1)?.seq ?? 0) + 1,
    type,
    on: on as PlainDate,
    by: statedBy(asked, facts, book),
    data,
    recordedAt: stamp.at,
    recordedBy: stamp.recordedBy,
    ...(corrects !== undefined && { corrects }),
    ...storedReason(asked, book.library),
  };
}

/** Who states the fact when it is not said: the usual party; for a withdrawal the one who stated what is withdrawn. */
function statedBy({ by, type, corrects }: FactToRecord, facts: readonly Fact[], { library }: CaseBook): Fact['by'] {
  if (by) return by.unit === undefined ? { party: by.party } : { party: by.party, unit: by.unit };
  const withdrawn = type === WITHDRAWN ? facts.find(({ id }) => id === corrects) : undefined;
  return withdrawn?.by ?? { party: library.registry.facts.get(type)?.definition.by[0] ?? 'kommun' };
}

export function newFact(fact: Fact): NewFact {
  const { id, type, on, by, data, recordedBy, corrects, reason, afterwards } = fact;
  return {
    id,
    type,
    on,
    by,
    data,
    recordedBy,
    ...(corrects !== undefined && { corrects }),
    ...(reason !== undefined && { reason }),
    ...(afterwards && { afterwards }),
  };
}

/** The refusal with the steps it names, as they were owed on the day of the fact. */
export function refused(
  loaded: LoadedCase,
  refusal: Refusal,
  { today }: Stamp,
  book: CaseBook,
): { refusal: Refusal; awaited: NextActionView[] } {
  if (refusal.awaited.length === 0) return { refusal, awaited: [] };
  const named = new Set(refusal.awaited.map(placeOf));
  const owed = book.actions(loaded.row, book.fold(loaded, refusal.on));
  const awaited = owed.filter((action) => named.has(placeOf(action)));
  return { refusal, awaited: awaited.map(seeing(loaded.row.id, today, book)) };
}
