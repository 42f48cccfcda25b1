import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = ['stated_afterwards', 'not_before'];

/**
 * How a fact that was forgotten was told afterwards, and the first day on which it can have happened. The columns are
 * added in place: TypeORM would copy the whole log on SQLite, and the statement is the same on both databases.
 */
export class FactsStatedAfterwards1795305600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of columns) await runner.query(`ALTER TABLE facts ADD COLUMN ${column} varchar`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of columns.toReversed()) await runner.query(`ALTER TABLE facts DROP COLUMN ${column}`);
  }
}
