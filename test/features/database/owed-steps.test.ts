import fc from 'fast-check';
import type { OwedRow } from '../../../src/database/write-path.js';
import { OwedStepRow, UNDATED } from '../../../src/next-actions/owed-step.entity.js';
import { chosenDatabase } from '../../support/databases.js';
import { runs } from '../../support/properties.js';
import {
  AT,
  disposeDatabases,
  type FreshDatabase,
  freshDatabase,
  freshSqlite,
  openCase,
  owed,
  storing,
} from './fresh-database.js';

afterEach(disposeDatabases);

const counters = (database: FreshDatabase) =>
  database.rows('SELECT party, kommun, open FROM owed_counters ORDER BY party, kommun');
const counted = (database: FreshDatabase) =>
  database.rows(
    `SELECT party, kommun, CAST(count(*) AS integer) AS open FROM owed_steps
     GROUP BY party, kommun ORDER BY party, kommun`,
  );

describe('the owed steps of a case', () => {
  test('are stored as decided, with what the case knows of itself', async () => {
    const { writePath, dataSource } = await freshDatabase();
    const id = await openCase({ writePath });
    const undated = owed({ due: UNDATED, unit: 'integrationsenheten', contact: 'växeln', clause: '4.2', gap: 1 });
    await writePath.change(id, { at: AT }, storing({ owed: [undated] }));
    expect(await dataSource.getRepository(OwedStepRow).find()).toEqual([
      { ...undated, id: `${id}/sfi/vantarPaAnmalan`, caseId: id, kommun: '0763', subject: 'deltagare' },
    ]);
  });

  test('of one process may be several, and each has a row of its own', async () => {
    const { writePath, dataSource } = await freshDatabase();
    const id = await openCase({ writePath });
    await writePath.change(id, { at: AT }, storing({ owed: [owed({ instance: '1' }), owed({ instance: '2' })] }));
    const rows = await dataSource.getRepository(OwedStepRow).find({ order: { id: 'ASC' } });
    expect(rows.map((row) => row.id)).toEqual([`${id}/sfi/1/vantarPaAnmalan`, `${id}/sfi/2/vantarPaAnmalan`]);
  });

  test('are replaced as a whole, and left alone by a decision that does not speak of them', async () => {
    const database = await freshDatabase();
    const states = () => database.rows('SELECT state, party FROM owed_steps ORDER BY state');
    const id = await openCase(database);
    const other = await openCase(database);
    await database.writePath.change(other, { at: AT }, storing({ owed: [owed({ state: 'annat' })] }));
    await database.writePath.change(id, { at: AT }, storing({ owed: [owed({ state: 'a' }), owed({ state: 'b' })] }));
    await database.writePath.change(id, { at: AT }, storing({ owed: [owed({ state: 'b', party: 'enskild' })] }));
    await database.writePath.change(id, { at: AT }, storing({}));
    expect(await states()).toEqual([
      { state: 'annat', party: 'kommun' },
      { state: 'b', party: 'enskild' },
    ]);
    await database.writePath.change(id, { at: AT }, storing({ owed: [] }));
    expect(await states()).toEqual([{ state: 'annat', party: 'kommun' }]);
  });

  test('cannot be two in the same process and state', async () => {
    const database = await freshDatabase();
    const id = await openCase(database);
    const twice = database.writePath.change(id, { at: AT }, storing({ owed: [owed(), owed({ unit: 'sfi' })] }));
    await expect(twice).rejects.toThrow(/same process, instance and state/);
    expect(await counters(database)).toEqual([]);
  });

  test('are not written when a counter does not agree with them', async () => {
    const database = await freshDatabase();
    const id = await openCase(database);
    await database.writePath.change(id, { at: AT }, storing({ owed: [owed()] }));
    await database.run('DELETE FROM owed_counters');
    const close = database.writePath.change(id, { at: AT }, storing({ owed: [] }));
    await expect(close).rejects.toThrow(/does not agree/);
    expect(await counted(database)).toHaveLength(1);
  });

  test('are found by each index that paging needs, without sorting', async () => {
    const { outside } = await freshSqlite();
    const plan = (where: string) =>
      outside
        .prepare(`EXPLAIN QUERY PLAN SELECT * FROM owed_steps WHERE ${where} AND (due, id) > ('', '') ORDER BY due, id`)
        .all()
        .map((line) => (line as { detail: string }).detail)
        .join('; ');
    expect(plan(`party = 'kommun' AND kommun = '0763'`)).toMatch(/^SEARCH .*owed_steps_party_kommun_due[^;]*$/);
    expect(plan(`party = 'kommun'`)).toMatch(/^SEARCH .*owed_steps_party_due[^;]*$/);
    expect(plan(`kommun = '0763'`)).toMatch(/^SEARCH .*owed_steps_kommun_due[^;]*$/);
    expect(plan(`process = 'sfi'`)).toMatch(/^SEARCH .*owed_steps_process_due[^;]*$/);
    expect(plan('1')).toMatch(/^SEARCH .*owed_steps_due[^;]*$/);
  });
});

describe('the counters of open steps', () => {
  const step: fc.Arbitrary<OwedRow> = fc
    .record({
      state: fc.constantFrom('a', 'b', 'c'),
      party: fc.constantFrom('kommun', 'arbetsformedlingen', 'enskild'),
      due: fc.constantFrom('2026-04-01', UNDATED),
    })
    .map(owed);
  const command = fc.record({
    place: fc.nat({ max: 3 }),
    steps: fc.uniqueArray(step, { selector: ({ state }) => state, maxLength: 3 }),
    fails: fc.boolean(),
    waits: fc.boolean(),
  });

  test('equal a fresh count after any sequence of writes, failed ones among them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 25 }), async (commands) => {
        const database = await freshDatabase();
        const kommuner = ['0763', '0763', '0780', '0780'];
        const ids = await Promise.all(kommuner.map((kommun) => openCase(database, { kommun })));
        const pending: Promise<unknown>[] = [];
        for (const { place, steps, fails, waits } of commands) {
          // The outbox comes last, so a failure there has the steps and the counters to take back.
          const outbox = () => {
            if (fails) throw new Error('fails after the steps were written');
            return [];
          };
          pending.push(database.writePath.change(ids[place] ?? '', { at: AT }, storing({ owed: steps, outbox })));
          if (waits) await Promise.allSettled(pending);
        }
        await Promise.allSettled(pending);
        expect(await counters(database)).toEqual(await counted(database));
        await disposeDatabases();
      }),
      runs(chosenDatabase().name === 'SQLite' ? 50 : 8),
    );
  });
});
