/** Several servers that sweep and send at once. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlainDate } from '../../../machines/grammar/index.js';
import { demonstrationViewer } from '../../../src/auth/viewer.js';
import { CaseBook } from '../../../src/cases/case-book.js';
import { CasesService } from '../../../src/cases/cases.service.js';
import { readConfig } from '../../../src/config.js';
import { openStore } from '../../../src/database/open-store.js';
import type { Store } from '../../../src/database/store.js';
import { RemindersService } from '../../../src/reminders/reminders.service.js';
import { databases, dropDatabases } from '../../support/databases.js';
import { library } from '../../support/law.js';
import { StandingClock } from '../http/etapp-server.js';

const CASES = 12;
const PERMIT = { grund: 'UtlL 5:1', route: 'anvisad', fodd: '1990-05-17' };

let stores: Store[];
let folder: string;
let clock: StandingClock;
beforeEach(async () => {
  const url = await databases.find(({ name }) => name === 'PostgreSQL')!.fresh();
  stores = [await openStore(url), await openStore(url), await openStore(url)];
  folder = mkdtempSync(join(tmpdir(), 'etapp-sweep-'));
  clock = new StandingClock(0);
});
afterEach(async () => {
  for (const store of stores) await store.close();
  await dropDatabases();
  rmSync(folder, { recursive: true });
});

/** Cases whose reception is to be reminded of from 11 February. */
async function awaitingReception(): Promise<string[]> {
  const { dataSource, writePath } = stores[0]!;
  const cases = new CasesService(dataSource, writePath, library, clock);
  const record = (id: string, type: string, on: PlainDate, data: Record<string, unknown>) => {
    clock.set(on);
    return cases.record(demonstrationViewer, id, { type, on, data });
  };
  const ids: string[] = [];
  for (let count = 0; count < CASES; count += 1) {
    clock.set('2026-01-12');
    const { id } = await cases.open(demonstrationViewer, { subject: 'deltagare', kommun: '0763' });
    await record(id, 'uppehallstillstand.beviljat', '2026-01-12', PERMIT);
    await record(id, 'bosattning.anvisad', '2026-01-20', { kommun: '0763', senast: '2026-03-13' });
    ids.push(id);
  }
  return ids;
}

const sweeper = ({ dataSource, writePath }: Store) => {
  const config = readConfig({ ETAPP_MAIL_FOLDER: join(folder, 'utskick') });
  const log = { info: () => undefined, warn: () => undefined };
  return new RemindersService(dataSource, writePath, library, config, clock, log);
};
const rows = (statement: string) => stores[0]!.dataSource.query<Record<string, unknown>[]>(statement);

test('three sweeps at once leave the rows that one would, visit each case once and send each message once', async () => {
  const ids = await awaitingReception();
  clock.set('2026-03-13');
  const swept = await Promise.all(stores.map((store) => sweeper(store).sweep(demonstrationViewer)));
  const sum = (of: (result: (typeof swept)[number]) => number) => swept.reduce((total, one) => total + of(one), 0);
  expect(swept.flatMap(({ failedCases }) => failedCases)).toEqual([]);
  expect(sum(({ cases }) => cases)).toBe(ids.length);
  const reminders = await rows('SELECT id, status FROM reminders');
  expect(sum(({ created }) => created)).toBe(reminders.length);
  const sent = reminders.filter(({ status }) => status === 'sent');
  expect(sent.length).toBeGreaterThanOrEqual(ids.length);
  expect(sum((one) => one.sent)).toBe(sent.length);
  expect(readdirSync(join(folder, 'utskick'))).toHaveLength(sent.length);
  expect(await rows('SELECT id FROM reminders r WHERE NOT EXISTS (SELECT 1 FROM cases WHERE id = r.case_id)')).toEqual(
    [],
  );
  const again = await sweeper(stores[1]!).sweep(demonstrationViewer);
  expect(again).toMatchObject({ cases: 0, created: 0, sent: 0, failed: 0 });
});

test('a sweep passes over a case that somebody else has in hand, and comes back to it', async () => {
  const [held = '', ...others] = await awaitingReception();
  clock.set('2026-03-13');
  const runner = stores[1]!.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query('SELECT 1 FROM cases WHERE id = $1 FOR UPDATE', [held]);
  const sweep = sweeper(stores[0]!).sweep(demonstrationViewer);
  const visitedOthers = new Promise<void>((resolve) => {
    const left = new Set(others);
    stores[0]!.writePath.onCommitted(({ caseId }) => {
      left.delete(caseId);
      if (left.size === 0) resolve();
    });
  });
  await visitedOthers;
  expect(await rows(`SELECT id FROM reminders WHERE case_id = '${held}'`)).toEqual([]);
  await runner.commitTransaction();
  await runner.release();
  expect(await sweep).toMatchObject({ cases: CASES, failedCases: [] });
});

test('a visit on which nothing that anybody sees has changed moves the next one and leaves the version alone', async () => {
  const [id] = await awaitingReception();
  clock.set('2026-03-20');
  await sweeper(stores[0]!).sweep(demonstrationViewer);
  const row = async () => (await rows(`SELECT version, next_boundary_on FROM cases WHERE id = '${id}'`))[0];
  const before = await row();
  await rows("UPDATE cases SET next_boundary_on = '2026-03-20'");
  expect((await sweeper(stores[1]!).sweep(demonstrationViewer)).cases).toBe(CASES);
  expect(await row()).toEqual(before);
  expect(new CaseBook(library).library.version).toBe(
    (await rows('SELECT DISTINCT registry_version AS v FROM cases'))[0]?.['v'],
  );
});
