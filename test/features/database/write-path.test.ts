import { jest } from '@jest/globals';
import { CaseRow } from '../../../src/cases/case.entity.js';
import { FactRow } from '../../../src/cases/fact.entity.js';
import { CaseNotFound, IdempotencyConflict, StaleWrite } from '../../../src/database/write-errors.js';
import type { Committed } from '../../../src/database/write-path.js';
import { OutboxRow } from '../../../src/reminders/outbox.entity.js';
import { ReminderRow } from '../../../src/reminders/reminder.entity.js';
import { chosenDatabase } from '../../support/databases.js';
import {
  AT,
  committedRows,
  disposeDatabases,
  fact,
  freshDatabase,
  openCase,
  opening,
  owed,
  reminder,
  storing,
} from './fresh-database.js';

afterEach(disposeDatabases);

/** An update of a case that finds nothing to update. */
const slippingAway = {
  SQLite: 'CREATE TRIGGER slips BEFORE UPDATE ON cases BEGIN SELECT RAISE(IGNORE); END',
  PostgreSQL: `
    CREATE FUNCTION slips() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
    CREATE TRIGGER slips BEFORE UPDATE ON cases FOR EACH ROW EXECUTE FUNCTION slips()`,
};

describe('opening a case', () => {
  test('numbers run by municipality and year', async () => {
    const database = await freshDatabase();
    const years = [{}, {}, { year: '27' }, { kommun: '0780' }, {}];
    const ids = await Promise.all(years.map((changes) => openCase(database, changes)));
    expect(ids).toEqual(['0763-26-0001', '0763-26-0002', '0763-27-0001', '0780-26-0001', '0763-26-0003']);
  });

  test('the ten-thousandth number has five digits', async () => {
    const database = await freshDatabase();
    await database.run(`INSERT INTO case_numbers (series, last) VALUES ('0763-26', 9999)`);
    expect(await openCase(database)).toBe('0763-26-10000');
  });

  test('the case is stored as it was opened, with what the decision adds', async () => {
    const { writePath, dataSource } = await freshDatabase();
    const positions = { states: { sfi: ['vantarPaAnmalan'] } };
    const days = { nextBoundaryOn: '2026-04-01', owedUntil: '2026-05-01', computedOn: '2026-03-02' } as const;
    const id = await writePath.open(opening(), storing({ facts: [fact()], ...days, positions }));
    expect(await dataSource.getRepository(CaseRow).findOneByOrFail({ id })).toEqual({
      id: '0763-26-0001',
      subject: 'deltagare',
      kommun: '0763',
      attributes: { route: 'anvisad' },
      version: 1,
      registryVersion: 'r1',
      status: 'open',
      openedAt: AT,
      ...days,
      positions,
    });
    expect(await dataSource.getRepository(FactRow).countBy({ caseId: id })).toBe(1);
  });

  test('a decision without writes opens nothing and takes no number', async () => {
    const database = await freshDatabase();
    const preview = await database.writePath.open(opening(), ({ row }) => ({ result: row.id }));
    expect(preview).toBe('0763-26-0001');
    expect((await committedRows(database, 'cases')) + (await committedRows(database, 'case_numbers'))).toBe(0);
    expect(await openCase(database)).toBe('0763-26-0001');
  });
});

describe('changing a case', () => {
  test('the decision sees the case with its facts in order, as the engine needs them', async () => {
    const database = await freshDatabase();
    const id = await openCase(database);
    const [first, second] = [
      fact({ id: 'f1', by: { party: 'kommun', unit: 'sfi' } }),
      fact({ id: 'f2', corrects: 'f1' }),
    ];
    await database.writePath.change(id, { at: AT }, storing({ facts: [first] }));
    await database.writePath.change(id, { at: AT + 1 }, storing({ facts: [second] }));
    const seen = await database.writePath.change(id, { at: AT }, (loaded) => ({ result: loaded }));
    expect(seen.row.version).toBe(3);
    expect(seen.facts).toEqual([
      { ...first, case: id, seq: 1, recordedAt: '2026-03-02T08:00:00.000Z' },
      { ...second, case: id, seq: 2, recordedAt: '2026-03-02T08:00:00.001Z' },
    ]);
  });

  test('what a decision leaves out stays as it was, and an empty boundary can be written', async () => {
    const database = await freshDatabase();
    const row = async () => (await database.rows('SELECT * FROM cases'))[0];
    const id = await openCase(database);
    const all = { attributes: { route: 'kvot' }, nextBoundaryOn: '2026-05-01', registryVersion: 'r2' } as const;
    await database.writePath.change(id, { at: AT }, storing(all));
    await database.writePath.change(id, { at: AT }, storing({}));
    const kept = { attributes: '{"route":"kvot"}', next_boundary_on: '2026-05-01', registry_version: 'r2' };
    expect(await row()).toMatchObject({ ...kept, status: 'open', version: 3 });
    await database.writePath.change(id, { at: AT }, storing({ nextBoundaryOn: null, status: 'closed' }));
    expect(await row()).toMatchObject({ ...kept, next_boundary_on: null, status: 'closed' });
  });

  test('a refusal writes nothing', async () => {
    const database = await freshDatabase();
    const id = await openCase(database);
    const refusal = await database.writePath.change(id, { at: AT }, () => ({ result: { refused: 'not-awaited' } }));
    expect(refusal).toEqual({ refused: 'not-awaited' });
    expect(await database.rows('SELECT version FROM cases')).toEqual([{ version: 1 }]);
  });

  test('a case that nobody knows is not found', async () => {
    const { writePath } = await freshDatabase();
    const change = writePath.change('0763-26-9999', { at: AT }, storing({}));
    await expect(change).rejects.toThrow(CaseNotFound);
    await expect(change).rejects.toMatchObject({ slug: 'not-found' });
  });

  test('of two writes decided on the same version the second is stale and writes nothing', async () => {
    const database = await freshDatabase();
    const id = await openCase(database);
    const write = () =>
      database.writePath.change(id, { at: AT, expectedVersion: 1 }, storing({ facts: [fact()], owed: [owed()] }));
    const [first, second] = await Promise.allSettled([write(), write()]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { slug: 'stale-write', expectedVersion: 1 } });
    expect(await committedRows(database, 'facts')).toBe(1);
  });

  test('a write whose case row slips away under it is stale and writes nothing', async () => {
    const database = await freshDatabase();
    const id = await openCase(database);
    await database.run(slippingAway[chosenDatabase().name]);
    const change = database.writePath.change(id, { at: AT }, storing({ facts: [fact()] }));
    await expect(change).rejects.toThrow(StaleWrite);
    expect(await committedRows(database, 'facts')).toBe(0);
  });
});

describe('commands that overlap', () => {
  test('a command that fails takes back its own writes and no other', async () => {
    const database = await freshDatabase();
    const id = await openCase(database);
    const write = (type: string, fails: boolean) =>
      database.writePath.change(id, { at: AT }, () => {
        if (type === 'throws') throw new Error('the decision fails');
        const taken = fails ? [fact({ id: 'taken' })] : [];
        return { result: type, writes: { facts: [fact({ id: type }), ...taken] } };
      });
    const settled = await Promise.allSettled([
      write('taken', false),
      write('fails-halfway', true),
      write('throws', false),
      write('last', false),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    const stored = await database.rows('SELECT id, seq FROM facts ORDER BY seq');
    expect(stored).toEqual([
      { id: 'taken', seq: 1 },
      { id: 'last', seq: 2 },
    ]);
    expect(await database.rows('SELECT version FROM cases')).toEqual([{ version: 3 }]);
  });
});

describe('a write under an idempotency key', () => {
  const idempotency = { key: 'k1', requestHash: 'h1' };

  test('is done once and answered alike each time, also when both arrive together', async () => {
    const database = await freshDatabase();
    const open = () => database.writePath.open(opening({ idempotency }), storing({ facts: [fact()] }));
    expect(await Promise.all([open(), open()])).toEqual(['0763-26-0001', '0763-26-0001']);
    expect(await open()).toBe('0763-26-0001');
    expect(await committedRows(database, 'cases')).toBe(1);
    expect(await committedRows(database, 'facts')).toBe(1);
  });

  test('is answered alike even when the version it was decided on has passed', async () => {
    const database = await freshDatabase();
    const id = await openCase(database);
    const options = { at: AT, expectedVersion: 1, idempotency };
    const change = () =>
      database.writePath.change(id, options, ({ row }) => ({ result: { version: row.version + 1 }, writes: {} }));
    expect(await change()).toEqual({ version: 2 });
    expect(await change()).toEqual({ version: 2 });
  });

  test('conflicts with another request under the same key', async () => {
    const database = await freshDatabase();
    const id = await openCase(database);
    await database.writePath.change(id, { at: AT, idempotency }, storing({}));
    const other = { key: 'k1', requestHash: 'h2' };
    const change = database.writePath.change(id, { at: AT, idempotency: other }, storing({ facts: [fact()] }));
    await expect(change).rejects.toThrow(IdempotencyConflict);
    await expect(change).rejects.toMatchObject({ slug: 'idempotency-conflict' });
    expect(await committedRows(database, 'facts')).toBe(0);
  });

  test('is not remembered when it was refused or failed, so it may be tried again', async () => {
    const database = await freshDatabase();
    const id = await openCase(database);
    await database.writePath.change(id, { at: AT, idempotency }, () => ({ result: 'refused' }));
    const failing = database.writePath.change(id, { at: AT, idempotency, expectedVersion: 9 }, storing({}));
    await expect(failing).rejects.toThrow(StaleWrite);
    expect(await committedRows(database, 'idempotency_keys')).toBe(0);
    expect(await database.writePath.change(id, { at: AT, idempotency }, storing({}))).toBe(id);
  });
});

describe('reminders and the outbox', () => {
  const sweep = (database: Awaited<ReturnType<typeof freshDatabase>>, id: string, levels: string[]) =>
    database.writePath.change(
      id,
      { at: AT },
      storing({
        reminders: levels.map((level) => reminder({ level })),
        outbox: (fresh) => fresh.map(({ id: reminderId, level }) => ({ kind: 'mail', reminderId, payload: { level } })),
      }),
    );

  test('a reminder is stored and put in the outbox once, however often the sweep runs', async () => {
    const database = await freshDatabase();
    const id = await openCase(database);
    await sweep(database, id, ['fore-14']);
    await sweep(database, id, ['fore-14', 'fore-7']);
    await sweep(database, id, ['fore-14', 'fore-7']);
    const reminders = await database.dataSource.getRepository(ReminderRow).find({ order: { level: 'ASC' } });
    expect(reminders.map(({ level, status, createdAt }) => ({ level, status, createdAt }))).toEqual([
      { level: 'fore-14', status: 'pending', createdAt: AT },
      { level: 'fore-7', status: 'pending', createdAt: AT },
    ]);
    const outbox = await database.dataSource.getRepository(OutboxRow).find();
    expect(outbox.map(({ reminderId }) => reminderId).sort()).toEqual(reminders.map(({ id }) => id).sort());
    expect(outbox[0]).toMatchObject({ attempts: 0, sentAt: null, nextAttemptAt: AT, lastError: null });
  });

  test('a reminder is another when the due date, the level or the recipient is', async () => {
    const database = await freshDatabase();
    const id = await openCase(database);
    const others = [{}, { due: '2026-04-02' as const }, { level: 'fore-7' }, { recipient: 'sfi@kommunen.example' }, {}];
    const reminders = others.map((changes) => reminder(changes));
    await database.writePath.change(id, { at: AT }, storing({ reminders }));
    expect(await committedRows(database, 'reminders')).toBe(4);
  });

  test('a reminder that was overtaken before it was stored is stored as overtaken', async () => {
    const database = await freshDatabase();
    const id = await openCase(database);
    const reminders = [reminder({ status: 'overtaken' })];
    await database.writePath.change(id, { at: AT }, storing({ reminders }));
    expect(await database.rows('SELECT status FROM reminders')).toEqual([{ status: 'overtaken' }]);
  });
});

describe('listeners', () => {
  test('hear of each stored write after its commit, and whether owed steps changed', async () => {
    const database = await freshDatabase();
    const heard: (Committed & { committed: Promise<number> })[] = [];
    const stop = database.writePath.onCommitted((change) =>
      heard.push({ ...change, committed: committedRows(database, 'owed_steps') }),
    );
    const committed = () => Promise.all(heard.map((change) => change.committed));
    const id = await openCase(database);
    await committed();
    await database.writePath.change(id, { at: AT }, storing({ owed: [owed()] }));
    await committed();
    await database.writePath.change(id, { at: AT }, storing({ owed: [owed()] }));
    await committed();
    await database.writePath.change(id, { at: AT }, () => ({ result: 'refused' }));
    await expect(database.writePath.change('nobody', { at: AT }, storing({}))).rejects.toThrow();
    stop();
    await database.writePath.change(id, { at: AT }, storing({ owed: [] }));
    expect(heard.map(({ committed: _, ...change }) => change)).toEqual([
      { caseId: id, kommun: '0763', owedChanged: false },
      { caseId: id, kommun: '0763', owedChanged: true },
      { caseId: id, kommun: '0763', owedChanged: false },
    ]);
    expect(await committed()).toEqual([0, 1, 1]);
  });

  test('a listener that fails is warned about and spoils nothing', async () => {
    const { writePath } = await freshDatabase();
    const warnings = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    const heard: string[] = [];
    writePath.onCommitted(() => {
      throw new Error('the listener fails');
    });
    writePath.onCommitted(({ caseId }) => heard.push(caseId));
    expect(await writePath.open(opening(), storing({}))).toBe('0763-26-0001');
    expect(heard).toEqual(['0763-26-0001']);
    expect(warnings.mock.calls).toEqual([['A listener failed after a commit: Error: the listener fails']]);
    warnings.mockRestore();
  });
});
