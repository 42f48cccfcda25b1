import type { PlainDate } from '../../machines/grammar/index.js';
import { OptionalDay } from '../http/day.js';

/** The day on which an agreement is held against the law and the processes. */
export class OnDayDto {
  @OptionalDay('The day of the question; today when left out')
  asOf?: PlainDate;
}
