import type { Database } from 'better-sqlite3';
import { KEY_COLUMNS } from './columns.js';
import { insertSql } from './insert-sql.js';
import { keyRecord } from './records.js';
import { IdempotencyConflict } from './write-errors.js';
import type { Idempotency } from './write-path.js';

/** Remembers the answers of writes that must happen once. */
export class IdempotencyKeys {
  private readonly byKey;
  private readonly insert;

  constructor(database: Database) {
    this.byKey = database.prepare<[string], { requestHash: string; body: string }>(
      'SELECT request_hash AS "requestHash", body FROM idempotency_keys WHERE key = ?',
    );
    this.insert = database.prepare(insertSql('idempotency_keys', KEY_COLUMNS));
  }

  /** The answer given before under this key, if any. Throws `IdempotencyConflict` if it was to another request. */
  recall<T>(asked: Idempotency | undefined): { result: T } | undefined {
    if (asked === undefined) return undefined;
    const before = this.byKey.get(asked.key);
    if (before === undefined) return undefined;
    if (before.requestHash !== asked.requestHash) throw new IdempotencyConflict(asked.key);
    return { result: JSON.parse(before.body) as T };
  }

  /** Remembers the answer, in the same transaction as what it answers for. */
  remember(asked: Idempotency | undefined, result: unknown, at: number): void {
    if (asked === undefined) return;
    this.insert.run(keyRecord(asked, result, at));
  }
}
