import { randomUUID } from 'node:crypto';
import Sqlite, { type Database } from 'better-sqlite3';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { addressOf } from '../../../src/database/address.js';
import { dataSourceOptions, sqliteHandle } from '../../../src/database/data-source.js';
import { SqliteWritePath } from '../../../src/database/sqlite-write-path.js';
import { openStore } from '../../../src/database/open-store.js';
import type { Store } from '../../../src/database/store.js';
import { ONCE } from '../../../src/next-actions/owed-step.entity.js';
import type {
  Decision,
  NewFact,
  NewReminder,
  Opening,
  OwedRow,
  WritePath,
  Writes,
} from '../../../src/database/write-path.js';
import { chosenDatabase, databases, dropDatabases, type TestDatabase } from '../../support/databases.js';

export const AT = Date.UTC(2026, 2, 2, 8);

/** A database of its own, as the application opens it. */
export interface FreshDatabase {
  url: string;
  dataSource: DataSource;
  writePath: WritePath;
  /** What is committed, read on a connection of its own. The statement is one that every database understands. */
  rows<T = Record<string, unknown>>(statement: string): Promise<T[]>;
  /** Writes past the write path. */
  run(statement: string): Promise<void>;
  /** The same database, opened once more: another server. */
  another(): Promise<Store>;
}

/** The embedded database, with what only it has. */
export interface FreshSqlite extends FreshDatabase {
  /** TypeORM's connection, the one that the write path uses. */
  handle: Database;
  /** A connection of its own: it sees what is committed and nothing else. */
  outside: Database;
  /** Every statement that SQLite has been given on the handle. */
  statements: string[];
}

const disposals: (() => Promise<unknown>)[] = [];

/** The database that is chosen for the suite, or the one named. */
export const freshDatabase = (database: TestDatabase = chosenDatabase()): Promise<FreshDatabase> =>
  database.name === 'SQLite' ? freshSqlite() : freshPostgres(database);

export async function freshSqlite(): Promise<FreshSqlite> {
  const url = await databases[0]!.fresh();
  const { path } = addressOf(url) as { path: string };
  const statements: string[] = [];
  const verbose = (statement: string) => statements.push(statement);
  const dataSource = await new DataSource({ ...dataSourceOptions({ path }), verbose }).initialize();
  const handle = sqliteHandle(dataSource);
  const writePath = new SqliteWritePath(handle);
  const outside = new Sqlite(path, { readonly: true });
  disposals.push(async () => {
    await writePath.close();
    outside.close();
    await dataSource.destroy();
  });
  return {
    url,
    dataSource,
    handle,
    writePath,
    outside,
    statements,
    rows: <T>(statement: string) => Promise.resolve(outside.prepare(statement).all() as T[]),
    run: (statement) => Promise.resolve(void handle.exec(statement)),
    another: () => opened(url),
  };
}

async function freshPostgres(database: TestDatabase): Promise<FreshDatabase> {
  const url = await database.fresh();
  const { dataSource, writePath } = await opened(url);
  const outside = new pg.Pool({ connectionString: url, max: 2 });
  outside.on('error', () => undefined);
  disposals.push(() => outside.end());
  return {
    url,
    dataSource,
    writePath,
    rows: async <T>(statement: string) => (await outside.query(statement)).rows as T[],
    run: async (statement) => void (await outside.query(statement)),
    another: () => opened(url),
  };
}

async function opened(url: string): Promise<Store> {
  const store = await openStore(url);
  disposals.push(() => store.close());
  return store;
}

export const disposeDatabases = async (): Promise<void> => {
  for (const dispose of disposals.splice(0).reverse()) await dispose();
  await dropDatabases();
};

export const opening = (changes: Partial<Opening> = {}): Opening => ({
  subject: 'deltagare',
  kommun: '0763',
  year: '2026',
  attributes: { route: 'anvisad' },
  registryVersion: 'r1',
  at: AT,
  ...changes,
});

export const fact = (changes: Partial<NewFact> = {}): NewFact => ({
  id: randomUUID(),
  type: 'folkbokforing.registrerad',
  on: '2026-03-01',
  by: { party: 'skatteverket' },
  data: { kommun: '0763' },
  recordedBy: 'handlaggare-1',
  ...changes,
});

export const owed = (changes: Partial<OwedRow> = {}): OwedRow => ({
  process: 'sfi',
  instance: ONCE,
  state: 'vantarPaAnmalan',
  party: 'kommun',
  unit: null,
  contact: null,
  due: '2026-04-01',
  dueKind: 'local',
  certainty: 'settled',
  since: '2026-03-01',
  basis: 'R24',
  clause: null,
  gap: 0,
  facts: ['sfi.anmald'],
  dueDetail: { date: '2026-04-01', kind: 'local', certainty: 'settled', rules: [], inputs: {} },
  ...changes,
});

export const reminder = (changes: Partial<NewReminder> = {}): NewReminder => ({
  process: 'sfi',
  instance: ONCE,
  state: 'vantarPaAnmalan',
  due: '2026-04-01',
  level: 'fore-14',
  recipient: 'integration@kommunen.example',
  party: 'kommun',
  unit: null,
  ...changes,
});

/** A decision that stores these writes and answers with the id of the case. */
export const storing =
  (writes: Writes) =>
  ({ row }: { row: { id: string } }): Decision<string> => ({ result: row.id, writes });

/** Opens a case and gives back its id. */
export const openCase = (
  { writePath }: Pick<FreshDatabase, 'writePath'>,
  changes: Partial<Opening> = {},
): Promise<string> => writePath.open(opening(changes), storing({}));

/** How many rows of a table are committed. */
export const committedRows = async ({ rows }: Pick<FreshDatabase, 'rows'>, table: string): Promise<number> =>
  Number((await rows<{ count: number | string }>(`SELECT count(*) AS count FROM ${table}`))[0]?.count);
