/** Which reminders a fact makes wrong or needless, told before it is recorded and after. Pure. */
import type { CaseBook, CaseWithFacts } from '../cases/case-book.js';
import type { DiffView, TouchedReminder } from '../cases/recording.js';
import type { CasePosition } from '../engine/fold.js';
import { ONCE } from '../next-actions/owed-step.entity.js';
import { isCorrectionLevel } from './correction-level.js';
import type { ReminderRow } from './reminder.entity.js';
import { bearsOut, dueNow, subjectOf, wrongReminders, type WrongReminder } from './wrong-reminders.js';

/** The case without the fact and with it, each with its position today. */
interface Sides {
  before: CaseWithFacts;
  after: CaseWithFacts;
  was: () => CasePosition;
  is: CasePosition;
}

export function touchedReminders(
  reminders: readonly ReminderRow[],
  { before, after, was, is }: Sides,
  book: CaseBook,
): DiffView['reminders'] {
  if (reminders.length === 0) return { wrong: [], withdrawn: [] };
  const wrong = wrongReminders(after, reminders, is, book);
  const already =
    wrong.length === 0 ? [] : wrongReminders(before, reminders, was(), book).map(({ reminder }) => subjectOf(reminder));
  return {
    wrong: wrong.filter(({ reminder }) => !already.includes(subjectOf(reminder))).map(touched),
    withdrawn: withdrawn(reminders, { before, after, was, is }, book),
  };
}

/** Waiting messages about a step that is owed now and will not be, or by another day, or by others. */
function withdrawn(reminders: readonly ReminderRow[], { before, after, was, is }: Sides, book: CaseBook) {
  const waiting = reminders.filter(
    ({ level, status }) => !isCorrectionLevel(level) && (status === 'pending' || status === 'failed'),
  );
  if (waiting.length === 0) return [];
  const [owed, owedNow] = [book.actions(before.row, was()), book.actions(after.row, is)];
  return waiting
    .filter((reminder) => bearsOut(owed, reminder) && !bearsOut(owedNow, reminder))
    .map((reminder) => touched({ reminder, now: dueNow(owedNow, reminder) }));
}

const touched = ({ reminder, now }: WrongReminder): TouchedReminder => ({
  process: reminder.process,
  instance: reminder.instance === ONCE ? null : reminder.instance,
  state: reminder.state,
  recipient: reminder.recipient,
  level: reminder.level,
  due: { from: reminder.due, to: now },
});
