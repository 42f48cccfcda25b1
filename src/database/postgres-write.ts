import type pg from 'pg';
import { type Counted, countedDifference, disagreeing } from './owed-difference.js';
import * as sql from './postgres-sql.js';
import { COMMITTED_CHANNEL } from './commit-channel.js';
import { caseRecord, factRecord, outboxRecord, owedDifference, reminderRecord, type StoredRow } from './records.js';
import { StaleWrite } from './write-errors.js';
import type { Desk, Workbench } from './workbench.js';

type Ask = <Row extends pg.QueryResultRow>(
  statement: sql.Statement,
  ...values: readonly unknown[]
) => Promise<pg.QueryResult<Row>>;

/** Writes what is on the bench, inside the transaction that it was read in. */
export async function writePostgres(client: pg.PoolClient, bench: Workbench, told: readonly string[]): Promise<void> {
  const ask: Ask = <Row extends pg.QueryResultRow>(statement: sql.Statement, ...values: readonly unknown[]) =>
    client.query<Row>({ ...statement, values: [...values] });
  // Sent together and answered in order; the first that fails makes the rest fail too.
  const [, , fresh] = await allOf([
    writeCases(ask, bench.written),
    writeOwed(ask, bench.written),
    writeReminders(ask, bench),
    bench.facts.length > 0 && ask(sql.INSERT_FACTS, json(bench.facts.map(factRecord))),
    writeNumbers(ask, bench),
    bench.keys.length > 0 && ask(sql.INSERT_KEYS, json(bench.keys)),
    told.length > 0 && ask(sql.NOTIFY, COMMITTED_CHANNEL, told),
  ]);
  await writeOutbox(ask, bench, fresh);
}

const json = (rows: readonly StoredRow[]): string => JSON.stringify(rows);

async function writeCases(ask: Ask, desks: readonly Desk[]): Promise<void> {
  const opened = desks.filter(({ stored }) => !stored).map(({ row }) => caseRecord(row));
  const changed = desks.filter(({ stored }) => stored);
  const versions = changed.map(({ stored }) => stored?.version ?? 0);
  const ids = changed.map(({ row }) => row.id);
  const [, updated] = await allOf([
    opened.length > 0 && ask(sql.INSERT_CASES, json(opened)),
    changed.length > 0 && ask(sql.UPDATE_CASES, json(changed.map(({ row }) => caseRecord(row))), ids, versions),
  ]);
  if (updated && updated.rowCount !== changed.length) throw new StaleWrite(ids[0] ?? '', versions[0] ?? 0);
}

async function writeOwed(ask: Ask, desks: readonly Desk[]): Promise<void> {
  const differences = desks.map(({ stored, owed }) => owedDifference(stored?.owed ?? new Map(), owed));
  const gone = differences.flatMap((difference) => difference.gone);
  const changed = differences.flatMap((difference) => difference.changed);
  const out = desks.flatMap(({ stored }) => [...(stored?.owed.values() ?? [])]);
  const into = desks.flatMap(({ owed }) => [...owed.values()]);
  const moves = countedDifference(out, into).map(({ party, kommun, by }) => ({ party, kommun, open: by }));
  const [, , counted] = await allOf([
    gone.length > 0 && ask(sql.DELETE_OWED, gone),
    changed.length > 0 && ask(sql.PUT_OWED, json(changed)),
    moves.length > 0 && ask<Counted & { open: number }>(sql.COUNT, json(moves)),
  ]);
  if (!counted) return;
  const wrong = counted.rows.find(({ open }) => open < 0);
  if (wrong) throw disagreeing(wrong);
  const empty = counted.rows.filter(({ open }) => open === 0);
  if (empty.length === 0) return;
  await ask(
    sql.DROP_EMPTY,
    empty.map(({ party }) => party),
    empty.map(({ kommun }) => kommun),
  );
}

/** Gives back the ids of the reminders that were not there before. */
async function writeReminders(ask: Ask, { reminding }: Workbench): Promise<ReadonlySet<string>> {
  const reminders = reminding.flatMap((one) => one.reminders);
  if (reminders.length === 0) return new Set();
  const { rows } = await ask<{ id: string }>(sql.INSERT_REMINDERS, json(reminders.map(reminderRecord)));
  return new Set(rows.map(({ id }) => id));
}

async function writeOutbox(ask: Ask, { reminding }: Workbench, fresh: ReadonlySet<string>): Promise<void> {
  const messages = reminding.flatMap(({ caseId, at, reminders, outbox }) => {
    const put = typeof outbox === 'function' ? outbox(reminders.filter(({ id }) => fresh.has(id))) : outbox;
    return put.map((message) => outboxRecord(caseId, message, at));
  });
  if (messages.length > 0) await ask(sql.INSERT_OUTBOX, json(messages));
}

/** A series that nothing was opened in is left as it was, or not left at all when it was new. */
async function writeNumbers(ask: Ask, { numbers }: Workbench): Promise<void> {
  if (numbers.size === 0) return;
  await ask(sql.UPDATE_SERIES, JSON.stringify([...numbers].map(([series, last]) => ({ series, last }))));
  const unused = [...numbers].filter(([, last]) => last === 0).map(([series]) => series);
  if (unused.length > 0) await ask(sql.DELETE_SERIES, unused);
}

/** Waits for all of them to end before it tells of the first that failed: nothing is left running on the connection. */
async function allOf<T extends readonly unknown[]>(work: [...T]): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(work);
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : undefined)) as never;
}
