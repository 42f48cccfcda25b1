import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../machines/grammar/index.js';

/** The day in Sweden at an instant, given in epoch milliseconds. */
export const dayInSweden = (at: number): PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO('Europe/Stockholm')
    .toPlainDate()
    .toString() as PlainDate;

/** The first millisecond of the day after, in Sweden. */
export const endOfDayInSweden = (day: PlainDate): number =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime('Europe/Stockholm').epochMilliseconds;

/** What time it is. Everything that needs to know asks this, so that a test can say what time it is. */
export abstract class Clock {
  /** Epoch milliseconds. */
  abstract now(): number;

  /** The day in Sweden. */
  today(): PlainDate {
    return dayInSweden(this.now());
  }
}

/** The machine's clock, read here and nowhere else. */
export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}
