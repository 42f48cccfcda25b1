/** Copies everything from one database to another, whichever they are, and proves that it is the same. */
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { canonicalJson } from '../../cases/canonical-json.js';
import { verifyRows } from '../../cases/fact-row.js';
import type { FactRow } from '../../cases/fact.entity.js';
import { sqliteHandle } from '../data-source.js';
import { postgresPool } from '../postgres-data-source.js';
import { factRowOf, type StoredRow } from '../records.js';
import type { Store } from '../store.js';
import { PostgresTables } from './postgres-tables.js';
import { SqliteTables } from './sqlite-tables.js';
import { type CopiedTable, rowsOf, type Tables, tablesOf } from './tables.js';

/** The target has rows already; nothing was changed. */
export class TargetNotEmpty extends Error {
  constructor(readonly table: string) {
    super(`The table ${table} of the target is not empty.`);
    this.name = 'TargetNotEmpty';
  }
}

/** The log of a case does not hold: a fact was changed, moved or taken out. Nothing was copied. */
export class ChainBroken extends Error {
  constructor(
    readonly caseId: string,
    readonly seq: number,
  ) {
    super(`The chain of case ${caseId} breaks at fact ${seq}.`);
    this.name = 'ChainBroken';
  }
}

/** What came to the target is not what was sent. Nothing was kept. */
export class CopyDiffers extends Error {
  constructor(readonly table: string) {
    super(`The table ${table} of the target is not the one of the source.`);
    this.name = 'CopyDiffers';
  }
}

/** How many rows of each table were copied and found to be the same. */
export type Copied = Readonly<Record<string, number>>;

/** Told how many rows have been copied or compared, of how many. */
export type Progress = (done: number, of: number) => void;

/**
 * Copies every row to an empty database, compares both, verifies the chain of every case, and only then keeps it. Rejects
 * with `TargetNotEmpty`, `ChainBroken` or `CopyDiffers`; then the target is as it was.
 */
export async function copyStore(from: Store, to: Store, progress: Progress = () => undefined): Promise<Copied> {
  const tables = tablesOf(to.dataSource);
  const [source, target] = [await tablesIn(from.dataSource), await tablesIn(to.dataSource)];
  try {
    await source.begin();
    await target.begin();
    for (const table of tables) if ((await target.count(table)) > 0) throw new TargetNotEmpty(table.name);
    let all = 0;
    for (const table of tables) all += await source.count(table);
    let done = 0;
    const advance = (rows: number) => progress((done += rows), all * 2);
    const sent = new Map<string, Sum>();
    for (const table of tables) sent.set(table.name, await copyTable(source, target, table, advance));
    for (const table of tables) {
      if ((await sumOf(target, table, advance)) !== sent.get(table.name)) throw new CopyDiffers(table.name);
    }
    await assertChains(target, tables);
    await target.commit();
    return Object.fromEntries([...sent].map(([name, sum]) => [name, Number(sum.split(' ')[0])]));
  } finally {
    await source.end();
    await target.end();
  }
}

const tablesIn = async (dataSource: DataSource): Promise<Tables> =>
  dataSource.options.type === 'postgres'
    ? new PostgresTables(await postgresPool(dataSource).connect())
    : new SqliteTables(sqliteHandle(dataSource));

/** How many rows, and a sum of their hashes that does not depend on their order: databases sort text differently. */
type Sum = string;

class RowSum {
  private readonly bits = Buffer.alloc(32);
  private count = 0;

  add(row: StoredRow): void {
    const hash = createHash('sha256').update(canonicalJson(row)).digest();
    for (const [place, byte] of hash.entries()) this.bits[place] = (this.bits[place] ?? 0) ^ byte;
    this.count += 1;
  }

  get sum(): Sum {
    return `${this.count} ${this.bits.toString('hex')}`;
  }
}

async function copyTable(source: Tables, target: Tables, table: CopiedTable, advance: (rows: number) => void) {
  const sum = new RowSum();
  for await (const rows of rowsOf(source, table)) {
    await target.insert(table, rows);
    for (const row of rows) sum.add(row);
    advance(rows.length);
  }
  return sum.sum;
}

async function sumOf(tables: Tables, table: CopiedTable, advance: (rows: number) => void): Promise<Sum> {
  const sum = new RowSum();
  for await (const rows of rowsOf(tables, table)) {
    for (const row of rows) sum.add(row);
    advance(rows.length);
  }
  return sum.sum;
}

/** Reads the facts case by case; both sides are the same by now, so what breaks here broke in the source. */
async function assertChains(target: Tables, tables: readonly CopiedTable[]): Promise<void> {
  const facts = tables.find(({ name }) => name === 'facts');
  if (!facts) return;
  let log: FactRow[] = [];
  const verify = () => {
    const broken = verifyRows(log);
    if (broken !== null) throw new ChainBroken(log[0]?.caseId ?? '', broken);
  };
  for await (const rows of rowsOf(target, facts, ['case_id', 'seq'])) {
    for (const row of rows.map(factRowOf)) {
      if (log.length > 0 && log[0]?.caseId !== row.caseId) {
        verify();
        log = [];
      }
      log.push(row);
    }
  }
  verify();
}
