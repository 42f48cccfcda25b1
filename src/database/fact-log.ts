import type { Database } from 'better-sqlite3';
import { FACT_COLUMNS } from './columns.js';
import { insertSql } from './insert-sql.js';
import { chained, factRecord } from './records.js';
import type { NewFact } from './write-path.js';

type LastFact = { seq: number; hash: string };

/** Appends facts to a case's log, each with the hash of the one before it. */
export class FactLog {
  private readonly last;
  private readonly insert;

  constructor(database: Database) {
    this.last = database.prepare<[string], LastFact>(
      'SELECT seq, hash FROM facts WHERE case_id = ? ORDER BY seq DESC LIMIT 1',
    );
    this.insert = database.prepare(insertSql('facts', FACT_COLUMNS));
  }

  /** Appends the facts in the order given, all learnt at the same instant. */
  append(caseId: string, facts: readonly NewFact[], at: number): void {
    if (facts.length === 0) return;
    const last = this.last.get(caseId);
    for (const row of chained(caseId, facts, at, last)) this.insert.run(factRecord(row));
  }
}
