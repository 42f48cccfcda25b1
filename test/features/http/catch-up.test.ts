/** A fact that nobody awaits yet, recorded together with what was forgotten before it; and several facts at once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { verifyRows } from '../../../src/cases/fact-row.js';
import { FactRow } from '../../../src/cases/fact.entity.js';
import { type Answer, type Etapp, openCase, permit, startEtapp } from './etapp-server.js';

let etapp: Etapp;
let id: string;
beforeAll(async () => {
  etapp = await startEtapp();
});
afterAll(() => etapp.stop());
beforeEach(async () => {
  id = await openCase(etapp, permit);
});

const record = (fact: object, query = '') => etapp.post(`/api/v1/cases/${id}/facts${query}`, fact);
const together = (facts: object[], query = '') => etapp.post(`/api/v1/cases/${id}/facts/batch${query}`, { facts });
const ledger = async () => (await etapp.get(`/api/v1/cases/${id}`)).body.facts as Record<string, unknown>[];
const started = { type: 'sfi.paborjad', on: '2026-03-01' };
const problem = ({ status, body }: Answer) => ({ status, slug: (body as { type: string }).type });

describe('a refusal', () => {
  test('holds the missing facts with their days, their words and what is to be stated', async () => {
    const { body } = await record(started);
    expect(body.refusal.catchUp).toMatchObject([
      { type: 'sfi.anmald', label: 'Anmäld till sfi', process: 'sfi', data: {}, toState: [] },
      {
        type: 'sfi.mottagen',
        notBefore: { because: 'sfi.anmald' },
        notAfter: { day: '2026-03-01', because: 'sfi.paborjad', on: '2026-03-01' },
      },
    ]);
  });
});

describe('with what is missing', () => {
  test('all is recorded at once, and each forgotten fact says that its day is the last one possible', async () => {
    const before = await ledger();
    const { status, body } = await record({ ...started, withMissing: true });
    expect(status).toBe(201);
    expect(body.missing).toMatchObject([
      { type: 'sfi.anmald', on: '2026-03-01', afterwards: { dated: 'bounded', notBefore: expect.any(String) } },
      { type: 'sfi.mottagen', on: '2026-03-01', afterwards: { dated: 'bounded' } },
    ]);
    expect(body.fact).toMatchObject({ type: 'sfi.paborjad', afterwards: null });
    const after = await ledger();
    expect(after).toHaveLength(before.length + 3);
    expect(after.slice(before.length).map(({ afterwards }) => afterwards)).toEqual([
      body.missing[0].afterwards,
      body.missing[1].afterwards,
      null,
    ]);
  });

  test('a stated day is recorded as it is stated, and the others keep before it', async () => {
    const missing = [{ type: 'sfi.mottagen', on: '2026-02-10' }];
    const { status, body } = await record({ ...started, withMissing: true, missing });
    expect(status).toBe(201);
    expect(body.missing).toMatchObject([
      { type: 'sfi.anmald', on: '2026-02-10', afterwards: { dated: 'bounded' } },
      { type: 'sfi.mottagen', on: '2026-02-10', afterwards: { dated: 'stated', notBefore: null } },
    ]);
  });

  test('the chain covers how each was told', async () => {
    await record({ ...started, withMissing: true });
    const rows = await etapp.store.dataSource
      .getRepository(FactRow)
      .find({ where: { caseId: id }, order: { seq: 'ASC' } });
    expect(verifyRows(rows)).toBeNull();
    const bounded = rows.find(({ statedAfterwards }) => statedAfterwards === 'bounded')!;
    const changed = (one: Partial<FactRow>) => rows.map((row) => (row === bounded ? { ...row, ...one } : row));
    expect(verifyRows(changed({ statedAfterwards: null, notBefore: null }))).toBe(bounded.seq);
    expect(verifyRows(changed({ statedAfterwards: 'stated' }))).toBe(bounded.seq);
    expect(verifyRows(changed({ notBefore: '2020-01-01' }))).toBe(bounded.seq);
  });

  test('a preview tells the same difference and writes nothing', async () => {
    const before = etapp.rows('facts');
    const preview = await record({ ...started, withMissing: true }, '?dryRun=true');
    expect(preview.status).toBe(200);
    expect(etapp.rows('facts')).toBe(before);
    expect(preview.body.missing.map((fact: { id: unknown }) => fact.id)).toEqual([null, null]);
    const { body } = await record({ ...started, withMissing: true });
    expect(body.diff).toEqual(preview.body.diff);
    expect(body.actions).toEqual(preview.body.actions);
  });

  test('a fact that needs nothing else is recorded by itself', async () => {
    const { status, body } = await record({ type: 'sfi.anmald', on: '2026-03-01', withMissing: true });
    expect(status).toBe(201);
    expect(body.fact.afterwards).toBeNull();
  });

  test.each<[string, object, string, string]>([
    [
      'data that cannot be known',
      { type: 'kartlaggning.genomford', on: '2026-03-01', withMissing: true },
      '/missing/0/data/vag',
      'arbetssokande.inskriven.vag (digitalt | servicekontor | telefon | kommunstod)',
    ],
    [
      'a fact that is not missing',
      { ...started, missing: [{ type: 'handlingsplan.upprattad' }] },
      '/missing/0',
      'handlingsplan.upprattad hör inte till det som saknas (sfi.anmald, sfi.mottagen)',
    ],
  ])('nothing is written for %s, and the answer says what to state', async (_, fact, pointer, says) => {
    const before = etapp.rows('facts');
    const answer = await record(fact);
    expect(problem(answer)).toEqual({ status: 422, slug: '/problem/invalid-data' });
    expect(answer.body.errors[0]).toEqual({ pointer, detail: expect.stringContaining(says) });
    expect(answer.body.detailEn).toContain('Nothing was recorded.');
    expect(etapp.rows('facts')).toBe(before);
  });

  test('a stated day after the fact is refused, and nothing is written', async () => {
    const before = etapp.rows('facts');
    const missing = [
      { type: 'sfi.anmald', on: '2026-02-10' },
      { type: 'sfi.mottagen', on: '2026-03-02' },
    ];
    expect(problem(await record({ ...started, missing }))).toEqual({ status: 409, slug: '/problem/not-awaited' });
    expect(etapp.rows('facts')).toBe(before);
  });

  test('a fact that nothing can make awaited is refused as it is without', async () => {
    await record({ type: 'sfi.anmald', on: '2026-02-10' });
    const answer = await record({ type: 'sfi.anmald', on: '2026-03-01', withMissing: true });
    expect(problem(answer)).toEqual({ status: 409, slug: '/problem/not-awaited' });
  });
});

describe('several facts at once', () => {
  const anmald = { type: 'sfi.anmald', on: '2026-02-10' };
  const mottagen = { type: 'sfi.mottagen', on: '2026-02-15' };

  test('are recorded together, in one version of the case', async () => {
    const { version } = (await etapp.get(`/api/v1/cases/${id}`)).body;
    const { status, body } = await together([anmald, mottagen, started]);
    expect({ status, version: body.version }).toEqual({ status: 201, version: version + 1 });
    expect(body.facts.map((fact: { type: string }) => fact.type)).toEqual([
      'sfi.anmald',
      'sfi.mottagen',
      'sfi.paborjad',
    ]);
  });

  test('are none of them recorded when one is refused, and the answer says which', async () => {
    const before = etapp.rows('facts');
    const answer = await together([anmald, { type: 'sfi.kurs.godkand', on: '2026-02-20', data: { kurs: 'A' } }]);
    expect(problem(answer)).toEqual({ status: 409, slug: '/problem/not-awaited' });
    expect(answer.body.refusal).toMatchObject({ type: 'sfi.kurs.godkand', index: 1 });
    expect(etapp.rows('facts')).toBe(before);
  });

  test('say of which of them the data is wrong', async () => {
    const answer = await together([anmald, { type: 'sfi.kurs.godkand', on: '2026-02-20', data: { kurs: 'X' } }]);
    expect(problem(answer)).toEqual({ status: 422, slug: '/problem/invalid-data' });
    expect(answer.body.errors[0].pointer).toBe('/facts/1/data/kurs');
  });

  test('are previewed without being written', async () => {
    const before = etapp.rows('facts');
    const { status, body } = await together([anmald, mottagen], '?dryRun=true');
    expect({ status, ids: body.facts.map((fact: { id: unknown }) => fact.id) }).toEqual({
      status: 200,
      ids: [null, null],
    });
    expect(etapp.rows('facts')).toBe(before);
  });

  test('are at least one', async () => {
    expect(problem(await together([]))).toEqual({ status: 422, slug: '/problem/invalid-data' });
  });
});
