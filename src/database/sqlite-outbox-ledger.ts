import type { Database } from 'better-sqlite3';
import type { Viewer } from '../auth/viewer.js';
import { delayAfter } from '../reminders/back-off.js';
import type { Claimed, Dropped, LedgerScope, OutboxLedger } from '../reminders/outbox-ledger.js';
import * as sql from './outbox-sql.js';

// Nothing has to be kept from others: a transaction is alone from beginning to end.
const SQLITE: sql.Dialect = {
  among: (value) => `${value} IN (SELECT value FROM json_each(@municipalities))`,
  day: `json_extract(o.payload, '$.on')`,
  keeping: '',
};

/**
 * The outbox ledger on SQLite. Like the write path it works with synchronous transactions on TypeORM's own connection:
 * they run from beginning to end, so they can neither meet those of the write path nor be met by them.
 */
export class SqliteOutboxLedger implements OutboxLedger {
  private readonly statements;

  constructor(private readonly database: Database) {
    const prepare = (text: string) => database.prepare<[Record<string, unknown>], unknown>(text);
    this.statements = {
      next: database.prepare<[Record<string, unknown>], Claimed>(sql.next(SQLITE)),
      claim: prepare(sql.CLAIM),
      needless: database.prepare<[Record<string, unknown>], Dropped & { reminderId: string }>(sql.needless(SQLITE)),
      mark: prepare(sql.MARK),
      finish: prepare(sql.FINISH),
      fail: prepare(sql.FAIL),
    };
  }

  drop({ municipalities }: Pick<LedgerScope, 'municipalities'>): Promise<Dropped[]> {
    return this.whole(() => {
      const needless = this.statements.needless.all(within(municipalities));
      return needless.map(({ reminderId, ...dropped }) => {
        this.statements.mark.run({ reminderId, status: dropped.status });
        this.statements.finish.run({ reminderId, sentAt: null });
        return dropped;
      });
    });
  }

  claim({ municipalities, at }: LedgerScope): Promise<Claimed | undefined> {
    return this.whole(() => {
      const next = this.statements.next.get({ ...within(municipalities), at });
      if (!next) return undefined;
      const attempts = next.attempts + 1;
      this.statements.claim.run({ id: next.id, attempts, nextAttemptAt: at + delayAfter(attempts) });
      return { ...next, attempts };
    });
  }

  sent({ reminderId }: Claimed, at: number): Promise<void> {
    return this.whole(() => {
      this.statements.mark.run({ reminderId, status: 'sent' });
      this.statements.finish.run({ reminderId, sentAt: at });
    });
  }

  failed({ reminderId }: Claimed, error: string, last: boolean): Promise<void> {
    return this.whole(() => {
      this.statements.mark.run({ reminderId, status: 'failed' });
      this.statements.fail.run({ reminderId, error, last: last ? 1 : 0 });
    });
  }

  /** Done by the time it is given back; a fault is a rejection all the same. */
  private async whole<T>(work: () => T): Promise<T> {
    return await Promise.resolve(this.database.transaction(work).immediate());
  }
}

const within = (municipalities: Viewer['municipalities']) => ({
  everywhere: municipalities === 'all' ? 1 : 0,
  municipalities: JSON.stringify(municipalities === 'all' ? [] : municipalities),
});
