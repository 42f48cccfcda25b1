/** Reads when to remind. */
import { join } from 'node:path';
import { isStep } from '../../machines/grammar/index.js';
import type { Registry } from '../engine/registry.js';
import { ReminderScheduleDto } from './dto/reminder-schedule.dto.js';
import { type Reading, readAs, shownIn, unlessKnown } from './reading.js';

/** The reminder schedule. Only steps that somebody owes can be named. */
export function readReminders(folder: string, registry: Registry): Reading<ReminderScheduleDto> {
  const path = join(folder, 'reminders.yaml');
  const owed = new Set([...registry.states.values()].filter(({ meta }) => isStep(meta)).map(({ key }) => key));
  return readAs(ReminderScheduleDto, path, shownIn(folder, path), ({ steps }) =>
    Object.keys(steps).flatMap((key) => unlessKnown(['steps', key], key, owed, { sv: 'Steget', en: 'step' })),
  );
}
