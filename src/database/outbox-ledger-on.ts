import type { DataSource } from 'typeorm';
import type { OutboxLedger } from '../reminders/outbox-ledger.js';
import { sqliteHandle } from './data-source.js';
import { postgresPool } from './postgres-data-source.js';
import { PostgresOutboxLedger } from './postgres-outbox-ledger.js';
import { SqliteOutboxLedger } from './sqlite-outbox-ledger.js';

/** The outbox ledger of an open database. */
export const outboxLedgerOn = (dataSource: DataSource): OutboxLedger =>
  dataSource.options.type === 'postgres'
    ? new PostgresOutboxLedger(postgresPool(dataSource))
    : new SqliteOutboxLedger(sqliteHandle(dataSource));
