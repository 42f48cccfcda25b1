import { CaseNumberRow } from '../cases/case-number.entity.js';
import { CaseRow } from '../cases/case.entity.js';
import { FactRow } from '../cases/fact.entity.js';
import { IdempotencyKeyRow } from '../cases/idempotency-key.entity.js';
import { OwedCounterRow } from '../next-actions/owed-counter.entity.js';
import { OwedStepRow } from '../next-actions/owed-step.entity.js';
import { OutboxRow } from '../reminders/outbox.entity.js';
import { RegistryChangeRow } from '../registry-changes/registry-change.entity.js';
import { ReminderRow } from '../reminders/reminder.entity.js';

/** Every table of the database. */
export const entities = [
  CaseRow,
  FactRow,
  IdempotencyKeyRow,
  CaseNumberRow,
  OwedStepRow,
  OwedCounterRow,
  ReminderRow,
  OutboxRow,
  RegistryChangeRow,
];
