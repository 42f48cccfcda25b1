import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Etapp, library, startEtapp } from './etapp-server.js';

let etapp: Etapp;
beforeAll(async () => {
  const broken = {
    file: 'machines/agreements/x/2020-lok.yaml',
    line: 3,
    path: 'units',
    problem: { sv: 'Fel', en: 'Wrong' },
  };
  etapp = await startEtapp({ library: { ...library, problems: [broken] } });
});
afterAll(() => etapp.stop());

test('every process tells its states with owner, ground and deadline, and its facts with fields', async () => {
  const { status, body } = await etapp.get('/api/v1/processes');
  expect(status).toBe(200);
  expect(body.processes.map((p: { id: string }) => p.id)).toEqual(library.registry.processes.map(({ id }) => id));
  const sfi = body.processes.find((p: { id: string }) => p.id === 'sfi');
  expect(sfi.states.find((s: { state: string }) => s.state === 'vantarPaMottagande')).toMatchObject({
    kind: 'waiting',
    owner: 'kommun',
    basis: '2010:800 20 kap. 29 § 3 st',
    deadline: { within: '2010:800 20 kap. 29 § 3 st', from: 'sfi.anmald' },
    facts: ['sfi.mottagen'],
  });
  expect(sfi.states.find((s: { state: string }) => s.state === 'avslutad')).toMatchObject({
    kind: 'final',
    owner: null,
    action: null,
  });
  const course = sfi.facts.find((f: { type: string }) => f.type === 'sfi.kurs.godkand');
  expect(course).toMatchObject({
    by: ['kommun', 'anordnare'],
    fields: [{ name: 'kurs', kind: 'code', values: ['A', 'B', 'C', 'D'] }],
  });
});

test('one process is told in Swedish, in English when asked for, and an unknown one is not found', async () => {
  const sv = await etapp.get('/api/v1/processes/folkbokforing');
  const en = await etapp.get('/api/v1/processes/folkbokforing?language=en');
  expect(sv.body.name).toBe('Folkbokföring');
  expect(en.body.name).not.toBe(sv.body.name);
  expect((await etapp.get('/api/v1/processes/folkbokforing?language=de')).body.type).toBe('/problem/invalid-data');
  expect((await etapp.get('/api/v1/processes/folkbok')).body.type).toBe('/problem/not-found');
});

test('the agreements are listed, with what is wrong with those that cannot be used', async () => {
  const { body } = await etapp.get('/api/v1/agreements');
  const ids = body.agreements.map((a: { id: string }) => a.id);
  expect(ids).toEqual(library.agreements.map(({ id }) => id));
  expect(body.agreements.find((a: { id: string }) => a.id === 'tingsryd/2019-lok')).toMatchObject({
    kommun: { code: '0763' },
    valid: { from: expect.any(String) },
    inForce: expect.any(Boolean),
  });
  expect(body.problems).toMatchObject([{ line: 3 }]);
});

test('the coverage of an agreement is found under its id, with the slash or with the slash written out', async () => {
  const id = library.agreements[0]?.id ?? '';
  const asOf = '2020-01-01';
  const { status, body } = await etapp.get(`/api/v1/agreements/${id}/coverage?asOf=${asOf}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    agreement: { id },
    asOf,
    matrix: expect.any(Array),
    findings: expect.any(Array),
    defects: expect.any(Array),
  });
  expect((await etapp.get(`/api/v1/agreements/${encodeURIComponent(id)}/coverage?asOf=${asOf}`)).body).toEqual(body);
  expect((await etapp.get('/api/v1/agreements/tingsryd/1999-lok/coverage')).body.type).toBe('/problem/not-found');
  expect((await etapp.get(`/api/v1/agreements/${id}/coverage?asOf=nu`)).body.type).toBe('/problem/invalid-data');
});

test('the description of the API is OpenAPI 3.1, names every address, and every reference in it leads somewhere', async () => {
  const { status, body } = await etapp.get('/api/openapi.json');
  expect(status).toBe(200);
  expect(body.openapi).toBe('3.1.0');
  expect(Object.keys(body.paths).sort()).toEqual([
    '/api/v1/agreements',
    '/api/v1/agreements/{id}/coverage',
    '/api/v1/agreements/{kommun}/{name}/coverage',
    '/api/v1/cases',
    '/api/v1/cases/{id}',
    '/api/v1/cases/{id}/awaited/{type}',
    '/api/v1/cases/{id}/dates',
    '/api/v1/cases/{id}/explain/{process}',
    '/api/v1/cases/{id}/facts',
    '/api/v1/cases/{id}/facts/batch',
    '/api/v1/cases/{id}/forecast',
    '/api/v1/events',
    '/api/v1/next-actions',
    '/api/v1/processes',
    '/api/v1/processes/{id}',
    '/health/live',
    '/health/ready',
  ]);
  const names = [...JSON.stringify(body).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect(Object.keys(body.components.schemas)).toContain(name);
  expect(
    body.paths['/api/v1/cases/{id}/facts'].post.responses.default.content['application/problem+json'],
  ).toBeDefined();
});

test('the server is alive, and ready while the database answers', async () => {
  expect((await etapp.get('/health/live')).body).toEqual({ status: 'ok' });
  expect((await etapp.get('/health/ready')).body).toEqual({
    status: 'ok',
    library: library.version,
    brokenAgreements: 1,
    lastRegistryChange: null,
  });
});

test('what the server answers is not kept by browsers', async () => {
  const { headers } = await etapp.get('/api/v1/next-actions');
  expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual(['no-store', 'nosniff']);
});
