/** Several servers on one database: what each is promised, and what they owe each other. */
import { verifyRows } from '../../../src/cases/fact-row.js';
import { FactRow } from '../../../src/cases/fact.entity.js';
import type { Store } from '../../../src/database/store.js';
import { CaseBusy, IdempotencyConflict, StaleWrite } from '../../../src/database/write-errors.js';
import type { Committed } from '../../../src/database/write-path.js';
import { databases } from '../../support/databases.js';
import {
  AT,
  committedRows,
  disposeDatabases,
  fact,
  type FreshDatabase,
  freshDatabase,
  openCase,
  opening,
  owed,
  storing,
} from '../database/fresh-database.js';

afterEach(disposeDatabases);

interface Servers extends FreshDatabase {
  first: Store;
  second: Store;
}

const servers = async (): Promise<Servers> => {
  const database = await freshDatabase(databases.find(({ name }) => name === 'PostgreSQL'));
  return { ...database, first: await database.another(), second: await database.another() };
};

const statuses = (settled: readonly PromiseSettledResult<unknown>[]) => settled.map(({ status }) => status).sort();
const rejections = (settled: readonly PromiseSettledResult<unknown>[]) =>
  settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));

/** Holds the row of a case, as a server does that is about to write about it. */
const holding = async ({ first }: Servers, id: string) => {
  const runner = first.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query('SELECT 1 FROM cases WHERE id = $1 FOR UPDATE', [id]);
  return async () => {
    await runner.commitTransaction();
    await runner.release();
  };
};

/** Resolves when the listener has heard this many. */
const hearing = ({ writePath }: Store) => {
  const heard: Committed[] = [];
  let missed = 0;
  let told = () => {};
  writePath.onCommitted((change) => {
    heard.push(change);
    told();
  });
  writePath.onMissed(() => {
    missed += 1;
    told();
  });
  const until = (reached: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      told = () => reached() && resolve();
      told();
    });
  return { heard, missed: () => missed, until };
};

describe('writing from two servers at once', () => {
  test('facts of one case stand one after the other, chained, each once', async () => {
    const { first, second, ...database } = await servers();
    const id = await openCase(database);
    const append = ({ writePath }: Store) => writePath.change(id, { at: AT }, storing({ facts: [fact()] }));
    await Promise.all(Array.from({ length: 25 }, () => [append(first), append(second)]).flat());
    const rows = await database.dataSource.getRepository(FactRow).find({ order: { seq: 'ASC' } });
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(verifyRows(rows)).toBeNull();
    expect(await database.rows('SELECT version FROM cases')).toEqual([{ version: 51 }]);
  });

  test('of two writes decided on the same version one is stale and writes nothing', async () => {
    const { first, second, ...database } = await servers();
    const id = await openCase(database);
    const options = { at: AT, expectedVersion: 1 };
    const write = ({ writePath }: Store) => writePath.change(id, options, storing({ facts: [fact()] }));
    const settled = await Promise.allSettled([write(first), write(second)]);
    expect(statuses(settled)).toEqual(['fulfilled', 'rejected']);
    expect(rejections(settled)).toEqual([expect.any(StaleWrite)]);
    expect(await committedRows(database, 'facts')).toBe(1);
  });

  test('cases are numbered without gaps and none twice', async () => {
    const { first, second, ...database } = await servers();
    const open = ({ writePath }: Store) => writePath.open(opening(), storing({}));
    const ids = await Promise.all(Array.from({ length: 20 }, () => [open(first), open(second)]).flat());
    const numbers = Array.from({ length: 40 }, (_, i) => `0763-26-${String(i + 1).padStart(4, '0')}`);
    expect(ids.sort()).toEqual(numbers);
    expect(await database.rows('SELECT last FROM case_numbers')).toEqual([{ last: 40 }]);
  });

  test('a request with a key is carried out once, and both are answered alike', async () => {
    const { first, second, ...database } = await servers();
    const idempotency = { key: 'k1', requestHash: 'h1' };
    const open = ({ writePath }: Store) => writePath.open(opening({ idempotency }), storing({ facts: [fact()] }));
    expect(await Promise.all([open(first), open(second)])).toEqual(['0763-26-0001', '0763-26-0001']);
    const change = ({ writePath }: Store) =>
      writePath.change('0763-26-0001', { at: AT, idempotency: { key: 'k2', requestHash: 'h2' } }, ({ row }) => ({
        result: { version: row.version + 1 },
        writes: { facts: [fact()] },
      }));
    expect(await Promise.all([change(first), change(second)])).toEqual([{ version: 2 }, { version: 2 }]);
    expect(await committedRows(database, 'cases')).toBe(1);
    expect(await committedRows(database, 'facts')).toBe(2);
  });

  test('of two requests about different cases under one key one conflicts and writes nothing', async () => {
    const { first, second, ...database } = await servers();
    const [one, other] = [await openCase(database), await openCase(database)];
    const change = ({ writePath }: Store, id: string) =>
      writePath.change(id, { at: AT, idempotency: { key: 'k1', requestHash: id } }, storing({ facts: [fact()] }));
    const settled = await Promise.allSettled([change(first, one), change(second, other)]);
    expect(rejections(settled)).toEqual([expect.any(IdempotencyConflict)]);
    expect(await committedRows(database, 'facts')).toBe(1);
  });

  test('counters equal the steps, whoever opened and closed them', async () => {
    const { first, second, ...database } = await servers();
    const ids = await Promise.all(Array.from({ length: 8 }, () => openCase(database)));
    const steps = [[], [owed()], [owed({ party: 'enskild' }), owed({ state: 'annat' })]];
    const write = ({ writePath }: Store, id: string, round: number) =>
      writePath.change(id, { at: AT }, storing({ owed: steps[round % steps.length] ?? [] }));
    for (let round = 0; round < 9; round += 1) {
      await Promise.all(ids.flatMap((id, i) => [write(first, id, round + i), write(second, id, round * i)]));
    }
    const counted = 'SELECT party, kommun, CAST(count(*) AS integer) AS open FROM owed_steps GROUP BY 1, 2 ORDER BY 1';
    expect(await database.rows('SELECT party, kommun, open FROM owed_counters ORDER BY party')).toEqual(
      await database.rows(counted),
    );
  });

  test('a case that another server holds is waited for, or passed over by who asks for free ones only', async () => {
    const database = await servers();
    const id = await openCase(database);
    const release = await holding(database, id);
    const free = database.second.writePath.change(id, { at: AT, ifFree: true }, storing({ facts: [fact()] }));
    await expect(free).rejects.toThrow(CaseBusy);
    const waits = database.second.writePath.change(id, { at: AT }, storing({ facts: [fact()] }));
    expect(await committedRows(database, 'facts')).toBe(0);
    await release();
    expect(await waits).toBe(id);
    const nobody = database.second.writePath.change('0763-26-9999', { at: AT, ifFree: true }, storing({}));
    await expect(nobody).rejects.toThrow(/no case/);
  });

  test('a write that waits for a case holds up no write about another', async () => {
    const database = await servers();
    const [held, other] = [await openCase(database), await openCase(database)];
    const release = await holding(database, held);
    const waits = database.second.writePath.change(held, { at: AT }, storing({ facts: [fact()] }));
    await expect(database.second.writePath.change(other, { at: AT }, storing({}))).resolves.toBe(other);
    await release();
    await waits;
  });
});

describe('a server that loses its connections', () => {
  const sever = (database: FreshDatabase) =>
    database.run(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );

  test('carries out what it was asked before and after, each once', async () => {
    const { first, ...database } = await servers();
    const id = await openCase(database);
    const write = (_: unknown, i: number) =>
      first.writePath.change(
        id,
        { at: AT, idempotency: { key: `k${i}`, requestHash: 'h' } },
        storing({ facts: [fact({ id: `f${i}` })] }),
      );
    const before = Array.from({ length: 20 }, write);
    await sever(database);
    const after = Array.from({ length: 20 }, (_, i) => write(_, i + 20));
    await Promise.all([...before, ...after]);
    const rows = await database.rows<{ id: string }>('SELECT id FROM facts');
    expect(rows.map((row) => row.id).sort()).toEqual(Array.from({ length: 40 }, (_, i) => `f${i}`).sort());
  });

  test('is told that it may have missed something, and hears again', async () => {
    const { first, second, ...database } = await servers();
    const { heard, missed, until } = hearing(second);
    await second.writePath.listening();
    await sever(database);
    await until(() => missed() === 1);
    const id = await first.writePath.open(opening(), storing({ owed: [owed()] }));
    await until(() => heard.length === 1);
    expect(heard).toEqual([{ caseId: id, kommun: '0763', owedChanged: true }]);
  });
});

describe('what one server commits', () => {
  test('is heard by the other once it is committed, and by itself once', async () => {
    const { first, second, ...database } = await servers();
    const [own, others] = [hearing(first), hearing(second)];
    await Promise.all([first.writePath.listening(), second.writePath.listening()]);
    const id = await first.writePath.open(opening(), storing({ owed: [owed()] }));
    await first.writePath.change(id, { at: AT }, () => ({ result: 'refused' }));
    await expect(first.writePath.change('nobody', { at: AT }, storing({}))).rejects.toThrow();
    await first.writePath.change(id, { at: AT }, storing({ facts: [fact()] }));
    await others.until(() => others.heard.length === 2);
    const expected = [
      { caseId: id, kommun: '0763', owedChanged: true },
      { caseId: id, kommun: '0763', owedChanged: false },
    ];
    expect(others.heard).toEqual(expected);
    expect(own.heard).toEqual(expected);
    expect(await committedRows(database, 'facts')).toBe(1);
  });

  test('is heard of each of very many', async () => {
    const { first, second } = await servers();
    const { heard, until } = hearing(second);
    await second.writePath.listening();
    const ids = await Promise.all(Array.from({ length: 250 }, () => first.writePath.open(opening(), storing({}))));
    await until(() => heard.length === 250);
    expect(new Set(heard.map(({ caseId }) => caseId))).toEqual(new Set(ids));
  });
});
