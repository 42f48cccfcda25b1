import type { Database } from 'better-sqlite3';
import type { CaseAttributes, CaseRow } from '../cases/case.entity.js';
import { factOf } from '../cases/fact-row.js';
import type { FactRow } from '../cases/fact.entity.js';
import type { KeptPosition } from '../cases/kept-position.js';
import type { ReminderRow } from '../reminders/reminder.entity.js';
import { READ_CASE, READ_FACT, READ_REMINDER } from './columns.js';
import { CaseNotFound } from './write-errors.js';
import type { LoadedCase } from './write-path.js';

type StoredCase = Omit<CaseRow, 'attributes' | 'positions'> & { attributes: string; positions: string | null };

/** Reads a case inside the transaction that is to write about it. */
export class CaseReader {
  private readonly caseById;
  private readonly factsOfCase;
  private readonly remindersOfCase;

  constructor(database: Database) {
    this.caseById = database.prepare<[string], StoredCase>(`SELECT ${READ_CASE} FROM cases WHERE id = ?`);
    this.factsOfCase = database.prepare<[string], FactRow>(
      `SELECT ${READ_FACT} FROM facts WHERE case_id = ? ORDER BY seq`,
    );
    this.remindersOfCase = database.prepare<[string], ReminderRow>(
      `SELECT ${READ_REMINDER} FROM reminders WHERE case_id = ?`,
    );
  }

  /** The case with its facts; throws `CaseNotFound`. */
  load(caseId: string): LoadedCase {
    const stored = this.caseById.get(caseId);
    if (stored === undefined) throw new CaseNotFound(caseId);
    const row = {
      ...stored,
      attributes: JSON.parse(stored.attributes) as CaseAttributes,
      positions: stored.positions === null ? null : (JSON.parse(stored.positions) as KeptPosition),
    };
    return {
      row,
      facts: this.factsOfCase.all(caseId).map(factOf),
      reminders: () => this.remindersOfCase.all(caseId),
    };
  }
}
