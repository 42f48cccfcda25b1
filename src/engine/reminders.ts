/**
 * Which reminders exist on a day. Level-triggered: every level whose day has come, for every step that is still owed,
 * whoever asks and however often; so a sweep that runs twice, or after three weeks' downtime, finds the same set.
 */
import type { PlainDate } from '../../machines/grammar/index.js';
import { calendar } from './calendar/calendar.js';
import type { CasePosition } from './fold.js';
import { nextActions, type NextActionsOptions } from './next-actions.js';
import { leadTimes, type ReminderSchedule } from './reminder-schedule.js';
import type { NextAction } from './types.js';

export interface DueReminder {
  process: string;
  instance: string | null;
  state: string;
  due: PlainDate;
  /** `fore-14`, `pa-dagen`, `efter-7`. */
  level: string;
  /** The day on which the level was reached. */
  from: PlainDate;
  /** The unit that acts, or its party when no agreement names a unit. */
  recipient: string;
  action: NextAction;
}

export interface ReminderOptions extends NextActionsOptions {
  schedule: ReminderSchedule;
}

/** Every reminder level that has been reached for the steps owed in this position. */
export function reminders(position: CasePosition, options: ReminderOptions): DueReminder[] {
  return nextActions(position, options)
    .flatMap((action) => levels(action, options.schedule))
    .filter((reminder) => reminder.from <= position.asOf)
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.from < b.from ? -1 : 1));
}

/** All levels of a step, reached or not. A step without a date has none. */
export function levels(action: NextAction, schedule: ReminderSchedule): DueReminder[] {
  const { process, instance, state, due } = action;
  const lead = leadTimes(schedule, `${process}/${state}`, due.kind);
  if (!due.date || !lead) return [];
  const date = due.date;
  const at = (level: string, days: number): DueReminder => ({
    process,
    instance,
    state,
    due: date,
    level,
    from: calendar.addDays(date, days),
    recipient: action.unit ?? action.party,
    action,
  });
  return [
    ...lead.before.map((days) => at(`fore-${days}`, -days)),
    ...(lead.on_day ? [at('pa-dagen', 0)] : []),
    ...lead.after.map((days) => at(`efter-${days}`, days)),
  ];
}
