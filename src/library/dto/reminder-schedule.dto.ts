/** The shape of `machines/reminders.yaml`. Every entry says why; the numbers are Etapp's own and never law. */
import type { LeadTimes, ReminderSchedule } from '../../engine/reminder-schedule.js';
import { Text, Truth, Wholes } from './fields.js';
import { Part, TableOf } from './parts.js';

const A_YEAR = 366;
const optional = { optional: true } as const;

class LeadTimesDto implements LeadTimes {
  @Wholes(1, A_YEAR) before: number[];
  @Truth() on_day: boolean;
  @Wholes(1, A_YEAR) after: number[];
  @Text() why: string;
}

class StepLeadTimesDto implements Partial<LeadTimes> {
  @Wholes(1, A_YEAR, optional) before?: number[];
  @Truth(optional) on_day?: boolean;
  @Wholes(1, A_YEAR, optional) after?: number[];
  @Text() why: string;
}

class DefaultsDto {
  @Part(() => LeadTimesDto) hard: LeadTimesDto;
  @Part(() => LeadTimesDto) soft: LeadTimesDto;
  @Part(() => LeadTimesDto) practice: LeadTimesDto;
  @Part(() => LeadTimesDto) local: LeadTimesDto;
}

export class ReminderScheduleDto implements ReminderSchedule {
  @Part(() => DefaultsDto) default: DefaultsDto;
  @TableOf(() => StepLeadTimesDto) steps: Record<string, StepLeadTimesDto>;
}
