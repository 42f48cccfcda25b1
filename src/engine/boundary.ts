/** The next day on which anything about a case changes by time alone. */
import type { PlainDate } from '../../machines/grammar/index.js';
import { calendar } from './calendar/calendar.js';
import type { CasePosition } from './fold.js';
import { nextActions } from './next-actions.js';
import { levels, type ReminderOptions } from './reminders.js';

/** The first day after the position's own on which a time fact, a reminder level or lateness comes; null when none will. */
export function nextBoundary(position: CasePosition, options: ReminderOptions): PlainDate | null {
  const actions = nextActions(position, options);
  const timeFacts = position.positions.flatMap((p) => p.ahead.map((time) => time.on));
  const late = actions.flatMap((action) => (action.due.date ? [calendar.addDays(action.due.date, 1)] : []));
  const reminded = actions.flatMap((action) => levels(action, options.schedule).map((level) => level.from));
  const agreements = options.agreements.flatMap((a) => [
    a.valid.from,
    ...(a.valid.to ? [calendar.addDays(a.valid.to, 1)] : []),
  ]);
  const coming = [...timeFacts, ...late, ...reminded, ...agreements].filter((day) => day > position.asOf);
  return coming.sort()[0] ?? null;
}
