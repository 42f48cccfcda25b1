import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { dataSourceOptions, sqliteHandle } from '../../../src/database/data-source.js';
import { SqliteWritePath } from '../../../src/database/sqlite-write-path.js';
import { ONCE } from '../../../src/next-actions/owed-step.entity.js';
import type { Decision, NewFact, NewReminder, Opening, OwedRow, Writes } from '../../../src/database/write-path.js';

export const AT = Date.UTC(2026, 2, 2, 8);

/** A database of its own in a file, as the application opens it. */
export interface FreshDatabase {
  dataSource: DataSource;
  /** TypeORM's connection, the one that the write path uses. */
  handle: Database;
  writePath: SqliteWritePath;
  /** A connection of its own: it sees what is committed and nothing else. */
  outside: Database;
  /** Every statement that SQLite has been given on the handle. */
  statements: string[];
}

const disposals: (() => Promise<void>)[] = [];

export const freshDatabase = async (): Promise<FreshDatabase> => {
  const folder = mkdtempSync(join(tmpdir(), 'etapp-'));
  const path = join(folder, 'etapp.db');
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
    rmSync(folder, { recursive: true });
  });
  return { dataSource, handle, writePath, outside, statements };
};

export const disposeDatabases = async (): Promise<void> => {
  for (const dispose of disposals.splice(0)) await dispose();
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
export const openCase = ({ writePath }: FreshDatabase, changes: Partial<Opening> = {}): Promise<string> =>
  writePath.open(opening(changes), storing({}));

/** How many rows of a table are committed. */
export const committedRows = ({ outside }: FreshDatabase, table: string): number =>
  outside.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
