import type { Database } from 'better-sqlite3';
import { insertSql } from '../insert-sql.js';
import type { StoredRow } from '../records.js';
import { type CopiedTable, pageSql, type Tables } from './tables.js';

/** The tables of an SQLite file. Nothing else may use the connection in the meantime. */
export class SqliteTables implements Tables {
  constructor(private readonly database: Database) {}

  begin(): Promise<void> {
    return done(() => void this.database.exec('BEGIN'));
  }

  count({ name }: CopiedTable): Promise<number> {
    return done(() => this.database.prepare(`SELECT count(*) FROM ${name}`).pluck().get() as number);
  }

  page(table: CopiedTable, key: readonly string[], after: StoredRow | undefined): Promise<StoredRow[]> {
    const statement = pageSql(table, key, after, () => '?');
    const values = after ? key.map((column) => after[column]) : [];
    return done(() => this.database.prepare(statement).all(...values) as StoredRow[]);
  }

  insert({ name, columns }: CopiedTable, rows: readonly StoredRow[]): Promise<void> {
    return done(() => {
      const statement = this.database.prepare(insertSql(name, columns));
      for (const row of rows) statement.run(row);
    });
  }

  commit(): Promise<void> {
    return done(() => void this.database.exec('COMMIT'));
  }

  end(): Promise<void> {
    return done(() => void (this.database.inTransaction && this.database.exec('ROLLBACK')));
  }
}

/** A fault is a rejection, as on a database that answers later. */
const done = async <T>(work: () => T): Promise<T> => await Promise.resolve(work());
