/** The sample facts of a process as events on a day, with the law in force on that day. */
import type { Law, PlainDate, Process } from '../../machines/grammar/index.js';
import { calendar } from './calendar/calendar.js';
import { lawOn } from './law/law-on.js';
import type { StatuteBook } from './law/statute-book.js';

export interface SampleEvent {
  type: string;
  on: PlainDate;
  data: Record<string, unknown>;
  law: Law;
}

/** Dates in samples may be relative to the day of the fact: `+30` is thirty days later. */
export const sampleData = (data: Record<string, unknown>, on: PlainDate): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string' && /^\+\d+$/.test(value) ? calendar.addDays(on, Number(value)) : value,
    ]),
  );

export const sampleEvents = (process: Process, on: PlainDate, book: StatuteBook): SampleEvent[] =>
  process.samples.map(({ type, data }) => ({ type, on, data: sampleData(data ?? {}, on), law: lawOn(book, on) }));
