import type { Database } from 'better-sqlite3';
import type { CaseRow } from '../cases/case.entity.js';
import { owedId } from '../next-actions/owed-step.entity.js';
import { insertSql } from './insert-sql.js';
import { OwedCounter } from './owed-counter.js';
import type { OwedRow } from './write-path.js';

const columns =
  'id case_id kommun subject process instance state party unit contact due due_kind certainty since basis clause gap facts due_detail';
const names = columns.split(' ');

/** A row of `owed_steps` as it is stored. */
interface StoredStep {
  readonly [column: string]: string | number | null;
  readonly id: string;
  readonly kommun: string;
  readonly party: string;
}

const stored = (row: Readonly<CaseRow>, step: OwedRow): StoredStep => ({
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

const same = (a: StoredStep | undefined, b: StoredStep): boolean =>
  a !== undefined && names.every((name) => a[name] === b[name]);

/** Replaces the owed steps of a case, and the counters with them. */
export class OwedWriter {
  private readonly ofCase;
  private readonly put;
  private readonly remove;
  private readonly counter: OwedCounter;

  constructor(database: Database) {
    this.ofCase = database.prepare<[string], StoredStep>(
      `SELECT ${names.join(', ')} FROM owed_steps WHERE case_id = ?`,
    );
    this.put = database.prepare(insertSql('owed_steps', columns, 'INSERT OR REPLACE'));
    this.remove = database.prepare<[string]>('DELETE FROM owed_steps WHERE id = ?');
    this.counter = new OwedCounter(database);
  }

  /** Touches only rows that differ. Tells whether any did. Throws when two steps would share a row. */
  replace(row: Readonly<CaseRow>, steps: readonly OwedRow[]): boolean {
    const before = new Map(this.ofCase.all(row.id).map((step) => [step.id, step]));
    const after = new Map(steps.map((step) => stored(row, step)).map((step) => [step.id, step]));
    if (after.size !== steps.length) {
      throw new Error(`Two owed steps of case ${row.id} have the same process, instance and state.`);
    }
    const gone = [...before.values()].filter(({ id }) => !after.has(id));
    const changed = [...after.values()].filter((step) => !same(before.get(step.id), step));
    for (const { id } of gone) this.remove.run(id);
    for (const step of changed) this.put.run(step);
    this.counter.move([...before.values()], [...after.values()]);
    return gone.length + changed.length > 0;
  }
}
