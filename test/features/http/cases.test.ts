import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { type Etapp, openCase, permit, startEtapp, TODAY } from './etapp-server.js';

let etapp: Etapp;
beforeAll(async () => {
  etapp = await startEtapp();
});
afterAll(() => etapp.stop());
afterEach(() => etapp.clock.set(TODAY));

const notified = { type: 'folkbokforing.anmald', on: '2026-02-05' };
const registered = { type: 'folkbokforing.registrerad', on: '2026-02-10', data: { kommun: '0763' } };
const intoProgramme = [
  permit,
  { type: 'bosattning.anvisad', on: '2026-02-03', data: { kommun: '0763', senast: '2026-04-03' } },
  { type: 'bosattning.mottagen', on: '2026-02-09' },
  notified,
  registered,
  { type: 'arbetssokande.inskriven', on: '2026-02-11', data: { vag: 'kommunstod' } },
  { type: 'malgrupp.provad', on: '2026-02-12', data: { omfattas: true } },
  { type: 'programanvisning.beslutad', on: '2026-02-12', data: { omfattning: 100 } },
  { type: 'kartlaggning.genomford', on: '2026-02-13' },
  { type: 'handlingsplan.upprattad', on: '2026-02-16' },
];

const stateOf = (body: { positions: { process: string; state: string }[] }, process: string) =>
  body.positions.find((position) => position.process === process)?.state;

test('a case is opened under the next number of its municipality and year, and says who is awaited first', async () => {
  const { status, body, headers } = await etapp.post('/api/v1/cases', { subject: 'deltagare', kommun: '1480' });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    id: '1480-26-0001',
    subject: 'deltagare',
    kommun: '1480',
    opened: TODAY,
    version: 1,
    status: 'open',
  });
  expect(body.actions).toMatchObject([
    { process: 'uppehallstillstand', party: 'migrationsverket', facts: ['uppehallstillstand.beviljat'] },
  ]);
  expect(headers.get('location')).toBe('/api/v1/cases/1480-26-0001');
  expect(headers.get('etag')).toBe('"1"');
});

test('a case is opened with attributes that facts declare, and with nothing else', async () => {
  const known = await etapp.post('/api/v1/cases', { subject: 'deltagare', kommun: '0763', data: { route: 'kvot' } });
  expect(known.body.attributes).toEqual({ route: 'kvot' });
  const named = await etapp.post('/api/v1/cases', {
    subject: 'deltagare',
    kommun: '0763',
    data: { namn: 'X', route: 'flyg' },
  });
  expect(named.status).toBe(422);
  expect(named.body.errors.map((e: { pointer: string }) => e.pointer)).toEqual(['/data/namn', '/data/route']);
});

test('a recorded fact moves the case, and the answer tells the difference and what is owed now', async () => {
  const id = await openCase(etapp, permit, notified);
  const { status, body, headers } = await etapp.post(`/api/v1/cases/${id}/facts`, registered);
  expect(status).toBe(201);
  expect(body.fact).toMatchObject({
    seq: 3,
    type: registered.type,
    label: expect.any(String),
    on: registered.on,
    status: 'counted',
  });
  expect(body.fact.by).toEqual({ party: 'skatteverket' });
  expect(body.version).toBe(4);
  expect(headers.get('etag')).toBe('"4"');
  expect(body.diff.moved).toContainEqual({
    process: 'folkbokforing',
    instance: null,
    from: ['vantarPaRegistrering'],
    to: ['registrerad'],
  });
  expect(body.diff.closed).toMatchObject([
    { case: id, process: 'folkbokforing', title: expect.any(String), overdueDays: 0 },
  ]);
  expect(body.actions.map((a: { process: string }) => a.process)).not.toContain('folkbokforing');
  expect(body.conflicts).toEqual([]);
});

test('a preview answers like the real thing and writes nothing', async () => {
  const id = await openCase(etapp, permit, notified);
  const written = () => etapp.select('SELECT (SELECT count(*) FROM facts), (SELECT count(*) FROM owed_steps)');
  const before = await written();
  const { status, body } = await etapp.post(`/api/v1/cases/${id}/facts?dryRun=true`, registered, {
    'idempotency-key': 'preview',
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({ version: 3, fact: { id: null, seq: null, type: registered.type } });
  expect(body.diff.moved).toContainEqual({
    process: 'folkbokforing',
    instance: null,
    from: ['vantarPaRegistrering'],
    to: ['registrerad'],
  });
  expect(await written()).toEqual(before);
  expect(await etapp.select("SELECT key FROM idempotency_keys WHERE key = 'preview'")).toEqual([]);
  expect((await etapp.get(`/api/v1/cases/${id}`)).body.version).toBe(3);
});

test('a correction replaces a fact, a withdrawal takes it back, and both stay in the ledger', async () => {
  const id = await openCase(etapp, permit, notified, registered);
  const path = `/api/v1/cases/${id}`;
  const first = (await etapp.get(path)).body.facts[2];
  const later = { ...registered, on: '2026-02-12', corrects: first.id, reason: 'fel-dag' };
  const second = (await etapp.post(`${path}/facts`, later)).body.fact;
  expect((await etapp.get(path)).body.facts[2]).toMatchObject({
    status: 'corrected',
    correctedBy: { id: second.id, seq: 4, by: { party: 'skatteverket' }, reason: 'fel-dag' },
  });
  const withdraw = (id: string) =>
    etapp.post(`${path}/facts`, { type: 'fakta.aterkallat', on: TODAY, corrects: id, reason: 'skedde-inte' });
  // The withdrawal of the correction gives the corrected fact its place back; then that is withdrawn too.
  await withdraw(second.id);
  expect(stateOf((await etapp.get(path)).body, 'folkbokforing')).toBe('registrerad');
  await withdraw(first.id);
  const { body } = await etapp.get(path);
  expect(body.facts.map((f: { status: string }) => f.status)).toEqual([
    'counted',
    'counted',
    'withdrawn',
    'withdrawn',
    'counted',
    'counted',
  ]);
  expect(body.facts[4].by).toEqual({ party: 'skatteverket' });
  expect(stateOf(body, 'folkbokforing')).toBe('vantarPaRegistrering');
  expect(await etapp.select(`SELECT reason FROM facts WHERE case_id = '${id}' AND seq = 4`)).toEqual([
    { reason: 'fel-dag' },
  ]);
});

test('a withdrawal that leaves later facts without ground tells which, and they are shown as stranded', async () => {
  const id = await openCase(
    etapp,
    permit,
    { type: 'sfi.anmald', on: '2026-02-20' },
    { type: 'sfi.mottagen', on: '2026-02-23' },
  );
  const path = `/api/v1/cases/${id}`;
  const [, enrolled, received] = (await etapp.get(path)).body.facts;
  const { status, body } = await etapp.post(`${path}/facts`, {
    type: 'fakta.aterkallat',
    on: TODAY,
    corrects: enrolled.id,
  });
  expect(status).toBe(201);
  expect(body.conflicts).toEqual([{ id: received.id, type: 'sfi.mottagen', on: '2026-02-23', slug: 'not-awaited' }]);
  expect((await etapp.get(path)).body.facts[2].status).toBe('stranded');
});

test('the case can be seen as it stood on a day, and as it was known at an instant', async () => {
  const id = await openCase(etapp, permit, notified);
  etapp.clock.set('2026-03-05');
  await etapp.post(`/api/v1/cases/${id}/facts`, registered);
  const path = `/api/v1/cases/${id}`;
  expect(stateOf((await etapp.get(path)).body, 'folkbokforing')).toBe('registrerad');
  const before = await etapp.get(`${path}?asOf=2026-02-09`);
  expect(stateOf(before.body, 'folkbokforing')).toBe('vantarPaRegistrering');
  expect(before.body.facts.map((f: { status: string }) => f.status)).toEqual(['counted', 'counted', 'later']);
  const unknowing = await etapp.get(`${path}?knownAt=2026-03-04`);
  expect(stateOf(unknowing.body, 'folkbokforing')).toBe('vantarPaRegistrering');
  expect(unknowing.body.facts).toHaveLength(2);
  const knowing = await etapp.get(`${path}?knownAt=${encodeURIComponent('2026-03-05T12:00:00+01:00')}`);
  expect(knowing.body.facts).toHaveLength(3);
});

test('a fact may be dated tomorrow, and what is owed today does not change before that', async () => {
  const id = await openCase(etapp, permit, notified);
  const { status, body } = await etapp.post(`/api/v1/cases/${id}/facts`, { ...registered, on: '2026-03-03' });
  expect(status).toBe(201);
  expect(body.fact.status).toBe('later');
  expect(body.actions.map((a: { process: string }) => a.process)).toContain('folkbokforing');
  const [row] = await etapp.select(`SELECT next_boundary_on AS boundary FROM cases WHERE id = '${id}'`);
  expect(row?.['boundary'] && (row['boundary'] as string) <= '2026-03-03').toBe(true);
  expect(stateOf((await etapp.get(`/api/v1/cases/${id}?asOf=2026-03-03`)).body, 'folkbokforing')).toBe('registrerad');
});

test('2017:820 15 § – the programme window shows anchor, end, ledger and how sure they are', async () => {
  const id = await openCase(etapp, ...intoProgramme);
  const { window } = (await etapp.get(`/api/v1/cases/${id}`)).body;
  expect(window.anchor).toBe('2026-02-10');
  expect(window.fonsterslut).toMatchObject({ inputs: { 'folkbokforing.registrerad': '2026-02-10' } });
  expect(window.fonsterslut.certainty).not.toBe('settled');
  expect(window.fonsterslut.rules[0].citation).toBe('2017:820 15 § 2 st');
  // Monday 16 February up to but not including Monday 2 March: two full weeks of five days.
  expect(window.ledger).toMatchObject({ since: '2026-02-16', consumedFullTimeDays: 10 });
  expect(window.ledger.leftFullTimeDays).toBe(window.ledger.limitFullTimeDays - 10);
  expect(window.programtidsslut.date > TODAY).toBe(true);
});

test('a case without folkbokföring and plan has no programme window', async () => {
  const id = await openCase(etapp, permit);
  expect((await etapp.get(`/api/v1/cases/${id}`)).body.window).toBeNull();
});

test('the explanation of a process names the facts, the rule and the dates', async () => {
  const id = await openCase(etapp, ...intoProgramme);
  const { status, body } = await etapp.get(`/api/v1/cases/${id}/explain/etableringsprogrammet`);
  expect(status).toBe(200);
  expect(body.states[0].action.party).toBe('arbetsformedlingen');
  expect(body.facts.map((f: { type: string }) => f.type)).toContain('handlingsplan.upprattad');
  expect(body.dates.fonsterslut.rules[0].citation).toBe('2017:820 15 § 2 st');
  const none = await etapp.get(`/api/v1/cases/${id}/explain/sfii`);
  expect([none.status, none.body.type]).toEqual([404, '/problem/not-found']);
});

test('the same request under the same key is carried out once and answered alike', async () => {
  const id = await openCase(etapp, permit);
  const key = { 'idempotency-key': '7d9c-1' };
  const [first, second] = await Promise.all([
    etapp.post(`/api/v1/cases/${id}/facts`, registered, key),
    etapp.post(`/api/v1/cases/${id}/facts`, registered, key),
  ]);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  const opened = await etapp.post(
    '/api/v1/cases',
    { subject: 'deltagare', kommun: '0780' },
    { 'idempotency-key': '7d9c-2' },
  );
  const again = await etapp.post(
    '/api/v1/cases',
    { subject: 'deltagare', kommun: '0780' },
    { 'idempotency-key': '7d9c-2' },
  );
  expect(again.body).toEqual(opened.body);
  expect(await etapp.select(`SELECT seq FROM facts WHERE case_id = '${id}'`)).toHaveLength(2);
});
