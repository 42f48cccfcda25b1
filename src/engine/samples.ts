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

const RELATIVE = /^([+-]\d+)(?:\.\.([+-]\d+))?$/;

/** Chooses from a range of relative days; the middle of it when nothing else is asked for. */
type Choose = (least: number, most: number) => number;
const middle: Choose = (least, most) => Math.round((least + most) / 2);

/** The data of a sample on a day: relative dates become days. */
export const sampleData = (
  data: Record<string, unknown>,
  on: PlainDate,
  choose: Choose = middle,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, dayOf(value, on, choose) ?? value]));

function dayOf(value: unknown, on: PlainDate, choose: Choose): PlainDate | undefined {
  const [, least, most = least] = (typeof value === 'string' && RELATIVE.exec(value)) || [];
  return least === undefined ? undefined : calendar.addDays(on, choose(Number(least), Number(most)));
}

export const sampleEvents = (process: Process, on: PlainDate, book: StatuteBook): SampleEvent[] =>
  process.samples.map(({ type, data }) => ({ type, on, data: sampleData(data ?? {}, on), law: lawOn(book, on) }));
