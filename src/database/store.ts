import type { DataSource } from 'typeorm';
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
