/**
 * The days that lag (1930:173) 2 § moves a deadline away from: Sundays and the other days of lag (1989:253), Saturdays,
 * midsommarafton, julafton and nyårsafton. Computed, and held against two libraries for 2005–2100 in the tests.
 */
import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../../../machines/grammar/index.js';

const SATURDAY = 6;
const SUNDAY = 7;

/** Easter Sunday after the Gregorian computus (Meeus/Jones/Butcher). */
function easter(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}

const saturdayFrom = (year: number, month: number, day: number): Temporal.PlainDate => {
  const first = Temporal.PlainDate.from({ year, month, day });
  return first.add({ days: (SATURDAY - first.dayOfWeek + 7) % 7 });
};

function namedDays(year: number): Map<string, string> {
  const on = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day });
  const paskdagen = easter(year);
  const midsommardagen = saturdayFrom(year, 6, 20);
  const days: [Temporal.PlainDate, string][] = [
    [on(1, 1), 'nyårsdagen'],
    [on(1, 6), 'trettondedag jul'],
    [paskdagen.subtract({ days: 2 }), 'långfredagen'],
    [paskdagen, 'påskdagen'],
    [paskdagen.add({ days: 1 }), 'annandag påsk'],
    [on(5, 1), 'första maj'],
    [paskdagen.add({ days: 39 }), 'Kristi himmelsfärdsdag'],
    [paskdagen.add({ days: 49 }), 'pingstdagen'],
    [on(6, 6), 'nationaldagen'],
    [midsommardagen.subtract({ days: 1 }), 'midsommarafton'],
    [midsommardagen, 'midsommardagen'],
    [saturdayFrom(year, 10, 31), 'alla helgons dag'],
    [on(12, 24), 'julafton'],
    [on(12, 25), 'juldagen'],
    [on(12, 26), 'annandag jul'],
    [on(12, 31), 'nyårsafton'],
  ];
  return new Map(days.map(([day, name]) => [day.toString(), name]));
}

const years = new Map<number, Map<string, string>>();

/** The name of the holiday or eve, or undefined on an ordinary day of the calendar. */
export function holidayName(day: PlainDate): string | undefined {
  const year = Number(day.slice(0, 4));
  let named = years.get(year);
  if (!named) years.set(year, (named = namedDays(year)));
  return named.get(day);
}

/** Why an act need not be done on this day (1930:173 2 §), or undefined when it is an ordinary working day. */
export function restDay(day: PlainDate): string | undefined {
  const name = holidayName(day);
  if (name) return name;
  const weekday = Temporal.PlainDate.from(day).dayOfWeek;
  if (weekday === SATURDAY) return 'lördag';
  return weekday === SUNDAY ? 'söndag' : undefined;
}
