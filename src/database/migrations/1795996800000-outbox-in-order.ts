import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const former = new TableIndex({ name: 'outbox_next_attempt', columnNames: ['next_attempt_at'] });
const waiting = new TableIndex({
  name: 'outbox_waiting',
  columnNames: ['due', 'next_attempt_at', 'id'],
  where: 'next_attempt_at IS NOT NULL',
});
const reminder = new TableIndex({ name: 'outbox_reminder', columnNames: ['reminder_id'] });

/**
 * The outbox in the order it is sent in. Without it the next message was found by looking at all that wait, and noting
 * what became of it by looking at all there ever were.
 */
export class OutboxInOrder1795996800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox ADD COLUMN due varchar');
    await runner.query('UPDATE outbox SET due = (SELECT r.due FROM reminders r WHERE r.id = outbox.reminder_id)');
    await runner.dropIndex('outbox', former);
    await runner.createIndex('outbox', waiting);
    await runner.createIndex('outbox', reminder);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('outbox', reminder);
    await runner.dropIndex('outbox', waiting);
    await runner.createIndex('outbox', former);
    await runner.query('ALTER TABLE outbox DROP COLUMN due');
  }
}
