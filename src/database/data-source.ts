import type { Database } from 'better-sqlite3';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations.js';

const OLDEST_SQLITE = [3, 51, 3] as const;

/**
 * Throws for an SQLite that can lose committed data: 3.7.0–3.51.2 have a fault in write-ahead logging with more than one
 * connection (the WAL-reset bug), and this application has more than one as soon as somebody looks into the file.
 */
export const assertSqliteVersion = (version: string): void => {
  const parts = version.split('.').map(Number);
  const difference = OLDEST_SQLITE.map((oldest, place) => (parts[place] ?? 0) - oldest).find((part) => part !== 0) ?? 0;
  if (difference >= 0) return;
  const oldest = OLDEST_SQLITE.join('.');
  throw new Error(
    `SQLite ${version} kan förlora sparade uppgifter (WAL-reset-felet). Etapp behöver SQLite ${oldest} eller senare. / ` +
      `SQLite ${version} can lose committed data (the WAL-reset bug). Etapp needs SQLite ${oldest} or later.`,
  );
};

/** Runs on the fresh connection, before TypeORM uses it. FULL: an answered write survives a power cut. */
const prepare = (database: Database): void => {
  try {
    assertSqliteVersion(database.prepare('SELECT sqlite_version()').pluck().get() as string);
  } catch (error) {
    database.close();
    throw error;
  }
  database.pragma('busy_timeout = 5000');
  database.pragma('synchronous = FULL');
};

/** Options for TypeORM: the schema comes from migrations alone, and they run when the database is opened. */
export const dataSourceOptions = ({ path }: { path: string }) =>
  ({
    type: 'better-sqlite3',
    database: path,
    entities,
    migrations,
    migrationsRun: true,
    synchronize: false,
    enableWAL: true,
    prepareDatabase: prepare,
  }) satisfies DataSourceOptions;

/** TypeORM's own SQLite connection, for the synchronous statements of the write path. */
export const sqliteHandle = (dataSource: DataSource): Database =>
  (dataSource.driver as unknown as { databaseConnection: Database }).databaseConnection;
