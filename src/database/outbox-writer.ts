import type { Database } from 'better-sqlite3';
import type { ReminderRow } from '../reminders/reminder.entity.js';
import { OUTBOX_COLUMNS, REMINDER_COLUMNS, REMINDER_KEY } from './columns.js';
import { insertSql } from './insert-sql.js';
import { newReminder, outboxRecord, reminderRecord } from './records.js';
import type { NewOutbox, NewReminder } from './write-path.js';

/** Stores reminders that are not there yet, and what is to be sent. */
export class OutboxWriter {
  private readonly insertReminder;
  private readonly insertOutbox;

  constructor(database: Database) {
    const reminder = insertSql('reminders', REMINDER_COLUMNS);
    this.insertReminder = database.prepare(`${reminder} ON CONFLICT (${REMINDER_KEY.join(', ')}) DO NOTHING`);
    this.insertOutbox = database.prepare(insertSql('outbox', OUTBOX_COLUMNS));
  }

  /** Stores the reminders; gives back those that were not there before. */
  remind(caseId: string, reminders: readonly NewReminder[], at: number): ReminderRow[] {
    return reminders.flatMap((reminder) => {
      const row = newReminder(caseId, reminder, at);
      const { changes } = this.insertReminder.run(reminderRecord(row));
      return changes === 1 ? [row] : [];
    });
  }

  /** Puts something in the outbox, to be sent at once. */
  put(caseId: string, messages: readonly NewOutbox[], at: number): void {
    for (const message of messages) this.insertOutbox.run(outboxRecord(caseId, message, at));
  }
}
