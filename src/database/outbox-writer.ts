import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { ReminderRow } from '../reminders/reminder.entity.js';
import { insertSql } from './insert-sql.js';
import type { NewOutbox, NewReminder } from './write-path.js';

/** Stores reminders that are not there yet, and what is to be sent. */
export class OutboxWriter {
  private readonly insertReminder;
  private readonly insertOutbox;

  constructor(database: Database) {
    const reminder = insertSql(
      'reminders',
      'id case_id process instance state due level recipient party unit created_at status',
    );
    this.insertReminder = database.prepare(
      `${reminder} ON CONFLICT (case_id, process, instance, state, due, level, recipient) DO NOTHING`,
    );
    this.insertOutbox = database.prepare(
      insertSql('outbox', 'id kind case_id reminder_id payload created_at sent_at attempts next_attempt_at last_error'),
    );
  }

  /** Stores the reminders; gives back those that were not there before. */
  remind(caseId: string, reminders: readonly NewReminder[], at: number): ReminderRow[] {
    return reminders.flatMap((reminder) => {
      const { status = 'pending', ...rest } = reminder;
      const row: ReminderRow = { ...rest, id: randomUUID(), caseId, createdAt: at, status };
      const { changes } = this.insertReminder.run({ ...rest, id: row.id, case_id: caseId, created_at: at, status });
      return changes === 1 ? [row] : [];
    });
  }

  /** Puts something in the outbox, to be sent at once. */
  put(caseId: string, messages: readonly NewOutbox[], at: number): void {
    for (const { kind, payload, reminderId } of messages) {
      this.insertOutbox.run({
        id: randomUUID(),
        kind,
        case_id: caseId,
        reminder_id: reminderId ?? null,
        payload: JSON.stringify(payload),
        created_at: at,
        sent_at: null,
        attempts: 0,
        next_attempt_at: at,
        last_error: null,
      });
    }
  }
}
