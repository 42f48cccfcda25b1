import type pg from 'pg';
import type { CaseRow } from '../cases/case.entity.js';
import type { FactRow } from '../cases/fact.entity.js';
import type { ReminderRow } from '../reminders/reminder.entity.js';
import * as sql from './postgres-sql.js';
import { seriesOf, type StoredStep } from './records.js';
import type { Command, Read, ReadCase } from './workbench.js';

/** As PostgreSQL hands it over: JSON and 64-bit numbers as text. */
type Raw<Row, Column extends keyof Row> = Omit<Row, Column> & Record<Column, string>;
type RawCase = Raw<Omit<CaseRow, 'positions'>, 'attributes' | 'openedAt'> & { positions: string | null };
type RawFact = Raw<FactRow, 'recordedAt'>;
type RawReminder = Raw<ReminderRow, 'createdAt'>;

/**
 * Begins a transaction, locks what the group will write about and reads it. Cases that others are writing about are waited
 * for only if `patient`. One trip to the server: the statements are
 * sent together, and each sees what the ones before it have locked.
 */
export async function readPostgres(
  client: pg.PoolClient,
  commands: readonly Command[],
  patient: boolean,
): Promise<Read> {
  const { ids, series, keys } = wanted(commands);
  const ask = <Row extends pg.QueryResultRow>(statement: sql.Statement, values: readonly string[]) =>
    values.length === 0
      ? Promise.resolve<Row[]>([])
      : client.query<Row>({ ...statement, values: [values] }).then(({ rows }) => rows);
  const [, cases, existing, numbers, answers, facts, owed, reminders] = await Promise.all([
    client.query('BEGIN'),
    ask<RawCase>(patient ? sql.LOCK : sql.LOCK_FREE, ids),
    ask<{ id: string }>(sql.EXISTING, patient ? [] : ids),
    ask<{ series: string; last: number }>(sql.SERIES, series),
    ask<{ key: string; requestHash: string; body: string }>(sql.ANSWERS, keys),
    ask<RawFact>(sql.FACTS, ids),
    ask<StoredStep>(sql.OWED, ids),
    ask<RawReminder>(sql.REMINDERS, ids),
  ]);
  const got = new Set(cases.map(({ id }) => id));
  return {
    cases: readCases(cases, { facts, owed, reminders }),
    numbers: new Map(numbers.map(({ series, last }) => [series, last])),
    answers: new Map(answers.map((answer) => [answer.key, answer])),
    busy: new Set(existing.map(({ id }) => id).filter((id) => !got.has(id))),
  };
}

function wanted(commands: readonly Command[]) {
  const changes = commands.flatMap((command) => ('changes' in command ? [command] : []));
  const opens = commands.flatMap((command) => ('opens' in command ? [command.opens] : []));
  const asked = [...opens, ...changes.map(({ options }) => options)];
  return {
    ids: sorted(changes.map((change) => change.changes)),
    series: sorted(opens.map(seriesOf)),
    keys: sorted(asked.flatMap(({ idempotency }) => (idempotency ? [idempotency.key] : []))),
  };
}

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();

interface About {
  readonly facts: readonly RawFact[];
  readonly owed: readonly StoredStep[];
  readonly reminders: readonly RawReminder[];
}

function readCases(cases: readonly RawCase[], { facts, owed, reminders }: About): ReadCase[] {
  const factsOf = grouped(facts, ({ caseId }) => caseId);
  const owedOf = grouped(owed, (step) => step['case_id'] as string);
  const remindersOf = grouped(reminders, ({ caseId }) => caseId);
  return cases.map((raw) => ({
    row: {
      ...raw,
      attributes: JSON.parse(raw.attributes) as CaseRow['attributes'],
      openedAt: Number(raw.openedAt),
      positions: raw.positions === null ? null : (JSON.parse(raw.positions) as CaseRow['positions']),
    },
    facts: (factsOf.get(raw.id) ?? []).map((fact) => ({ ...fact, recordedAt: Number(fact.recordedAt) })),
    owed: owedOf.get(raw.id) ?? [],
    reminders: (remindersOf.get(raw.id) ?? []).map((row) => ({ ...row, createdAt: Number(row.createdAt) })),
  }));
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
