import type { DataSource } from 'typeorm';
import { addressOf } from './address.js';
import type { WritePath } from './write-path.js';

/** The injection token of the write path. */
export const WRITE_PATH = Symbol('write path');

/** An open, migrated database: TypeORM for reading, the write path for writing. */
export interface Store {
  readonly dataSource: DataSource;
  readonly writePath: WritePath;
  /** Carries out what is waiting, then closes. May be called twice. */
  close(): Promise<void>;
}

/**
 * Opens `sqlite:PATH`, making the folder and the file when they are missing, or `postgres://…`, whose database must
 * exist. Throws when the address is not understood or the database does not answer.
 */
export async function openStore(url: string): Promise<Store> {
  const address = addressOf(url);
  // Each driver is loaded when it is needed: a command on a file is not to wait for one that speaks to a server.
  if (address.kind === 'sqlite') return (await import('./sqlite-store.js')).openSqlite(address.path);
  return (await import('./postgres-store.js')).openPostgres(address.url);
}
