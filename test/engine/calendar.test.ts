/**
 * Deadlines follow lag (1930:173). If this broke, a person would be told a wrong last day: a right lost or an
 * authority blamed.
 */
import Holidays from 'date-holidays';
import { getHolidays } from 'swedish-holidays';
import type { PlainDate } from '../../machines/grammar/index.js';
import { calendar, parseDate } from '../../src/engine/calendar/calendar.js';
import { holidayName, restDay } from '../../src/engine/calendar/holidays.js';

describe('1930:173 1 § – time in weeks and months ends on the same day', () => {
  test.each<[PlainDate, number, PlainDate]>([
    ['2024-02-29', 36, '2027-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2026-01-01', 36, '2029-01-01'],
  ])('%s plus %i months ends %s', (from, months, end) => {
    expect(calendar.addMonths(from, months)).toBe(end);
  });

  test.each<[PlainDate, PlainDate]>([
    ['2026-12-10', '2026-12-31'],
    ['2027-06-04', '2027-06-25'],
    ['2026-03-13', '2026-04-03'],
    ['2026-10-09', '2026-10-30'],
    ['2026-12-03', '2026-12-24'],
  ])('%s plus three weeks ends %s', (from, end) => {
    expect(calendar.addDays(from, 21)).toBe(end);
  });
});

describe('1930:173 2 § – an act due on a rest day may be done the next weekday', () => {
  test.each<[PlainDate, PlainDate, string | undefined]>([
    ['2027-02-28', '2027-03-01', 'söndag'],
    ['2024-02-29', '2024-02-29', undefined],
    ['2025-02-28', '2025-02-28', undefined],
    ['2026-02-28', '2026-03-02', 'lördag'],
    ['2029-01-01', '2029-01-02', 'nyårsdagen'],
    ['2026-12-31', '2027-01-04', 'nyårsafton'],
    ['2027-06-25', '2027-06-28', 'midsommarafton'],
    ['2026-04-03', '2026-04-07', 'långfredagen'],
    ['2026-10-30', '2026-10-30', undefined],
    ['2026-12-24', '2026-12-28', 'julafton'],
  ])('due %s, may be done %s', (due, done, because) => {
    expect(calendar.rollOver(due)).toEqual(
      because ? { date: done, rolledFrom: { date: due, because } } : { date: done },
    );
  });

  test('skärtorsdag, trettondagsafton, valborg and squeezed-in days are ordinary days', () => {
    const ordinary: PlainDate[] = ['2026-04-02', '2026-01-05', '2026-04-30', '2026-05-15'];
    expect(ordinary.map(restDay)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('the holidays and the three eves equal two libraries in every year from 2005 to 2100', () => {
  const eves = ['midsommarafton', 'julafton', 'nyårsafton'];
  const one = new Holidays('SE');
  const listed = (year: number) => {
    const days: string[] = [];
    for (let day: PlainDate = `${year}-01-01`; day.startsWith(`${year}-`); day = calendar.addDays(day, 1))
      if (holidayName(day)) days.push(day);
    return days;
  };

  test.each(Array.from({ length: 96 }, (_, i) => 2005 + i))('%i', (year) => {
    const first = one
      .getHolidays(year)
      .filter((h) => h.type === 'public' || eves.includes(h.name))
      .map((h) => h.date.slice(0, 10));
    const second = getHolidays(year)
      .filter((h) => h.isPublicHoliday || eves.includes(h.name.toLowerCase()))
      .map((h) => h.date.toISOString().slice(0, 10));
    // Two holidays may fall on one day (Kristi himmelsfärdsdag on första maj in 2008).
    expect(listed(year)).toEqual([...new Set(first)].sort());
    expect(listed(year)).toEqual([...new Set(second)].sort());
  });
});

describe('weekdays, the unit of ersättningsdagar', () => {
  test('a whole week holds five', () => {
    expect(calendar.weekdaysBetween('2024-01-03', '2024-01-10')).toBe(5);
  });
  test('a weekend holds none', () => {
    expect(calendar.weekdaysBetween('2024-01-06', '2024-01-08')).toBe(0);
  });
  test('counting forwards and backwards agree for every start day and length', () => {
    for (let start = 1; start <= 14; start++)
      for (let count = 1; count <= 60; count++) {
        const from = calendar.addDays('2024-01-01', start);
        const last = calendar.nthWeekday(from, count);
        expect(calendar.weekdaysBetween(from, calendar.addDays(last, 1))).toBe(count);
      }
  });
});

test('a text that is no day is no date', () => {
  expect([parseDate('2024-02-30'), parseDate('24-02-01'), parseDate('2024-2-1'), parseDate(20240201)]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(parseDate('2024-02-29')).toBe('2024-02-29');
});
