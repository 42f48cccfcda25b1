import type pg from 'pg';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations.js';

/** A connection is not waited for longer than this, and a transaction that stands still no longer than the other. */
const CONNECT_MS = 5_000;
const STANDS_STILL_MS = 30_000;

/** What every connection of ours says of itself. A server that hangs must not keep its locks for ever. */
export const connection = (url: string) => ({
  connectionString: url,
  application_name: 'etapp',
  connectionTimeoutMillis: CONNECT_MS,
  idle_in_transaction_session_timeout: STANDS_STILL_MS,
  keepAlive: true,
});

/** Options for TypeORM on PostgreSQL: the same entities and migrations as on SQLite. */
export const postgresOptions = (url: string) =>
  ({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsRun: true,
    synchronize: false,
    applicationName: 'etapp',
    connectTimeoutMS: CONNECT_MS,
    poolSize: 8,
    extra: { idle_in_transaction_session_timeout: STANDS_STILL_MS, keepAlive: true },
  }) satisfies DataSourceOptions;

/** TypeORM's own pool of connections, for statements that are not TypeORM's. */
export const postgresPool = (dataSource: DataSource): pg.Pool =>
  (dataSource.driver as unknown as { master: pg.Pool }).master;
