/** The next day on which anything about a case changes by time alone. */
import type { PlainDate } from '../../machines/grammar/index.js';
import { calendar } from './calendar/calendar.js';
import type { CasePosition } from './fold.js';
import { nextActions } from './next-actions.js';
import { levels, type ReminderOptions } from './reminders.js';

/** The first day after the position's own on which other steps may be owed, or by others; null when none will. */
export function nextChange(
  position: CasePosition,
  { agreements }: Pick<ReminderOptions, 'agreements'>,
): PlainDate | null {
  const timeFacts = position.positions.flatMap((p) => p.ahead.map((time) => time.on));
  const terms = agreements.flatMap((a) => [a.valid.from, ...(a.valid.to ? [calendar.addDays(a.valid.to, 1)] : [])]);
  return firstAfter(position.asOf, [...timeFacts, ...terms]);
}

/** The first day after the position's own on which a change, a reminder level or lateness comes; null when none will. */
export function nextBoundary(position: CasePosition, options: ReminderOptions): PlainDate | null {
  const actions = nextActions(position, options);
  const late = actions.flatMap((action) => (action.due.date ? [calendar.addDays(action.due.date, 1)] : []));
  const reminded = actions.flatMap((action) => levels(action, options.schedule).map((level) => level.from));
  const change = nextChange(position, options);
  return firstAfter(position.asOf, [...(change ? [change] : []), ...late, ...reminded]);
}

const firstAfter = (day: PlainDate, days: readonly PlainDate[]): PlainDate | null =>
  days.filter((other) => other > day).sort()[0] ?? null;
