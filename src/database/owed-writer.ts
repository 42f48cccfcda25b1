import type { Database } from 'better-sqlite3';
import type { CaseRow } from '../cases/case.entity.js';
import { OWED_COLUMNS } from './columns.js';
import { insertSql } from './insert-sql.js';
import { OwedCounter } from './owed-counter.js';
import { owedDifference, owedRecords, type StoredStep } from './records.js';
import type { OwedRow } from './write-path.js';

/** Replaces the owed steps of a case, and the counters with them. */
export class OwedWriter {
  private readonly ofCase;
  private readonly put;
  private readonly remove;
  private readonly counter: OwedCounter;

  constructor(database: Database) {
    this.ofCase = database.prepare<[string], StoredStep>(
      `SELECT ${OWED_COLUMNS.join(', ')} FROM owed_steps WHERE case_id = ?`,
    );
    this.put = database.prepare(insertSql('owed_steps', OWED_COLUMNS, 'INSERT OR REPLACE'));
    this.remove = database.prepare<[string]>('DELETE FROM owed_steps WHERE id = ?');
    this.counter = new OwedCounter(database);
  }

  /** Touches only rows that differ. Tells whether any did. Throws when two steps would share a row. */
  replace(row: Readonly<CaseRow>, steps: readonly OwedRow[]): boolean {
    const before = new Map(this.ofCase.all(row.id).map((step) => [step.id, step]));
    const after = owedRecords(row, steps);
    const { gone, changed } = owedDifference(before, after);
    for (const id of gone) this.remove.run(id);
    for (const step of changed) this.put.run(step);
    this.counter.move([...before.values()], [...after.values()]);
    return gone.length + changed.length > 0;
  }
}
