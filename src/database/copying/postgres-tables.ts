import type pg from 'pg';
import type { StoredRow } from '../records.js';
import { type CopiedTable, pageSql, type Tables } from './tables.js';

/** The tables of a PostgreSQL database, seen as they were when the transaction began. */
export class PostgresTables implements Tables {
  constructor(private readonly client: pg.PoolClient) {
    // A connection that breaks tells of it twice; the statement that fails is the one that is listened to.
    client.on('error', () => undefined);
  }

  async begin(): Promise<void> {
    await this.client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  }

  async count({ name }: CopiedTable): Promise<number> {
    const { rows } = await this.client.query<{ count: string }>(`SELECT count(*) FROM ${name}`);
    return Number(rows[0]?.count);
  }

  async page(table: CopiedTable, key: readonly string[], after: StoredRow | undefined): Promise<StoredRow[]> {
    const statement = pageSql(table, key, after, (place) => `$${place}`);
    const { rows } = await this.client.query<StoredRow>(statement, after ? key.map((column) => after[column]) : []);
    return rows;
  }

  async insert({ name, columns }: CopiedTable, rows: readonly StoredRow[]): Promise<void> {
    const listed = columns.join(', ');
    await this.client.query(
      `INSERT INTO ${name} (${listed}) SELECT ${listed} FROM json_populate_recordset(NULL::${name}, $1::json)`,
      [JSON.stringify(rows)],
    );
  }

  async commit(): Promise<void> {
    await this.client.query('COMMIT');
  }

  // The connection is thrown away, and whatever it had not committed with it.
  end(): Promise<void> {
    this.client.release(true);
    return Promise.resolve();
  }
}
