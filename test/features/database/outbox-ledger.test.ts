import { outboxLedgerOn } from '../../../src/database/outbox-ledger-on.js';
import { MOST_ATTEMPTS } from '../../../src/reminders/back-off.js';
import type { Claimed } from '../../../src/reminders/outbox-ledger.js';
import type { ReminderRow } from '../../../src/reminders/reminder.entity.js';
import { databases } from '../../support/databases.js';
import { AT, disposeDatabases, freshDatabase, openCase, owed, reminder, storing } from './fresh-database.js';

afterEach(disposeDatabases);

const MINUTE = 60_000;
const everywhere = { municipalities: 'all', at: AT } as const;
const recipient = 'kommun';

describe.each(databases)('the outbox ledger on $name', (kind) => {
  /** A case with a step that is owed, a reminder of it for each level, and a message for each reminder. */
  const waiting = async (...levels: string[]) => {
    const database = await freshDatabase(kind);
    const ledger = outboxLedgerOn(database.dataSource);
    const id = await openCase(database);
    let at = AT;
    const remind = async (level: string, of: string) => {
      const outbox = (fresh: readonly Pick<ReminderRow, 'id' | 'due'>[]) =>
        fresh.map((one) => ({
          kind: 'mail' as const,
          reminderId: one.id,
          due: one.due,
          payload: { on: '2026-03-02', level },
        }));
      const writes = { owed: [owed()], reminders: [reminder({ level, recipient })], outbox };
      await database.writePath.change(of, { at: (at += 1) }, storing(writes));
    };
    for (const level of levels) await remind(level, id);
    const statuses = async () =>
      (
        await database.rows<{ level: string; status: string }>('SELECT level, status FROM reminders ORDER BY level')
      ).map(({ level, status }) => `${level} ${status}`);
    return { database, ledger, id, remind, statuses };
  };
  const later = { municipalities: 'all', at: AT + 60 * MINUTE } as const;

  test('gives a message to one sender, with what is owed and the day of the sweep', async () => {
    const { ledger, id } = await waiting('fore-14');
    const claimed = await ledger.claim(later);
    expect(claimed).toMatchObject({
      case: id,
      kommun: '0763',
      process: 'sfi',
      instance: '',
      state: 'vantarPaAnmalan',
      due: '2026-04-01',
      level: 'fore-14',
      recipient,
      party: 'kommun',
      unit: null,
      dueKind: 'local',
      certainty: 'settled',
      basis: 'R24',
      clause: null,
      gap: 0,
      on: '2026-03-02',
      attempts: 1,
    });
    expect(await ledger.claim(later)).toBeUndefined();
  });

  test('gives it anew when the pause has passed and nobody has said what became of it', async () => {
    const { ledger } = await waiting('fore-14');
    const first = await ledger.claim(later);
    expect(await ledger.claim({ ...later, at: later.at + 14 * MINUTE })).toBeUndefined();
    expect(await ledger.claim({ ...later, at: later.at + 15 * MINUTE })).toMatchObject({ id: first?.id, attempts: 2 });
  });

  test('never gives one that was sent', async () => {
    const { ledger, database, statuses } = await waiting('fore-14');
    const claimed = (await ledger.claim(later)) as Claimed;
    await ledger.failed(claimed, 'ECONNREFUSED', false);
    expect(await statuses()).toEqual(['fore-14 failed']);
    await ledger.sent(claimed, later.at);
    expect(await statuses()).toEqual(['fore-14 sent']);
    expect(await ledger.claim({ ...later, at: Number.MAX_SAFE_INTEGER })).toBeUndefined();
    const [kept] = await database.rows('SELECT sent_at, next_attempt_at, last_error FROM outbox');
    expect({ ...kept, sent_at: Number(kept?.['sent_at']) }).toEqual({
      sent_at: later.at,
      next_attempt_at: null,
      last_error: null,
    });
  });

  test('gives up after the last attempt, and keeps why', async () => {
    const { ledger, database, statuses } = await waiting('fore-14');
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
      const claimed = (await ledger.claim({ ...later, at: AT * 2 })) as Claimed;
      expect(claimed.attempts).toBe(attempt);
      await ledger.failed(claimed, '550 no such box', attempt === MOST_ATTEMPTS);
      if (attempt < MOST_ATTEMPTS) await database.run('UPDATE outbox SET next_attempt_at = 0');
    }
    expect(await ledger.claim({ ...later, at: Number.MAX_SAFE_INTEGER })).toBeUndefined();
    expect(await database.rows('SELECT last_error FROM outbox')).toEqual([{ last_error: '550 no such box' }]);
    expect(await statuses()).toEqual(['fore-14 failed']);
  });

  test('withdraws what is no longer owed, and what has another owner by now', async () => {
    const { ledger, database, id, statuses } = await waiting('fore-14');
    expect(await ledger.drop(everywhere)).toEqual([]);
    await database.writePath.change(id, { at: AT }, storing({ owed: [owed({ unit: 'sfi' })] }));
    expect(await ledger.claim(later)).toBeUndefined();
    expect(await ledger.drop(everywhere)).toEqual([
      {
        case: id,
        process: 'sfi',
        instance: '',
        state: 'vantarPaAnmalan',
        due: '2026-04-01',
        level: 'fore-14',
        recipient,
        status: 'withdrawn',
      },
    ]);
    expect(await statuses()).toEqual(['fore-14 withdrawn']);
    expect(await ledger.drop(everywhere)).toEqual([]);
  });

  test('passes over a level that a later one has overtaken', async () => {
    const { ledger, statuses } = await waiting('fore-14', 'fore-3');
    expect((await ledger.drop(everywhere)).map(({ level, status }) => `${level} ${status}`)).toEqual([
      'fore-14 overtaken',
    ]);
    expect(await ledger.claim(later)).toMatchObject({ level: 'fore-3' });
    expect(await ledger.claim(later)).toBeUndefined();
    expect(await statuses()).toEqual(['fore-14 overtaken', 'fore-3 pending']);
  });

  test('gives only messages of the municipalities that were asked for', async () => {
    const { ledger, database, remind } = await waiting('fore-14');
    await remind('fore-14', await openCase(database, { kommun: '0780' }));
    expect(await ledger.claim({ ...later, municipalities: [] })).toBeUndefined();
    expect(await ledger.claim({ ...later, municipalities: ['1480', '0780'] })).toMatchObject({ kommun: '0780' });
    expect(await ledger.claim({ ...later, municipalities: ['0780'] })).toBeUndefined();
    expect(await ledger.claim(later)).toMatchObject({ kommun: '0763' });
  });

  test('gives each of many messages to one of several senders, those that fall due first before the others', async () => {
    const { ledger, database, remind } = await waiting();
    for (let count = 0; count < 12; count += 1) await remind('fore-14', await openCase(database));
    const ledgers = [ledger, outboxLedgerOn((await database.another()).dataSource)];
    const claims = await Promise.all(Array.from({ length: 10 }, () => ledgers.map((one) => one.claim(later))).flat());
    const given = claims.flatMap((claimed) => (claimed ? [claimed.id] : []));
    expect(given).toHaveLength(12);
    expect(new Set(given).size).toBe(12);
  });
});
