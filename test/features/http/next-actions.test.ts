import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demonstrationViewer, type Viewer } from '../../../src/auth/viewer.js';
import { CaseBook } from '../../../src/cases/case-book.js';
import { CaseRow } from '../../../src/cases/case.entity.js';
import { CasesService } from '../../../src/cases/cases.service.js';
import { NextActionsService } from '../../../src/next-actions/next-actions.service.js';
import { type Etapp, library, openCase, permit, startEtapp, TODAY } from './etapp-server.js';

interface Step {
  case: string;
  process: string;
  state: string;
  party: string;
  due: string | null;
  overdueDays: number;
  title: string;
}

let etapp: Etapp;
let first: string;
const list = async (query = '') => (await etapp.get(`/api/v1/next-actions${query}`)).body;
const keys = ({ actions }: { actions: Step[] }) => actions.map((a) => `${a.case}/${a.process}/${a.state}`);

beforeAll(async () => {
  etapp = await startEtapp();
  first = await openCase(etapp, permit);
  await openCase(etapp, { ...permit, on: '2026-01-05' }, { type: 'sfi.anmald', on: '2026-01-20' });
  await openCase(etapp, { ...permit, on: '2026-02-20', data: { ...permit.data, 'galler-till': '2026-06-01' } });
  const other = await etapp.post('/api/v1/cases', { subject: 'deltagare', kommun: '1480' });
  await etapp.post(`/api/v1/cases/${other.body.id}/facts`, permit);
});
afterAll(() => etapp.stop());

test('the list has the shape that others rely on', async () => {
  const { asOf, total, actions, cursor } = await list();
  expect(asOf).toBe(TODAY);
  expect(total).toBe(actions.length);
  expect(cursor).toBeNull();
  expect(Object.keys(actions[0])).toEqual([
    ...['case', 'process', 'instance', 'state', 'title', 'party', 'unit', 'contact', 'facts', 'since'],
    ...['due', 'dueKind', 'certainty', 'overdueDays', 'basis', 'clause', 'gap'],
  ]);
});

test('what is due first stands first, and what has no date stands last', async () => {
  const due = (await list()).actions.map((a: Step) => a.due ?? 'none');
  expect(due).toEqual([...due].sort());
  expect(due.at(-1)).toBe('none');
});

test('a step past its date says by how many days, and one without a number is never late', async () => {
  const { actions } = await list('?overdue=true');
  expect(actions.length).toBeGreaterThan(0);
  for (const { due, overdueDays } of actions) {
    expect(due < TODAY).toBe(true);
    expect(overdueDays).toBe((Date.parse(TODAY) - Date.parse(due)) / 86_400_000);
  }
  for (const { due, overdueDays } of (await list()).actions) if (due === null) expect(overdueDays).toBe(0);
});

test('the list is narrowed by party, municipality, case, process and date', async () => {
  const all: Step[] = (await list()).actions;
  const of = async (query: string) => keys(await list(query));
  const where = (meant: (a: Step) => boolean) => keys({ actions: all.filter(meant) });
  expect(await of('?party=kommun')).toEqual(where((a) => a.party === 'kommun'));
  expect(await of('?kommun=1480')).toEqual(where((a) => a.case.startsWith('1480')));
  expect(await of(`?case=${first}`)).toEqual(where((a) => a.case === first));
  expect(await of('?process=sfi&party=kommun')).toEqual(where((a) => a.process === 'sfi'));
  expect(await of('?dueBefore=2026-03-01')).toEqual(where((a) => a.due !== null && a.due < '2026-03-01'));
  expect(await of('?unit=migrationsverket')).not.toEqual([]);
  expect(await of('?kommun=2584')).toEqual([]);
});

test('pages follow each other without gap or repetition, today and on another day', async () => {
  for (const day of ['', '&asOf=2026-05-01']) {
    const all = await list(`?limit=500${day}`);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await list(`?limit=3${day}${cursor && `&cursor=${cursor}`}`);
      expect(page.total).toBe(all.total);
      seen.push(...keys(page));
      cursor = page.cursor;
    }
    expect(seen).toEqual(keys(all));
    expect(seen.length).toBeGreaterThan(6);
  }
});

test('a cursor of another question, or none at all, is refused', async () => {
  const { cursor } = await list('?limit=2');
  for (const query of [
    `?party=kommun&cursor=${cursor}`,
    '?cursor=abc',
    `?asOf=2026-05-01&cursor=${cursor}`,
    '?cursor=W10',
  ]) {
    const { status, body } = await etapp.get(`/api/v1/next-actions${query}`);
    expect([status, body.type, body.errors[0].pointer]).toEqual([422, '/problem/invalid-data', '/cursor']);
  }
});

test('a question that cannot be understood is refused', async () => {
  for (const query of [
    'party=AF',
    'kommun=Tingsryd',
    'limit=501',
    'limit=0',
    'limit=tio',
    'overdue=ja',
    'dueBefore=imorgon',
    'sida=2',
    'process=sfii',
  ])
    expect((await etapp.get(`/api/v1/next-actions?${query}`)).body.type).toBe('/problem/invalid-data');
});

test('what is stored for today is what folding the cases gives', async () => {
  const { dataSource, writePath } = etapp.store;
  const cases = new CasesService(dataSource, writePath, library, etapp.clock);
  const folded = (
    await Promise.all(
      [...new Set<string>((await list()).actions.map((a: Step) => a.case))].map((id) =>
        cases.find(demonstrationViewer, id),
      ),
    )
  ).flatMap(({ actions }) => actions);
  const { actions } = await list('?limit=500');
  const sorted = (steps: object[]) => steps.map((step) => JSON.stringify(step)).sort();
  expect(sorted(actions)).toEqual(sorted(folded));
});

test('another day is folded: an earlier one does not know what came later, a later one lets time pass', async () => {
  const earlier = await list('?kommun=0763&asOf=2026-02-01');
  expect(earlier.asOf).toBe('2026-02-01');
  const stateOf = (answer: { actions: Step[] }, process: string) =>
    answer.actions.filter((a) => a.process === process).map((a) => a.state);
  expect(stateOf(earlier, 'sfi')).toEqual(['vantarPaMottagande']);
  const later = await list('?kommun=0763&asOf=2026-07-01');
  expect(stateOf(later, 'uppehallstillstand')).toEqual(['vantarPaBeskedOmTillstand']);
});

test('titles come in English when asked for', async () => {
  const sv: Step = (await list(`?case=${first}&process=sfi`)).actions[0];
  const en: Step = (await list(`?case=${first}&process=sfi&language=en`)).actions[0];
  expect(en.title).not.toBe(sv.title);
});

test('counts per party agree with the list', async () => {
  const service = new NextActionsService(etapp.store.dataSource, library, etapp.clock, etapp.store.writePath);
  const all: Step[] = (await list()).actions;
  for (const { party, total, late } of await service.counts(demonstrationViewer)) {
    const own = all.filter((a) => a.party === party);
    expect([party, total, late]).toEqual([party, own.length, own.filter((a) => a.overdueDays > 0).length]);
  }
  const here = await service.counts(demonstrationViewer, { kommun: '1480' });
  expect(here.find(({ party }) => party === 'kommun')?.total).toBe(
    all.filter((a) => a.case.startsWith('1480') && a.party === 'kommun').length,
  );
});

test('a viewer sees the cases of its own municipalities and nothing of others', async () => {
  const { dataSource, writePath } = etapp.store;
  const viewer: Viewer = { party: 'kommun', units: [], municipalities: ['1480'], purpose: 'handlaggning' };
  const lists = new NextActionsService(dataSource, library, etapp.clock, writePath);
  const cases = new CasesService(dataSource, writePath, library, etapp.clock);
  const { actions } = await lists.list(viewer, {});
  expect(new Set(actions.map((a) => a.case))).toEqual(new Set(['1480-26-0001']));
  expect((await lists.list(viewer, { asOf: '2026-05-01' })).actions.every((a) => a.case.startsWith('1480'))).toBe(true);
  await expect(lists.list(viewer, { kommun: '0763' })).rejects.toMatchObject({ slug: 'not-allowed' });
  await expect(lists.counts(viewer, { kommun: '0763' })).rejects.toMatchObject({ slug: 'not-allowed' });
  await expect(cases.find(viewer, first)).rejects.toMatchObject({ slug: 'not-found' });
  await expect(cases.record(viewer, first, { type: 'sfi.anmald', on: TODAY })).rejects.toMatchObject({
    slug: 'not-found',
  });
  await expect(cases.open(viewer, { subject: 'deltagare', kommun: '0763' })).rejects.toMatchObject({
    slug: 'not-allowed',
  });
  const nobody: Viewer = { ...viewer, municipalities: [] };
  expect((await lists.list(nobody, {})).total).toBe(0);
});

test("today's list is right on a later day although no sweep has been made", async () => {
  etapp.clock.set('2027-09-01');
  const { dataSource, writePath } = etapp.store;
  const service = new NextActionsService(dataSource, library, etapp.clock, writePath);
  const kept = await service.list(demonstrationViewer, { limit: 500 });
  const book = new CaseBook(library);
  const rows = await dataSource.getRepository(CaseRow).find();
  const fresh = await Promise.all(
    rows.map(async (row) => {
      const { facts } = await etapp.get(`/api/v1/cases/${row.id}`).then(({ body }) => body);
      const position = book.fold({ row, facts: facts.map((f: object) => ({ ...f, case: row.id })) }, '2027-09-01');
      return book.owed(row, position).map((step) => `${row.id}/${step.process}/${step.state}`);
    }),
  );
  expect(kept.actions.map((a) => `${a.case}/${a.process}/${a.state}`).sort()).toEqual(fresh.flat().sort());
  expect(kept.actions.some((a) => a.state === 'vantarPaBeskedOmTillstand')).toBe(true);
  etapp.clock.set(TODAY);
});
