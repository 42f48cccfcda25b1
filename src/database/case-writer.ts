import type { Database } from 'better-sqlite3';
import type { CaseRow } from '../cases/case.entity.js';
import { FactLog } from './fact-log.js';
import { insertSql } from './insert-sql.js';
import { OutboxWriter } from './outbox-writer.js';
import { OwedWriter } from './owed-writer.js';
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
    this.insertCase = database.prepare(
      insertSql(
        'cases',
        'id subject kommun attributes version registry_version status opened_at next_boundary_on owed_until computed_on positions',
      ),
    );
    this.updateCase = database.prepare(
      `UPDATE cases SET version = version + 1, attributes = @attributes, registry_version = @registryVersion,
              status = @status, next_boundary_on = @nextBoundaryOn, owed_until = @owedUntil,
              computed_on = @computedOn, positions = @positions
       WHERE id = @id AND version = @version`,
    );
    this.log = new FactLog(database);
    this.owed = new OwedWriter(database);
    this.outbox = new OutboxWriter(database);
  }

  /** A fresh case under the next number of its series. It is at version 0 until its first decision is stored. */
  open({ subject, kommun, year, attributes, registryVersion, at }: Opening): CaseRow {
    const series = `${kommun}-${year.slice(-2)}`;
    const id = `${series}-${String(this.nextNumber.get(series)).padStart(4, '0')}`;
    const row: CaseRow = {
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
    };
    this.insertCase.run({
      id,
      subject,
      kommun,
      attributes: JSON.stringify(attributes),
      version: row.version,
      registry_version: registryVersion,
      status: row.status,
      opened_at: at,
      next_boundary_on: null,
      owed_until: null,
      computed_on: null,
      positions: null,
    });
    return row;
  }

  /** Stores the writes; tells whether the owed steps changed. Throws `StaleWrite` if somebody else was there first. */
  store(row: Readonly<CaseRow>, writes: Writes, at: number): { owedChanged: boolean } {
    this.raiseVersion(row, writes);
    this.log.append(row.id, writes.facts ?? [], at);
    const owedChanged = writes.owed !== undefined && this.owed.replace(row, writes.owed);
    const fresh = this.outbox.remind(row.id, writes.reminders ?? [], at);
    const { outbox = [] } = writes;
    this.outbox.put(row.id, typeof outbox === 'function' ? outbox(fresh) : outbox, at);
    return { owedChanged };
  }

  private raiseVersion(row: Readonly<CaseRow>, writes: Writes): void {
    const { changes } = this.updateCase.run({
      id: row.id,
      version: row.version,
      attributes: JSON.stringify(writes.attributes ?? row.attributes),
      registryVersion: writes.registryVersion ?? row.registryVersion,
      status: writes.status ?? row.status,
      nextBoundaryOn: writes.nextBoundaryOn === undefined ? row.nextBoundaryOn : writes.nextBoundaryOn,
      owedUntil: writes.owedUntil === undefined ? row.owedUntil : writes.owedUntil,
      computedOn: writes.computedOn ?? row.computedOn,
      positions: jsonOrNull(writes.positions ?? row.positions),
    });
    if (changes !== 1) throw new StaleWrite(row.id, row.version);
  }
}

const jsonOrNull = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));
