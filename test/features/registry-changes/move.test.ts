/** A move of all cases to another registry that is stopped, doubled or met by other writers. */
import { DataSource } from 'typeorm';
import { demonstrationViewer } from '../../../src/auth/viewer.js';
import { CaseBook } from '../../../src/cases/case-book.js';
import { CaseRow } from '../../../src/cases/case.entity.js';
import { Clock } from '../../../src/clock.js';
import { openStore } from '../../../src/database/open-store.js';
import type { Store } from '../../../src/database/store.js';
import { fillDemonstration } from '../../../src/demo/fill-demonstration.js';
import { brokenEntries, ChangeBook } from '../../../src/registry-changes/change-book.js';
import { RegistryMove } from '../../../src/registry-changes/registry-move.js';
import { library } from '../../support/law.js';

const AT = Date.UTC(2026, 2, 2, 10);
const TODAY = '2026-03-02';
const CASES = 20;

class Standing extends Clock {
  now(): number {
    return AT;
  }
}

let store: Store;
beforeEach(async () => {
  store = await openStore('sqlite::memory:');
  const options = { library, clock: new Standing(), viewer: demonstrationViewer, seed: 3, kommun: '0763' };
  await fillDemonstration(store, { ...options, participants: CASES });
});
afterEach(() => store.close());

const moveTo = (version: string, dataSource: DataSource = store.dataSource) =>
  new RegistryMove(dataSource, store.writePath, new CaseBook({ ...library, version }));
const carrying = { today: TODAY, at: AT, by: 'test' } as const;
const everyone = { municipalities: 'all' } as const;
const kinds = async () =>
  (await new ChangeBook(store.dataSource).entries()).map(({ kind, counts }) => [kind, JSON.parse(counts).cases]);
const behind = (version: string) =>
  store.dataSource
    .getRepository(CaseRow)
    .createQueryBuilder('c')
    .where('c.registryVersion <> :version', { version })
    .getCount();

test('one that is stopped in the middle has only begun; the next takes the rest and is carried through', async () => {
  const stop = new AbortController();
  await moveTo('b').apply(everyone, { ...carrying, signal: stop.signal, progress: () => stop.abort() });
  const left = await behind('b');
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(CASES);
  expect(await kinds()).toEqual([['begun', undefined]]);
  const rest = await moveTo('b').apply(everyone, carrying);
  expect(rest.counts).toMatchObject({ cases: left, unchanged: left });
  expect(await behind('b')).toBe(0);
  expect(await kinds()).toEqual([
    ['begun', undefined],
    ['begun', undefined],
    ['completed', left],
  ]);
});

test('two that are asked for at the same time are one', async () => {
  const [one, other] = await Promise.all([
    moveTo('b').apply(everyone, carrying),
    moveTo('b').apply(everyone, carrying),
  ]);
  expect(other).toEqual(one);
  expect(await kinds()).toEqual([
    ['begun', undefined],
    ['completed', CASES],
  ]);
});

test('a viewer moves, and is told of, only the cases of the own municipalities', async () => {
  const elsewhere = await moveTo('b').preview({ municipalities: ['0780'] }, { today: TODAY });
  expect(elsewhere.counts.cases).toBe(0);
  expect((await moveTo('b').apply({ municipalities: [] }, carrying)).counts.cases).toBe(0);
  expect(await behind('b')).toBe(CASES);
});

test('a move back and forth gives every case the steps it had, and four entries that follow on each other', async () => {
  const steps = () => store.dataSource.query('SELECT id, due, party, unit FROM owed_steps ORDER BY id');
  const before: unknown = await steps();
  await moveTo('b').apply(everyone, carrying);
  await moveTo(library.version).apply(everyone, carrying);
  expect(await steps()).toEqual(before);
  const entries = await new ChangeBook(store.dataSource).entries();
  expect(entries).toHaveLength(4);
  expect(brokenEntries(entries)).toEqual([]);
});

test('the book shows an entry that was taken out, and every entry that was altered', async () => {
  await moveTo('b').apply(everyone, carrying);
  await moveTo('c').apply(everyone, carrying);
  const entries = await new ChangeBook(store.dataSource).entries();
  expect(brokenEntries(entries.filter(({ seq }) => seq !== 2))).toEqual([3, 4]);
  for (const column of [
    'kind',
    'at',
    'doneBy',
    'fromVersions',
    'toVersion',
    'counts',
    'contentHash',
    'prevHash',
    'hash',
  ])
    expect(brokenEntries(entries.map((row) => (row.seq === 2 ? { ...row, [column]: 'x' } : row)))).toContain(2);
});
