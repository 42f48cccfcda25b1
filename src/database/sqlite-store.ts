import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions, sqliteHandle } from './data-source.js';
import { SqliteWritePath } from './sqlite-write-path.js';
import type { Store } from './store.js';

/** Opens the file, making it and its folder when they are missing. */
export async function openSqlite(path: string): Promise<Store> {
  if (path !== ':memory:') mkdirSync(dirname(resolve(path)), { recursive: true });
  const dataSource = await new DataSource(dataSourceOptions({ path })).initialize();
  const writePath = new SqliteWritePath(sqliteHandle(dataSource));
  const close = async () => {
    await writePath.close();
    if (dataSource.isInitialized) await dataSource.destroy();
  };
  return { dataSource, writePath, close };
}
