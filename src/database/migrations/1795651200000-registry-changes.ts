import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

const changes = new Table({
  name: 'registry_changes',
  columns: [
    { name: 'seq', type: 'integer', isPrimary: true },
    { name: 'kind', type: 'varchar' },
    { name: 'at', type: 'bigint' },
    { name: 'done_by', type: 'varchar' },
    { name: 'from_versions', type: 'text' },
    { name: 'to_version', type: 'varchar' },
    { name: 'counts', type: 'text' },
    { name: 'content_hash', type: 'varchar' },
    { name: 'prev_hash', type: 'varchar' },
    { name: 'hash', type: 'varchar' },
  ],
});

const computedOn = new TableIndex({ name: 'cases_computed_on', columnNames: ['computed_on'] });

/**
 * Where each case stood and for which day that was computed, and the book of registry changes. The columns are added in
 * plain SQL, which both databases understand alike: TypeORM's own `addColumn` copies the whole table on SQLite.
 */
export class RegistryChanges1795651200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cases ADD COLUMN positions text');
    await runner.query('ALTER TABLE cases ADD COLUMN computed_on varchar');
    await runner.createIndex('cases', computedOn);
    await runner.createTable(changes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(changes);
    await runner.dropIndex('cases', computedOn);
    await runner.query('ALTER TABLE cases DROP COLUMN computed_on');
    await runner.query('ALTER TABLE cases DROP COLUMN positions');
  }
}
