import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions, sqliteHandle, sqlitePath } from './data-source.js';
import { SqliteWritePath } from './sqlite-write-path.js';
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

/** Opens `sqlite:PATH`, making the folder and the file when they are missing. Throws when the address is not understood. */
export async function openStore(url: string): Promise<Store> {
  const path = sqlitePath(url);
  if (path !== ':memory:') mkdirSync(dirname(resolve(path)), { recursive: true });
  const dataSource = await new DataSource(dataSourceOptions({ path })).initialize();
  const writePath = new SqliteWritePath(sqliteHandle(dataSource));
  const close = async () => {
    await writePath.close();
    if (dataSource.isInitialized) await dataSource.destroy();
  };
  return { dataSource, writePath, close };
}
