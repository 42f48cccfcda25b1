import type { Database } from 'better-sqlite3';
import { canonicalJson } from '../cases/canonical-json.js';
import { FIRST_PREV_HASH, hashOf, type ReasonedFact } from '../cases/chain.js';
import { insertSql } from './insert-sql.js';
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
    this.insert = database.prepare(
      insertSql(
        'facts',
        'id case_id seq type on_date by_party by_unit data recorded_at recorded_by corrects reason prev_hash hash',
      ),
    );
  }

  /** Appends the facts in the order given, all learnt at the same instant. */
  append(caseId: string, facts: readonly NewFact[], at: number): void {
    if (facts.length === 0) return;
    let { seq, hash } = this.last.get(caseId) ?? { seq: 0, hash: FIRST_PREV_HASH };
    for (const fact of facts) {
      seq += 1;
      hash = this.link({ ...fact, case: caseId, seq, recordedAt: new Date(at).toISOString() }, at, hash);
    }
  }

  private link(fact: ReasonedFact, at: number, prevHash: string): string {
    const hash = hashOf(fact, prevHash);
    this.insert.run({
      id: fact.id,
      case_id: fact.case,
      seq: fact.seq,
      type: fact.type,
      on_date: fact.on,
      by_party: fact.by.party,
      by_unit: fact.by.unit ?? null,
      data: canonicalJson(fact.data),
      recorded_at: at,
      recorded_by: fact.recordedBy,
      corrects: fact.corrects ?? null,
      reason: fact.reason ?? null,
      prev_hash: prevHash,
      hash,
    });
    return hash;
  }
}
