/** Day arithmetic after lag (1930:173) om beräkning av lagstadgad tid. Days in, days out; no clock, no time zone. */
import { Temporal } from 'temporal-polyfill';
import type { Calendar, PlainDate, RolledFrom } from '../../../machines/grammar/index.js';
import { remembered } from '../once.js';
import { restDay } from './holidays.js';

const read = (day: PlainDate): Temporal.PlainDate => Temporal.PlainDate.from(day);
const write = (day: Temporal.PlainDate): PlainDate => day.toString() as PlainDate;

const WORKING_DAYS_A_WEEK = 5;

/** Parses `YYYY-MM-DD`; undefined when it is no such day. */
export function parseDate(text: unknown): PlainDate | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return write(Temporal.PlainDate.from(text, { overflow: 'reject' }));
  } catch {
    return undefined;
  }
}

const addDays = remembered((from: PlainDate, days: number): PlainDate => write(read(from).add({ days })));

// 1930:173 1 §: the end day has the start day's number; a month without that day ends the time on its last day.
const addMonths = remembered((from: PlainDate, months: number): PlainDate => write(read(from).add({ months })));

const daysBetween = remembered((from: PlainDate, to: PlainDate): number => read(from).until(read(to)).days);

const weekdaysBetween = remembered((from: PlainDate, before: PlainDate): number => {
  const days = daysBetween(from, before);
  if (days <= 0) return 0;
  const weeks = Math.floor(days / 7);
  const first = read(from).dayOfWeek;
  const rest = Array.from({ length: days % 7 }, (_, i) => ((first - 1 + i) % 7) + 1);
  return weeks * WORKING_DAYS_A_WEEK + rest.filter((weekday) => weekday <= WORKING_DAYS_A_WEEK).length;
});

const lastOfMonth = (day: PlainDate): PlainDate => {
  const [year, month] = day.split('-');
  return lastOf(year!, Number(month));
};

const lastOf = remembered((year: string, month: number): PlainDate => {
  const first = Temporal.PlainDate.from({ year: Number(year), month, day: 1 });
  return write(first.with({ day: first.daysInMonth }));
});

const nthWeekday = remembered((from: PlainDate, count: number): PlainDate => {
  const weeks = Math.max(0, Math.floor((count - 1) / WORKING_DAYS_A_WEEK));
  let day = read(from).add({ weeks });
  let left = count - weeks * WORKING_DAYS_A_WEEK;
  for (;;) {
    if (day.dayOfWeek <= WORKING_DAYS_A_WEEK && --left <= 0) return write(day);
    day = day.add({ days: 1 });
  }
});

function rollOver(day: PlainDate): { date: PlainDate; rolledFrom?: RolledFrom } {
  const because = restDay(day);
  let date = day;
  while (restDay(date)) date = addDays(date, 1);
  return because ? { date, rolledFrom: { date: day, because } } : { date };
}

export const calendar: Calendar = {
  addDays,
  addMonths,
  dayBefore: (day) => addDays(day, -1),
  lastOfMonth,
  rollOver,
  daysBetween,
  weekdaysBetween,
  nthWeekday,
};
