import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Etapp, openCase, permit, startEtapp, TODAY } from './etapp-server.js';

let etapp: Etapp;
let id: string;
beforeAll(async () => {
  etapp = await startEtapp();
  id = await openCase(
    etapp,
    permit,
    { type: 'folkbokforing.anmald', on: '2026-02-05' },
    { type: 'folkbokforing.registrerad', on: '2026-02-10', data: { kommun: '0763' } },
    { type: 'arbetssokande.inskriven', on: '2026-02-11', data: { vag: 'kommunstod' } },
  );
});
afterAll(() => etapp.stop());

test('a forecast tells the limits, what is owed now and what happens day by day', async () => {
  const { status, body } = await etapp.get(`/api/v1/cases/${id}/forecast?until=2027-03-02`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ case: id, asOf: TODAY, until: '2027-03-02', complete: expect.any(Boolean) });
  expect(body.limits).toContainEqual(
    expect.objectContaining({ dateName: 'skyldighetsslut', date: '2029-02-10', passed: false }),
  );
  for (const { on } of body.days) expect(on >= TODAY && on <= '2027-03-02').toBe(true);
  const { body: next } = await etapp.get(`/api/v1/next-actions?case=${id}`);
  expect(body.owed.map((one: { state: string }) => one.state).sort()).toEqual(
    next.actions.map((one: { state: string }) => one.state).sort(),
  );
});

test('a forecast that would end before it begins is refused', async () => {
  const { status, body } = await etapp.get(`/api/v1/cases/${id}/forecast?until=2020-01-01`);
  expect({ status, pointer: body.errors[0].pointer }).toEqual({ status: 422, pointer: '/until' });
});

test('whether a fact is awaited is told with steps, or with reasons and remedies, in both languages', async () => {
  const yes = await etapp.get(`/api/v1/cases/${id}/awaited/malgrupp.provad`);
  expect(yes.body).toMatchObject({ status: 'awaited', steps: [{ party: 'arbetsformedlingen' }], reasons: [] });
  const no = await etapp.get(`/api/v1/cases/${id}/awaited/handlingsplan.upprattad?on=2026-03-01`);
  expect(no.body).toMatchObject({ status: 'not-awaited', on: '2026-03-01', steps: [] });
  expect(no.body.remedies[0]).toMatchObject({ kind: 'record-first', facts: expect.any(Array) });
  expect(no.body.says.sv.remedies[0]).toContain('Den väntas när detta är registrerat');
  expect(no.body.says.en.remedies[0]).toContain('It is awaited once this is recorded');
});

test('every computed date is told with its rules and sentences, and none for a case that does not exist', async () => {
  const { body } = await etapp.get(`/api/v1/cases/${id}/dates`);
  const window = body.dates.find(({ name }: { name: string }) => name === 'fonsterslut');
  expect(window).toMatchObject({
    start: { input: 'folkbokforing.registrerad', on: '2026-02-10' },
    reckoned: { date: '2029-02-10' },
    rules: [{ provision: { source: { sfs: '2017:820' } } }],
  });
  expect(window.says.sv.join(' ')).toContain('2029-02-10');
  for (const path of ['forecast', 'dates', 'awaited/sfi.mottagen'])
    expect((await etapp.get(`/api/v1/cases/0763-99-0001/${path}`)).status).toBe(404);
});

test('an unknown type of fact is not found, with the nearest known', async () => {
  const { status, body } = await etapp.get(`/api/v1/cases/${id}/awaited/malgrupp.provat`);
  expect(status).toBe(404);
  expect(body.detail).toContain('malgrupp.provad');
});
