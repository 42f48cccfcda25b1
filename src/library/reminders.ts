/** Reads when to remind. Only steps that somebody owes can be named. */
import { join } from 'node:path';
import { isStep } from '../../machines/grammar/index.js';
import type { Registry } from '../engine/registry.js';
import { ReminderScheduleDto } from './dto/reminder-schedule.dto.js';
import { type Reading, readAs, unlessKnown } from './reading.js';

export function readReminders(folder: string, registry: Registry): Reading<ReminderScheduleDto> {
  const owed = new Set([...registry.states.values()].filter(({ meta }) => isStep(meta)).map(({ key }) => key));
  return readAs(ReminderScheduleDto, join(folder, 'reminders.yaml'), 'machines/reminders.yaml', ({ steps }) =>
    Object.keys(steps).flatMap((key) => unlessKnown(['steps', key], key, owed, { sv: 'Steget', en: 'step' })),
  );
}
