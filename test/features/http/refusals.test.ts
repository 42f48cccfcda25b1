import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Answer, type Etapp, openCase, permit, startEtapp } from './etapp-server.js';

let etapp: Etapp;
let id: string;
let written: number[];
const rows = () => ['cases', 'facts', 'owed_steps', 'idempotency_keys', 'outbox'].map((table) => etapp.rows(table));
const record = (fact: unknown, headers?: Record<string, string>) =>
  etapp.post(`/api/v1/cases/${id}/facts`, fact, headers);

beforeAll(async () => {
  etapp = await startEtapp({ bodyLimit: 2048 });
});
afterAll(() => etapp.stop());
beforeEach(async () => {
  id = await openCase(etapp, permit);
  written = rows();
});

/** The answer is this problem, in both languages, and nothing was written. */
function refused({ status, type, body }: Answer, expected: number, slug: string): void {
  expect({ status, type, slug: body.type }).toEqual({
    status: expected,
    type: 'application/problem+json',
    slug: `/problem/${slug}`,
  });
  expect(body).toMatchObject({ title: expect.any(String), status: expected, instance: expect.stringMatching(/^\//) });
  expect(body.detail.length).toBeGreaterThan(10);
  expect(body.detailEn.length).toBeGreaterThan(10);
  expect(rows()).toEqual(written);
}

describe('a fact that cannot be recorded', () => {
  test('an unknown type is refused with the nearest known ones', async () => {
    const answer = await record({ type: 'sfi.anmäld', on: '2026-03-01' });
    refused(answer, 422, 'unknown-fact');
    expect(answer.body.refusal.nearest).toContain('sfi.anmald');
    expect(answer.body.detail).toContain('Menade du sfi.anmald');
  });

  test('data outside its schema is refused field by field', async () => {
    const answer = await record({
      type: 'arbetssokande.inskriven',
      on: '2026-03-01',
      data: { vag: 'brev', namn: 'X' },
    });
    refused(answer, 422, 'invalid-data');
    expect(answer.body.errors).toEqual([
      { pointer: '/data/namn', detail: expect.stringContaining('vag') },
      { pointer: '/data/vag', detail: expect.stringContaining('digitalt | servicekontor') },
    ]);
  });

  test('missing data is refused', async () => {
    refused(await record({ type: 'arbetssokande.inskriven', on: '2026-03-01' }), 422, 'invalid-data');
  });

  test('an impossible day is refused', async () => {
    for (const on of ['2026-02-30', '2026-2-3', 'igår', '2026-13-01', '']) {
      const answer = await record({ type: 'sfi.anmald', on });
      refused(answer, 422, 'invalid-data');
      expect(answer.body.errors[0].pointer).toBe('/on');
    }
  });

  test('a day beyond tomorrow is refused', async () => {
    const answer = await record({ type: 'sfi.anmald', on: '2026-03-04' });
    refused(answer, 422, 'invalid-data');
    expect(answer.body.detail).toContain('senast');
  });

  test('a fact that nobody awaits is refused with whose turn it is and what to record first', async () => {
    const answer = await record({ type: 'sfi.paborjad', on: '2026-03-01' });
    refused(answer, 409, 'not-awaited');
    expect(answer.body.detail).toBe(
      'sfi.paborjad väntas inte ännu. Först väntas sfi.anmald från Kommunen (2010:800 20 kap. 28 §). ' +
        'Registrera först: sfi.anmald, sfi.mottagen.',
    );
    expect(answer.body.refusal.awaited).toMatchObject([
      { case: id, process: 'sfi', party: 'kommun', basis: '2010:800 20 kap. 28 §' },
    ]);
    expect(answer.body.refusal.missing).toEqual(['sfi.anmald', 'sfi.mottagen']);
  });

  test('the same fact twice is refused with what is awaited now', async () => {
    await record({ type: 'sfi.anmald', on: '2026-03-01' });
    written = rows();
    const answer = await record({ type: 'sfi.anmald', on: '2026-03-01' });
    refused(answer, 409, 'not-awaited');
    expect(answer.body.detail).toContain('Nu väntas sfi.mottagen från Kommunen');
  });

  test('2017:820 15 § – an assignment after the window has closed is refused with the date, the rule and its inputs', async () => {
    const early = await openCase(
      etapp,
      { ...permit, on: '2022-01-10' },
      { type: 'folkbokforing.registrerad', on: '2022-02-01' },
      { type: 'arbetssokande.inskriven', on: '2022-02-02', data: { vag: 'digitalt' } },
      { type: 'malgrupp.provad', on: '2022-02-03', data: { omfattas: true } },
    );
    written = rows();
    const fact = { type: 'programanvisning.beslutad', on: '2026-03-02', data: { omfattning: 100 } };
    const answer = await etapp.post(`/api/v1/cases/${early}/facts`, fact);
    refused(answer, 409, 'not-awaited');
    expect(answer.body.refusal.limits).toMatchObject([
      {
        process: 'etableringsprogrammet',
        date: '2025-02-01',
        rule: { citation: '2017:820 15 § 2 st', amount: '36 månader' },
        inputs: { 'folkbokforing.registrerad': '2022-02-01' },
      },
    ]);
    expect(answer.body.detail).toContain(
      '2025-02-01 (2017:820 15 § 2 st, 36 månader från folkbokforing.registrerad 2022-02-01',
    );
  });

  test('a day on which the law gives no answer is refused', async () => {
    const before = await etapp.post('/api/v1/cases', { subject: 'deltagare', kommun: '0763' });
    written = rows();
    const answer = await etapp.post(`/api/v1/cases/${before.body.id}/facts`, { ...permit, on: '1995-01-01' });
    refused(answer, 409, 'law-not-in-force');
  });

  test('a day before the person was born is refused, and the day of birth is not told', async () => {
    const answer = await record({ ...permit, on: '1990-05-16' });
    refused(answer, 422, 'invalid-data');
    expect(answer.body.errors).toMatchObject([{ pointer: '/on' }]);
    expect(JSON.stringify(answer.body)).not.toContain(permit.data.fodd);
  });

  test('a late fact before the first of the case, on a day when its provision was not in force, is refused', async () => {
    const data = { nummer: 1, slag: 'arbetstraning', mottagare: 'anordnare' };
    const answer = await record({ type: 'insats.begard', on: '2018-01-01', data });
    refused(answer, 409, 'law-not-in-force');
    expect(answer.body.detail).toMatch(/2017:820 .* gäller inte den 2018-01-01/);
  });

  test('a correction of a fact that does not exist is refused', async () => {
    const answer = await record({ type: 'sfi.anmald', on: '2026-03-01', corrects: 'x' });
    refused(answer, 422, 'invalid-data');
    expect(answer.body.errors[0].pointer).toBe('/corrects');
  });

  test('a reason in free text, an unknown party and an unknown field are refused', async () => {
    const answer = await record({
      type: 'sfi.anmald',
      on: '2026-03-01',
      reason: 'Hon ringde',
      by: { party: 'AF' },
      anteckning: 'x',
    });
    refused(answer, 422, 'invalid-data');
    expect(answer.body.errors.map((e: { pointer: string }) => e.pointer).sort()).toEqual([
      '/anteckning',
      '/by/party',
      '/reason',
    ]);
  });
});

describe('a request that cannot be read', () => {
  test('a body over the limit is turned away', async () => {
    refused(await record({ type: 'sfi.anmald', on: '2026-03-01', data: { x: 'x'.repeat(4000) } }), 413, 'too-large');
  });

  test('a body that is no JSON is turned away', async () => {
    refused(await record('{"type": "sfi.anmald"'), 422, 'invalid-data');
    refused(await record('[]'), 422, 'invalid-data');
    refused(
      await record('type=sfi.anmald&on=2026-03-01', { 'content-type': 'application/x-www-form-urlencoded' }),
      422,
      'invalid-data',
    );
    refused(await record('{"type":"sfi.anmald","on":"2026-03-01","__proto__":{}}'), 422, 'invalid-data');
  });

  test('an unknown case is not found', async () => {
    refused(await etapp.get('/api/v1/cases/0763-26-9999'), 404, 'not-found');
    refused(await etapp.post('/api/v1/cases/0763-26-9999/facts', permit), 404, 'not-found');
    refused(await etapp.get('/api/v1/cases/0763-26-9999/explain/sfi'), 404, 'not-found');
    refused(await etapp.get('/api/v1/next-actions?case=0763-26-9999'), 404, 'not-found');
  });

  test('an unknown address is not found', async () => {
    refused(await etapp.get('/api/v1/caser'), 404, 'not-found');
  });

  test('a case without a possible subject and municipality is not opened', async () => {
    const answer = await etapp.post('/api/v1/cases', { subject: 'kund', kommun: 'Tingsryd' });
    refused(answer, 422, 'invalid-data');
    expect(answer.body.errors.map((e: { pointer: string }) => e.pointer)).toEqual(['/subject', '/kommun']);
    refused(
      await etapp.post('/api/v1/cases', { subject: 'deltagare', kommun: '0763', namn: 'X' }),
      422,
      'invalid-data',
    );
  });

  test('a day that is none is refused in a query too', async () => {
    for (const query of ['asOf=2026-02-30', 'knownAt=2026-03-01T12:00:00', 'asof=2026-03-01'])
      refused(await etapp.get(`/api/v1/cases/${id}?${query}`), 422, 'invalid-data');
    refused(await etapp.post(`/api/v1/cases/${id}/facts?dryRun=ja`, permit), 422, 'invalid-data');
  });

  test('a page on another site and another host name are not answered', async () => {
    refused(
      await record({ type: 'sfi.anmald', on: '2026-03-01' }, { origin: 'https://example.org' }),
      403,
      'not-allowed',
    );
    const own = await record({ type: 'sfi.anmald', on: '2026-03-01' }, { origin: etapp.url });
    expect(own.status).toBe(201);
  });
});

describe('two at once', () => {
  test('of two writers who saw the same version the second is told that it is stale', async () => {
    const facts = [
      { type: 'sfi.anmald', on: '2026-03-01' },
      { type: 'folkbokforing.anmald', on: '2026-03-01' },
    ];
    const answers = await Promise.all(facts.map((fact) => record(fact, { 'if-match': '"2"' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.type).toBe('/problem/stale-write');
    expect(etapp.outside.prepare('SELECT count(*) FROM facts WHERE case_id = ?').pluck().get(id)).toBe(2);
    written = rows();
    refused(await record(facts[0], { 'if-match': 'två' }), 422, 'invalid-data');
  });

  test('a key that was used for something else is refused', async () => {
    const key = { 'idempotency-key': 'samma' };
    await record({ type: 'sfi.anmald', on: '2026-03-01' }, key);
    written = rows();
    refused(await record({ type: 'sfi.anmald', on: '2026-02-28' }, key), 422, 'idempotency-conflict');
    refused(await record({ type: 'sfi.anmald', on: '2026-02-28' }, { 'idempotency-key': 'å' }), 422, 'invalid-data');
  });

  test('a refusal is not remembered under its key', async () => {
    const key = { 'idempotency-key': 'om-igen' };
    refused(await record({ type: 'sfi.mottagen', on: '2026-03-01' }, key), 409, 'not-awaited');
    await record({ type: 'sfi.anmald', on: '2026-02-27' });
    expect((await record({ type: 'sfi.mottagen', on: '2026-03-01' }, key)).status).toBe(201);
  });

  test('overlapping requests, of which every second fails, leave each other alone', async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, () => openCase(etapp, permit)));
    const answers = await Promise.all(
      cases.flatMap((of) => [
        etapp.post(`/api/v1/cases/${of}/facts`, { type: 'sfi.anmald', on: '2026-03-01' }),
        etapp.post(`/api/v1/cases/${of}/facts`, { type: 'sfi.avslutad', on: '2026-03-01' }),
        etapp.post(`/api/v1/cases/${of}/facts`, { ...permit, on: '1995-01-01' }),
      ]),
    );
    expect(answers.map(({ status }) => status)).toEqual(cases.flatMap(() => [201, 409, 409]));
    const facts = etapp.outside.prepare('SELECT type FROM facts WHERE case_id = ? ORDER BY seq').pluck();
    for (const of of cases) expect(facts.all(of)).toEqual([permit.type, 'sfi.anmald']);
  });
});
