/**
 * Reminders that were sent and turned out to be wrong, because a fact was learnt late or corrected. A reminder was right
 * when it was made; it is wrong when what is known now about that very day does not bear it out. Whatever has happened
 * since, a step done above all, makes no reminder wrong. Pure.
 */
import { isStep, type PlainDate } from '../../machines/grammar/index.js';
import type { CaseBook, CaseWithFacts } from '../cases/case-book.js';
import { dayInSweden } from '../clock.js';
import type { CasePosition } from '../engine/fold.js';
import type { Registry } from '../engine/registry.js';
import type { Fact, NextAction } from '../engine/types.js';
import { ONCE } from '../next-actions/owed-step.entity.js';
import { isCorrectionLevel } from './correction-level.js';
import type { ReminderRow } from './reminder.entity.js';

/** A sent reminder that is wrong, with the day by which its recipient owes the step now; null when it is not owed, or by others. */
export interface WrongReminder {
  readonly reminder: ReminderRow;
  readonly now: PlainDate | null;
}

/** One for each step, day and recipient that was wrongly reminded of and has not been put right. `today`: the case now. */
export function wrongReminders(
  of: CaseWithFacts,
  reminders: readonly ReminderRow[],
  today: CasePosition,
  book: CaseBook,
): WrongReminder[] {
  const owed = book.actions(of.row, today);
  const suspected = toBeJudged(reminders).filter(
    (reminder) =>
      learntSince(of.facts, reminder) && !bearsOut(owed, reminder) && !isDone(today, reminder, book.library.registry),
  );
  return suspected
    .filter((reminder) => isWrong(of, reminder, book))
    .map((reminder) => ({ reminder, now: dueNow(owed, reminder) }));
}

/** The sent reminders that no correction has been made for, the latest of each step, day and recipient. */
function toBeJudged(reminders: readonly ReminderRow[]): ReminderRow[] {
  const put = new Set(
    reminders.filter(({ level, status }) => isCorrectionLevel(level) && status !== 'withdrawn').map(subjectOf),
  );
  const sent = reminders.filter(({ level, status }) => status === 'sent' && !isCorrectionLevel(level));
  const latest = new Map(sent.toSorted((a, b) => a.createdAt - b.createdAt).map((r) => [subjectOf(r), r]));
  return [...latest.values()].filter((reminder) => !put.has(subjectOf(reminder)));
}

/** What a reminder says: which step, by which day, to whom. */
export const subjectOf = ({ process, instance, state, due, recipient }: ReminderRow): string =>
  [process, instance, state, due, recipient].join(' ');

/** Whether anything about the day of the reminder, or before it, was learnt or corrected after it. */
const learntSince = (facts: readonly Fact[], { createdAt }: ReminderRow): boolean => {
  const day = dayInSweden(createdAt);
  return facts.some(
    ({ on, corrects, recordedAt }) => Date.parse(recordedAt) > createdAt && (on <= day || corrects !== undefined),
  );
};

const isAbout = (action: NextAction, { process, instance, state }: ReminderRow): boolean =>
  action.process === process && (action.instance ?? ONCE) === instance && action.state === state;

/** The day by which the step is owed by the recipient; null when the recipient does not owe it. */
export const dueNow = (owed: readonly NextAction[], reminder: ReminderRow): PlainDate | null =>
  owed.find((action) => isAbout(action, reminder) && (action.unit ?? action.party) === reminder.recipient)?.due.date ??
  null;

/** The step is owed by the day and by the recipient that the reminder names. */
export const bearsOut = (owed: readonly NextAction[], reminder: ReminderRow): boolean =>
  dueNow(owed, reminder) === reminder.due;

/** Somebody did what the step awaited: what left it last is a recorded fact that discharges it. */
function isDone({ applied }: CasePosition, { process, instance, state }: ReminderRow, registry: Registry): boolean {
  const meta = registry.states.get(`${process}/${state}`)?.meta;
  const awaits: readonly string[] = isStep(meta) ? meta.awaits : [];
  const last = applied.findLast(({ type, moves }) =>
    moves.some(
      (move) =>
        move.process === process &&
        (move.instance ?? ONCE) === instance &&
        move.from.includes(state) &&
        (!move.to.includes(state) || awaits.includes(type)),
    ),
  );
  return last?.fact !== undefined && awaits.includes(last.type);
}

// Twice on the day of the reminder: from what was known then, and from what is known now. If the first does not bear the
// reminder out either, the law or the agreement has been changed in the meantime, and no fact is to blame.
function isWrong(of: CaseWithFacts, reminder: ReminderRow, book: CaseBook): boolean {
  const day = dayInSweden(reminder.createdAt);
  const owed = (knownAt?: string) => book.actions(of.row, book.fold(of, day, knownAt));
  return !bearsOut(owed(), reminder) && bearsOut(owed(new Date(reminder.createdAt).toISOString()), reminder);
}
