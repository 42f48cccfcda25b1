/** What a sweep does about one case: decided from the case as it stands, before anything is written. Pure. */
import type { PlainDate } from '../../machines/grammar/index.js';
import { canonicalJson } from '../cases/canonical-json.js';
import { type CaseBook, firstAfter } from '../cases/case-book.js';
import type { Decision, LoadedCase, NewOutbox, NewReminder, OwedRow } from '../database/write-path.js';
import { nextBoundary } from '../engine/boundary.js';
import { type DueReminder, reminders } from '../engine/reminders.js';
import type { Fact } from '../engine/types.js';
import { actionOfRow, owedRowOf } from '../next-actions/owed-row.js';
import { ONCE, type OwedStepRow } from '../next-actions/owed-step.entity.js';
import { correctionLevel, isCorrectionLevel } from './correction-level.js';
import type { ReminderRow } from './reminder.entity.js';
import { subjectOf, type WrongReminder, wrongReminders } from './wrong-reminders.js';

/** What is stored about a case beside its row, at the version that the row has. */
export interface Stored {
  readonly owed: readonly OwedStepRow[];
  readonly reminders: readonly ReminderRow[];
}

/** What came of a visit. */
export interface Visit {
  /** Reminders that were not there before. */
  readonly fresh: readonly NewReminder[];
}

/** The day that a visit is made for, and the day it is. */
export interface Days {
  readonly asOf: PlainDate;
  readonly today: PlainDate;
}

/**
 * The visit of a case on a day, and what it stores. When nothing that anybody sees is different, only the day of the next
 * visit is moved, and the version stays.
 */
export function visit(loaded: LoadedCase, stored: Stored, { asOf, today }: Days, book: CaseBook): Decision<Visit> {
  const { row, facts } = loaded;
  const position = book.fold(loaded, asOf);
  const options = book.options(row);
  const kept = book.kept(row, facts, position);
  const known = new Set(stored.reminders.map(keyOf));
  const reached = newReminders(reminders(position, options)).filter((reminder) => !known.has(keyOf(reminder)));
  const fresh = [...reached, ...corrections(wrongReminders(loaded, stored.reminders, position, book), stored)];
  // What was computed for a day to come is not what is owed today: the next sweep of today looks at the case again.
  const next =
    asOf > today ? today : firstAfter(asOf, [nextBoundary(position, options), ...facts.map(({ on }: Fact) => on)]);
  const until = asOf > today ? today : (kept.owedUntil ?? null);
  const quiet =
    fresh.length === 0 &&
    row.status === kept.status &&
    canonicalJson(row.attributes) === canonicalJson(kept.attributes) &&
    same(stored.owed.map(actionOfRow).map(owedRowOf), kept.owed ?? []);
  const days = { nextBoundaryOn: next, owedUntil: until };
  const { computedOn, positions } = kept;
  const unseen = {
    ...days,
    registryVersion: book.library.version,
    quiet,
    ...(computedOn && { computedOn }),
    ...(positions && { positions }),
  };
  if (quiet) return { result: { fresh }, writes: unseen };
  return { result: { fresh }, writes: { ...kept, ...days, reminders: fresh, outbox: mailsFor(asOf) } };
}

/**
 * Every level that has been reached is stored, so that late sweeps leave the same rows as daily ones. Of the levels of
 * one step only the one reached last is sent: who was not reminded a month ago is not helped by being told so now.
 */
function newReminders(reached: readonly DueReminder[]): NewReminder[] {
  const last = new Map(reached.map((reminder) => [stepOf(reminder), reminder]));
  return reached.map((reminder) => ({
    process: reminder.process,
    instance: reminder.instance ?? ONCE,
    state: reminder.state,
    due: reminder.due,
    level: reminder.level,
    recipient: reminder.recipient,
    party: reminder.action.party,
    unit: reminder.action.unit,
    status: last.get(stepOf(reminder)) === reminder ? 'pending' : 'overtaken',
  }));
}

/** A message to everybody who was wrongly reminded, once for each step and day. What it says is decided when it is sent. */
const corrections = (wrong: readonly WrongReminder[], { reminders: all }: Stored): NewReminder[] =>
  wrong.map(({ reminder }) => {
    const { process, instance, state, due, recipient, party, unit } = reminder;
    const before = all.filter((one) => isCorrectionLevel(one.level) && subjectOf(one) === subjectOf(reminder));
    return { process, instance, state, due, level: correctionLevel(before.length), recipient, party, unit };
  });

/** One mail for each reminder that is to be sent. What it says is decided when it is sent, from what is owed then. */
const mailsFor =
  (asOf: PlainDate) =>
  (fresh: readonly Readonly<ReminderRow>[]): NewOutbox[] =>
    fresh
      .filter(({ status }) => status === 'pending')
      .map(({ id, due, level }) => ({ kind: 'mail', reminderId: id, due, payload: { on: asOf, level } }));

type Keyed = Pick<ReminderRow, 'process' | 'instance' | 'state' | 'due' | 'level' | 'recipient'>;

const keyOf = ({ process, instance, state, due, level, recipient }: Keyed): string =>
  [process, instance, state, due, level, recipient].join(' ');

const stepOf = ({ process, instance, state, recipient }: DueReminder): string =>
  [process, instance, state, recipient].join(' ');

const same = (before: readonly OwedRow[], after: readonly OwedRow[]): boolean => {
  const inOrder = (rows: readonly OwedRow[]) => canonicalJson(rows.map((row) => canonicalJson(row)).sort());
  return inOrder(before) === inOrder(after);
};
