import type pg from 'pg';
import type { Viewer } from '../auth/viewer.js';
import { delayAfter } from '../reminders/back-off.js';
import type { Claimed, Dropped, LedgerScope, OutboxLedger } from '../reminders/outbox-ledger.js';
import * as sql from './outbox-sql.js';

// Several senders go through the same messages: each passes over those that another has in hand.
const POSTGRES: sql.Dialect = {
  among: (value) => `${value} = ANY(@municipalities)`,
  day: `(o.payload::json ->> 'on')`,
  keeping: 'FOR UPDATE OF o SKIP LOCKED',
};

type Values = Readonly<Record<string, unknown>>;
type Ask = <Row extends pg.QueryResultRow>(statement: Bound, values: Values) => Promise<Row[]>;

/** The outbox ledger on PostgreSQL, for any number of senders. */
export class PostgresOutboxLedger implements OutboxLedger {
  constructor(private readonly pool: pg.Pool) {}

  drop({ municipalities }: Pick<LedgerScope, 'municipalities'>): Promise<Dropped[]> {
    return this.whole(async (ask) => {
      const needless = await ask<Dropped & { reminderId: string }>(NEEDLESS, within(municipalities));
      for (const { reminderId, status } of needless) {
        await ask(MARK, { reminderId, status });
        await ask(FINISH, { reminderId, sentAt: null });
      }
      return needless.map(({ reminderId: _, ...dropped }) => dropped);
    });
  }

  claim({ municipalities, at }: LedgerScope): Promise<Claimed | undefined> {
    return this.whole(async (ask) => {
      const [next] = await ask<Claimed>(NEXT, { ...within(municipalities), at });
      if (!next) return undefined;
      const attempts = next.attempts + 1;
      await ask(CLAIM, { id: next.id, attempts, nextAttemptAt: at + delayAfter(attempts) });
      return { ...next, attempts };
    });
  }

  sent({ reminderId }: Claimed, at: number): Promise<void> {
    return this.whole(async (ask) => {
      await ask(MARK, { reminderId, status: 'sent' });
      await ask(FINISH, { reminderId, sentAt: at });
    });
  }

  failed({ reminderId }: Claimed, error: string, last: boolean): Promise<void> {
    return this.whole(async (ask) => {
      await ask(MARK, { reminderId, status: 'failed' });
      await ask(FAIL, { reminderId, error, last });
    });
  }

  private async whole<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    // A connection that breaks tells of it twice; the statement that fails is the one that is listened to.
    const broken = () => undefined;
    client.on('error', broken);
    try {
      await client.query('BEGIN');
      const result = await work(async <Row extends pg.QueryResultRow>({ text, names }: Bound, values: Values) => {
        const { rows } = await client.query<Row>(
          text,
          names.map((name) => values[name]),
        );
        return rows;
      });
      await client.query('COMMIT');
      client.off('error', broken);
      client.release();
      return result;
    } catch (error) {
      // The connection is thrown away, and what it had begun with it.
      client.release(true);
      throw error;
    }
  }
}

interface Bound {
  readonly text: string;
  readonly names: readonly string[];
}

/** A statement with its named parameters numbered. */
function bound(statement: string): Bound {
  const names: string[] = [];
  const text = statement.replace(/@(\w+)/g, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { text, names };
}

const NEXT = bound(sql.next(POSTGRES));
const NEEDLESS = bound(sql.needless(POSTGRES));
const CLAIM = bound(sql.CLAIM);
const MARK = bound(sql.MARK);
const FINISH = bound(sql.FINISH);
const FAIL = bound(sql.FAIL);

const within = (municipalities: Viewer['municipalities']) => ({
  everywhere: municipalities === 'all',
  municipalities: municipalities === 'all' ? [] : municipalities,
});
