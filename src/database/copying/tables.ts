import type { DataSource } from 'typeorm';
import type { StoredRow } from '../records.js';

/** A table as both databases have it. */
export interface CopiedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns that hold 64-bit numbers, which PostgreSQL hands over as text. */
  readonly numbers: readonly string[];
  readonly key: readonly string[];
}

/** Every table that an entity describes, so that a new one is copied without being named here. */
export const tablesOf = ({ entityMetadatas }: DataSource): CopiedTable[] =>
  entityMetadatas
    .map(({ tableName, columns, primaryColumns }) => ({
      name: tableName,
      columns: columns.map(({ databaseName }) => databaseName),
      numbers: columns.filter(({ type }) => type === 'bigint').map(({ databaseName }) => databaseName),
      key: primaryColumns.map(({ databaseName }) => databaseName),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** The tables of one database, inside one transaction that is kept or taken back as a whole. */
export interface Tables {
  begin(): Promise<void>;
  count(table: CopiedTable): Promise<number>;
  /** The rows after this one, in the order of a unique key; from the first when left out. */
  page(table: CopiedTable, key: readonly string[], after: StoredRow | undefined): Promise<StoredRow[]>;
  insert(table: CopiedTable, rows: readonly StoredRow[]): Promise<void>;
  /** Keeps what was written. */
  commit(): Promise<void>;
  /** Takes back what was not kept, and lets go of the database. */
  end(): Promise<void>;
}

/** So many rows are in memory at a time. */
export const PAGE = 1000;

/** The SQL of a page; `mark` writes the parameter of a place. */
export function pageSql(
  { name, columns }: CopiedTable,
  key: readonly string[],
  after: StoredRow | undefined,
  mark: (place: number) => string,
): string {
  const order = key.join(', ');
  const where = after ? `WHERE (${order}) > (${key.map((_, place) => mark(place + 1)).join(', ')})` : '';
  return `SELECT ${columns.join(', ')} FROM ${name} ${where} ORDER BY ${order} LIMIT ${PAGE}`;
}

/** Every row of a table, in the order of a unique key. */
export async function* rowsOf(
  tables: Tables,
  table: CopiedTable,
  key: readonly string[] = table.key,
): AsyncGenerator<StoredRow[]> {
  for (let after: StoredRow | undefined; ;) {
    const page = await tables.page(table, key, after);
    if (page.length > 0) yield page.map((row) => withNumbers(table, row));
    if (page.length < PAGE) return;
    after = page.at(-1);
  }
}

const withNumbers = ({ numbers }: CopiedTable, row: StoredRow): StoredRow => {
  const changed = numbers.map((column) => [column, row[column] == null ? null : Number(row[column])] as const);
  return { ...row, ...Object.fromEntries(changed) };
};
