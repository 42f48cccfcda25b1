/** When to remind, in days around a due date. The shape of `machines/reminders.yaml`; Etapp's own defaults, never law. */
export interface LeadTimes {
  /** Days before the due date, largest first. */
  before: number[];
  on_day: boolean;
  /** Days after the due date. */
  after: number[];
  why?: string;
}

export interface ReminderSchedule {
  default: Record<'hard' | 'soft' | 'practice' | 'local', LeadTimes>;
  /** By `process/state`; what is left out is taken from the default of the deadline's kind. */
  steps: Record<string, Partial<LeadTimes>>;
}

/** The lead times of a step, or undefined for a step that has no number to remind of. */
export const leadTimes = (schedule: ReminderSchedule, stepKey: string, kind: string): LeadTimes | undefined => {
  const general = Object.hasOwn(schedule.default, kind) ? schedule.default[kind as 'hard'] : undefined;
  return general && { ...general, ...schedule.steps[stepKey] };
};
