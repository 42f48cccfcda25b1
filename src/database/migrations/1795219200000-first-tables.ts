import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions, TableIndex } from 'typeorm';

const varchar = (name: string): TableColumnOptions => ({ name, type: 'varchar' });
const text = (name: string): TableColumnOptions => ({ name, type: 'text' });
const integer = (name: string): TableColumnOptions => ({ name, type: 'integer' });
const bigint = (name: string): TableColumnOptions => ({ name, type: 'bigint' });
const key = (name: string): TableColumnOptions => ({ ...varchar(name), isPrimary: true });
const optional = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true });

const index = (name: string, ...columnNames: string[]) => new TableIndex({ name, columnNames });
const unique = (name: string, ...columnNames: string[]) => new TableIndex({ name, columnNames, isUnique: true });

const cases = new Table({
  name: 'cases',
  columns: [
    key('id'),
    ...['subject', 'kommun'].map(varchar),
    text('attributes'),
    integer('version'),
    ...['registry_version', 'status'].map(varchar),
    bigint('opened_at'),
    optional(varchar('next_boundary_on')),
    optional(varchar('owed_until')),
  ],
  indices: [index('cases_next_boundary', 'next_boundary_on'), index('cases_owed_until', 'owed_until')],
});

const facts = new Table({
  name: 'facts',
  columns: [
    key('id'),
    varchar('case_id'),
    integer('seq'),
    ...['type', 'on_date', 'by_party'].map(varchar),
    optional(varchar('by_unit')),
    text('data'),
    bigint('recorded_at'),
    varchar('recorded_by'),
    optional(varchar('corrects')),
    optional(varchar('reason')),
    ...['prev_hash', 'hash'].map(varchar),
  ],
  indices: [unique('facts_case_seq', 'case_id', 'seq')],
});

const idempotencyKeys = new Table({
  name: 'idempotency_keys',
  columns: [key('key'), varchar('request_hash'), integer('status'), text('body'), bigint('created_at')],
});

const caseNumbers = new Table({ name: 'case_numbers', columns: [key('series'), integer('last')] });

const owedSteps = new Table({
  name: 'owed_steps',
  columns: [
    key('id'),
    ...['case_id', 'kommun', 'subject', 'process', 'instance', 'state', 'party'].map(varchar),
    optional(varchar('unit')),
    optional(varchar('contact')),
    ...['due', 'due_kind', 'certainty', 'since', 'basis'].map(varchar),
    optional(varchar('clause')),
    integer('gap'),
    ...['facts', 'due_detail'].map(text),
  ],
  indices: [
    index('owed_steps_case', 'case_id'),
    index('owed_steps_party_kommun_due', 'party', 'kommun', 'due', 'id'),
    index('owed_steps_party_due', 'party', 'due', 'id'),
    index('owed_steps_kommun_due', 'kommun', 'due', 'id'),
    index('owed_steps_due', 'due', 'id'),
    index('owed_steps_process_due', 'process', 'due', 'id'),
  ],
});

const owedCounters = new Table({ name: 'owed_counters', columns: [key('party'), key('kommun'), integer('open')] });

const reminders = new Table({
  name: 'reminders',
  columns: [
    key('id'),
    ...['case_id', 'process', 'instance', 'state', 'due', 'level', 'recipient', 'party'].map(varchar),
    optional(varchar('unit')),
    bigint('created_at'),
    varchar('status'),
  ],
  indices: [unique('reminders_once', 'case_id', 'process', 'instance', 'state', 'due', 'level', 'recipient')],
});

const outbox = new Table({
  name: 'outbox',
  columns: [
    key('id'),
    ...['kind', 'case_id'].map(varchar),
    optional(varchar('reminder_id')),
    text('payload'),
    bigint('created_at'),
    optional(bigint('sent_at')),
    integer('attempts'),
    optional(bigint('next_attempt_at')),
    optional(text('last_error')),
  ],
  indices: [index('outbox_next_attempt', 'next_attempt_at')],
});

const tables = [cases, facts, idempotencyKeys, caseNumbers, owedSteps, owedCounters, reminders, outbox];

/**
 * All tables of the first version. A migration is history: it says the columns itself instead of asking the entities,
 * and it is never edited once a version with it is in use.
 */
export class FirstTables1795219200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table);
  }
}
