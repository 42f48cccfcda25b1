/** What is stored, by column, for both databases. Pure. */
import { randomUUID } from 'node:crypto';
import { canonicalJson } from '../cases/canonical-json.js';
import type { CaseRow } from '../cases/case.entity.js';
import { FIRST_PREV_HASH, hashOf, type ReasonedFact } from '../cases/chain.js';
import type { FactRow } from '../cases/fact.entity.js';
import { owedId } from '../next-actions/owed-step.entity.js';
import type { ReminderRow } from '../reminders/reminder.entity.js';
import { OWED_COLUMNS } from './columns.js';
import type { Idempotency, NewFact, NewOutbox, NewReminder, Opening, OwedRow, Writes } from './write-path.js';

/** A row as it is stored: column → value. */
export type StoredRow = Readonly<Record<string, string | number | null>>;

/** A row of `owed_steps` as it is stored. */
export interface StoredStep extends StoredRow {
  readonly id: string;
  readonly kommun: string;
  readonly party: string;
}

/** The number of a case in its series. */
export const caseIdOf = (series: string, number: number): string => `${series}-${String(number).padStart(4, '0')}`;

/** The series that a case is numbered in: `0763-26`. */
export const seriesOf = ({ kommun, year }: Pick<Opening, 'kommun' | 'year'>): string => `${kommun}-${year.slice(-2)}`;

/** A fresh case, at version 0 until its first decision is stored. */
export const freshCase = (id: string, { subject, kommun, attributes, registryVersion, at }: Opening): CaseRow => ({
  id,
  subject,
  kommun,
  attributes,
  version: 0,
  registryVersion,
  status: 'open',
  openedAt: at,
  nextBoundaryOn: null,
  owedUntil: null,
  computedOn: null,
  positions: null,
});

/** The case after the writes. */
export const changedCase = (row: Readonly<CaseRow>, writes: Writes): CaseRow => ({
  ...row,
  version: row.version + (writes.quiet ? 0 : 1),
  attributes: writes.attributes ?? row.attributes,
  registryVersion: writes.registryVersion ?? row.registryVersion,
  status: writes.status ?? row.status,
  nextBoundaryOn: writes.nextBoundaryOn === undefined ? row.nextBoundaryOn : writes.nextBoundaryOn,
  owedUntil: writes.owedUntil === undefined ? row.owedUntil : writes.owedUntil,
  computedOn: writes.computedOn ?? row.computedOn,
  positions: writes.positions ?? row.positions,
});

export const caseRecord = (row: Readonly<CaseRow>): StoredRow => ({
  id: row.id,
  subject: row.subject,
  kommun: row.kommun,
  attributes: JSON.stringify(row.attributes),
  version: row.version,
  registry_version: row.registryVersion,
  status: row.status,
  opened_at: row.openedAt,
  next_boundary_on: row.nextBoundaryOn,
  owed_until: row.owedUntil,
  computed_on: row.computedOn,
  positions: row.positions === null ? null : JSON.stringify(row.positions),
});

/** The row of a fact, chained to the one before it; `at` is the instant we learnt it, in epoch milliseconds. */
function chainedRow(fact: ReasonedFact, at: number, prevHash: string): FactRow {
  return {
    id: fact.id,
    caseId: fact.case,
    seq: fact.seq,
    type: fact.type,
    on: fact.on,
    byParty: fact.by.party,
    byUnit: fact.by.unit ?? null,
    data: canonicalJson(fact.data),
    recordedAt: at,
    recordedBy: fact.recordedBy,
    corrects: fact.corrects ?? null,
    reason: fact.reason ?? null,
    statedAfterwards: fact.afterwards?.dated ?? null,
    notBefore: fact.afterwards?.notBefore ?? null,
    prevHash,
    hash: hashOf(fact, prevHash),
  };
}

/** The rows of facts that are appended in the order given, all learnt at the same instant, after the last one there is. */
export function chained(
  caseId: string,
  facts: readonly NewFact[],
  at: number,
  last: { seq: number; hash: string } | undefined,
): FactRow[] {
  const recordedAt = new Date(at).toISOString();
  let { seq, hash } = last ?? { seq: 0, hash: FIRST_PREV_HASH };
  return facts.map((fact) => {
    const row = chainedRow({ ...fact, case: caseId, seq: (seq += 1), recordedAt }, at, hash);
    ({ hash } = row);
    return row;
  });
}

export const factRecord = (row: FactRow): StoredRow => ({
  id: row.id,
  case_id: row.caseId,
  seq: row.seq,
  type: row.type,
  on_date: row.on,
  by_party: row.byParty,
  by_unit: row.byUnit,
  data: row.data,
  recorded_at: row.recordedAt,
  recorded_by: row.recordedBy,
  corrects: row.corrects,
  reason: row.reason,
  stated_afterwards: row.statedAfterwards,
  not_before: row.notBefore,
  prev_hash: row.prevHash,
  hash: row.hash,
});

/** The fact of a stored row: what `factRecord` made of it, undone. */
export const factRowOf = (record: StoredRow): FactRow => ({
  id: record['id'] as string,
  caseId: record['case_id'] as string,
  seq: record['seq'] as number,
  type: record['type'] as string,
  on: record['on_date'] as FactRow['on'],
  byParty: record['by_party'] as FactRow['byParty'],
  byUnit: record['by_unit'] as string | null,
  data: record['data'] as string,
  recordedAt: record['recorded_at'] as number,
  recordedBy: record['recorded_by'] as string,
  corrects: record['corrects'] as string | null,
  reason: record['reason'] as string | null,
  statedAfterwards: record['stated_afterwards'] as FactRow['statedAfterwards'],
  notBefore: record['not_before'] as FactRow['notBefore'],
  prevHash: record['prev_hash'] as string,
  hash: record['hash'] as string,
});

const owedRecord = (row: Readonly<CaseRow>, step: OwedRow): StoredStep => ({
  id: owedId(row.id, step),
  case_id: row.id,
  kommun: row.kommun,
  subject: row.subject,
  process: step.process,
  instance: step.instance,
  state: step.state,
  party: step.party,
  unit: step.unit,
  contact: step.contact,
  due: step.due,
  due_kind: step.dueKind,
  certainty: step.certainty,
  since: step.since,
  basis: step.basis,
  clause: step.clause,
  gap: step.gap,
  facts: JSON.stringify(step.facts),
  due_detail: JSON.stringify(step.dueDetail),
});

/** The owed steps of a case by their keys. Throws when two steps would share a row. */
export function owedRecords(row: Readonly<CaseRow>, steps: readonly OwedRow[]): Map<string, StoredStep> {
  const records = new Map(steps.map((step) => owedRecord(row, step)).map((step) => [step.id, step]));
  if (records.size === steps.length) return records;
  throw new Error(`Two owed steps of case ${row.id} have the same process, instance and state.`);
}

/** What differs between the steps that are stored and those that are to be. */
export function owedDifference(before: ReadonlyMap<string, StoredStep>, after: ReadonlyMap<string, StoredStep>) {
  const same = (a: StoredStep | undefined, b: StoredStep) =>
    a !== undefined && OWED_COLUMNS.every((name) => a[name] === b[name]);
  return {
    gone: [...before.keys()].filter((id) => !after.has(id)),
    changed: [...after.values()].filter((step) => !same(before.get(step.id), step)),
  };
}

export function newReminder(caseId: string, reminder: NewReminder, at: number): ReminderRow {
  const { status = 'pending', ...rest } = reminder;
  return { ...rest, id: randomUUID(), caseId, createdAt: at, status };
}

export const reminderRecord = ({ caseId, createdAt, ...row }: ReminderRow): StoredRow => ({
  ...row,
  case_id: caseId,
  created_at: createdAt,
});

/** A message that is to be sent at once. */
export const outboxRecord = (caseId: string, { kind, payload, reminderId, due }: NewOutbox, at: number): StoredRow => ({
  id: randomUUID(),
  kind,
  case_id: caseId,
  reminder_id: reminderId ?? null,
  due: due ?? null,
  payload: JSON.stringify(payload),
  created_at: at,
  sent_at: null,
  attempts: 0,
  next_attempt_at: at,
  last_error: null,
});

/** The answer that is remembered under a key. */
export const keyRecord = (asked: Idempotency, result: unknown, at: number) => ({
  key: asked.key,
  request_hash: asked.requestHash,
  status: asked.status ?? 200,
  body: JSON.stringify(result ?? null),
  created_at: at,
});
