import type { Database } from 'better-sqlite3';
import type { CaseRow } from '../cases/case.entity.js';
import { CASE_COLUMNS, CHANGING_CASE_COLUMNS } from './columns.js';
import { FactLog } from './fact-log.js';
import { insertSql } from './insert-sql.js';
import { OutboxWriter } from './outbox-writer.js';
import { OwedWriter } from './owed-writer.js';
import { caseIdOf, caseRecord, changedCase, freshCase, seriesOf } from './records.js';
import { StaleWrite } from './write-errors.js';
import type { Opening, Writes } from './write-path.js';

/** Writes what was decided about a case. Every method runs inside the transaction of its command. */
export class CaseWriter {
  private readonly nextNumber;
  private readonly insertCase;
  private readonly updateCase;
  private readonly log: FactLog;
  private readonly owed: OwedWriter;
  private readonly outbox: OutboxWriter;

  constructor(database: Database) {
    this.nextNumber = database
      .prepare<[string], number>(
        `INSERT INTO case_numbers (series, last) VALUES (?, 1)
         ON CONFLICT (series) DO UPDATE SET last = last + 1 RETURNING last`,
      )
      .pluck();
    this.insertCase = database.prepare(insertSql('cases', CASE_COLUMNS));
    const changes = CHANGING_CASE_COLUMNS.map((name) => `${name} = @${name}`).join(', ');
    this.updateCase = database.prepare(`UPDATE cases SET ${changes} WHERE id = @id AND version = @was`);
    this.log = new FactLog(database);
    this.owed = new OwedWriter(database);
    this.outbox = new OutboxWriter(database);
  }

  /** A fresh case under the next number of its series. It is at version 0 until its first decision is stored. */
  open(opening: Opening): CaseRow {
    const series = seriesOf(opening);
    const row = freshCase(caseIdOf(series, this.nextNumber.get(series) ?? 1), opening);
    this.insertCase.run(caseRecord(row));
    return row;
  }

  /** Stores the writes; tells whether the owed steps changed. Throws `StaleWrite` if somebody else was there first. */
  store(row: Readonly<CaseRow>, writes: Writes, at: number): { owedChanged: boolean } {
    const { changes } = this.updateCase.run({ ...caseRecord(changedCase(row, writes)), was: row.version });
    if (changes !== 1) throw new StaleWrite(row.id, row.version);
    this.log.append(row.id, writes.facts ?? [], at);
    const owedChanged = writes.owed !== undefined && this.owed.replace(row, writes.owed);
    const fresh = this.outbox.remind(row.id, writes.reminders ?? [], at);
    const { outbox = [] } = writes;
    this.outbox.put(row.id, typeof outbox === 'function' ? outbox(fresh) : outbox, at);
    return { owedChanged };
  }
}
