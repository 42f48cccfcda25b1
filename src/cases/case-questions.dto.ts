import type { PlainDate } from '../../machines/grammar/index.js';
import { OptionalDay, OptionalInstant } from '../http/day.js';
import { LookingDto } from './cases.dto.js';

/** How far ahead a forecast looks. */
export class ForecastQueryDto extends LookingDto {
  @OptionalDay('The last day of the forecast; the last limit of the case when left out')
  until?: PlainDate;
}

/** The day on which a fact would be recorded, and from what was known when. */
export class AwaitedQueryDto {
  @OptionalDay('The day of the fact; today when left out')
  on?: PlainDate;

  @OptionalInstant('Only what was recorded by then; a day means to its end')
  knownAt?: string;
}
