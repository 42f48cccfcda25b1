/** What was known, and who owed what, on a day: facts learnt later and corrections made later do not shine through. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, type Etapp, openCase, permit, startEtapp } from './etapp-server.js';

let etapp: Etapp;
let id: string;
let path: string;

const record = (fact: object): Promise<Answer> => etapp.post(`${path}/facts`, fact);
const facts = async (): Promise<{ id: string; type: string }[]> => (await etapp.get(path)).body.facts;
const owedIn = ({ body }: Answer): string[] =>
  body.actions.map((a: { process: string; state: string }) => `${a.process}/${a.state}`);
const case_ = (query: string) => etapp.get(`${path}?${query}`);
const next = (query: string) => etapp.get(`/api/v1/next-actions?case=${id}&${query}`);

/**
 * 2 March: permit and folkbokföring. 9 March: enrolled in sfi, told to be 5 March. 16 March: that was the 3rd, and she was
 * received on the 6th; learnt only now. 23 March: the reception never happened.
 */
beforeAll(async () => {
  etapp = await startEtapp();
  id = await openCase(etapp, permit, { type: 'folkbokforing.registrerad', on: '2026-02-10', data: { kommun: '0763' } });
  path = `/api/v1/cases/${id}`;
  etapp.clock.set('2026-03-09');
  await record({ type: 'sfi.anmald', on: '2026-03-05' });
  etapp.clock.set('2026-03-16');
  const enrolled = (await facts()).at(-1)!.id;
  await record({ type: 'sfi.anmald', on: '2026-03-03', corrects: enrolled, reason: 'fel-dag' });
  await record({ type: 'sfi.mottagen', on: '2026-03-06' });
  etapp.clock.set('2026-03-23');
  await record({
    type: 'fakta.aterkallat',
    on: '2026-03-23',
    corrects: (await facts()).at(-1)!.id,
    reason: 'skedde-inte',
  });
  etapp.clock.set('2026-03-30');
});
afterAll(() => etapp.stop());

const AWAITS_ENROLMENT = 'sfi/vantarPaAnmalan';
const AWAITS_RECEPTION = 'sfi/vantarPaMottagande';
const AWAITS_START = 'sfi/vantarPaStart';

describe('who owed what', () => {
  test.each([
    ['on the 6th as known on the 6th: nobody knew of the enrolment', '2026-03-06', '2026-03-06', AWAITS_ENROLMENT],
    ['on the 6th as known on the 9th: enrolled', '2026-03-06', '2026-03-09', AWAITS_RECEPTION],
    ['on the 4th as known on the 9th: enrolled only on the 5th', '2026-03-04', '2026-03-09', AWAITS_ENROLMENT],
    ['on the 4th as known on the 16th: enrolled on the 3rd after all', '2026-03-04', '2026-03-16', AWAITS_RECEPTION],
    ['on the 6th as known on the 16th: received', '2026-03-06', '2026-03-16', AWAITS_START],
    ['on the 6th as known on the 23rd: not received after all', '2026-03-06', '2026-03-23', AWAITS_RECEPTION],
  ])('%s', async (_, asOf, knownAt, owed) => {
    const seen = owedIn(await case_(`asOf=${asOf}&knownAt=${knownAt}`)).filter((step) => step.startsWith('sfi/'));
    expect(seen).toContain(owed);
    expect(seen.filter((step) => [AWAITS_ENROLMENT, AWAITS_RECEPTION, AWAITS_START].includes(step))).toEqual([owed]);
    const listed = await next(`asOf=${asOf}&knownAt=${knownAt}&process=sfi`);
    expect(owedIn(listed).sort()).toEqual(seen.sort());
    expect(listed.body.knownAt).toBe(seen.length > 0 && (await case_(`knownAt=${knownAt}`)).body.knownAt);
  });

  test('today with all that is known is what is kept ready', async () => {
    const [kept, folded] = [await next(''), await next('knownAt=2026-03-30')];
    expect(kept.body).not.toHaveProperty('knownAt');
    expect(folded.body.knownAt).toBe('2026-03-30T21:59:59.999Z');
    expect(folded.body.actions).toEqual(kept.body.actions);
  });

  test('explain tells it from what was known too', async () => {
    const explained = (knownAt: string) => etapp.get(`${path}/explain/sfi?asOf=2026-03-06&knownAt=${knownAt}`);
    const told = async (knownAt: string) =>
      (await explained(knownAt)).body.facts.map((f: { type: string; on: string }) => `${f.type} ${f.on}`);
    expect(await told('2026-03-09')).toContain('sfi.anmald 2026-03-05');
    expect(await told('2026-03-16')).toEqual(
      expect.arrayContaining(['sfi.anmald 2026-03-03', 'sfi.mottagen 2026-03-06']),
    );
    expect(await told('2026-03-23')).not.toContain('sfi.mottagen 2026-03-06');
  });
});

describe('the ledger', () => {
  test('holds what was known, and tells of a correction only from when it was made', async () => {
    const { body } = await case_('knownAt=2026-03-09');
    expect(body.facts.map((f: { status: string }) => f.status)).toEqual(['counted', 'counted', 'counted']);
    expect(body.facts[2].correctedBy).toBeNull();
  });

  test('tells what was corrected, by whom, when and why, and how late a fact came', async () => {
    const { body } = await case_('');
    expect(body.facts[2]).toMatchObject({
      status: 'corrected',
      correctedBy: { seq: 4, reason: 'fel-dag', recordedAt: '2026-03-16T11:00:00.000Z', by: { party: 'enskild' } },
    });
    expect(body.facts[4]).toMatchObject({ status: 'withdrawn', lateDays: 10, correctedBy: { reason: 'skedde-inte' } });
    expect(body.facts[5]).toMatchObject({
      type: 'fakta.aterkallat',
      reason: 'skedde-inte',
      corrects: body.facts[4].id,
    });
  });
});

describe('a time before the case was opened', () => {
  test.each(['', '/explain/sfi'])('has nothing to tell of it: %s', async (of) => {
    const answer = await etapp.get(`${path}${of}?knownAt=2026-03-01`);
    expect(answer).toMatchObject({ status: 404, body: { type: '/problem/not-found' } });
    expect(answer.body.detail).toContain('öppnades 2026-03-02');
    expect(answer.body.detailEn).toContain('was opened on 2026-03-02');
  });

  test('holds no step of it', async () => {
    expect((await next('knownAt=2026-03-01')).status).toBe(404);
    expect((await etapp.get('/api/v1/next-actions?knownAt=2026-03-01')).body).toMatchObject({ total: 0, actions: [] });
  });
});

describe('a clock', () => {
  const written = () => etapp.rows('facts');
  const at = (instant: string) => etapp.clock.setTo(instant);
  const anew = { type: 'sfi.mottagen', on: '2026-03-20' };

  test('that was set back by an hour is refused, with what it shows, and nothing is written', async () => {
    const before = written();
    at('2026-03-23T10:00:00Z');
    const answer = await record(anew);
    expect(answer).toMatchObject({ status: 503, body: { type: '/problem/clock-behind' } });
    expect(answer.body.detail).toContain('2026-03-23T10:00Z');
    expect(answer.body.detail).toContain('2026-03-23T11:00Z');
    expect(written()).toBe(before);
  });

  test('that was set back by a moment writes at the instant of the fact before, so that no instant runs backwards', async () => {
    at('2026-03-23T10:59:30Z');
    const answer = await record(anew);
    expect(answer.status).toBe(201);
    expect(answer.body.fact.recordedAt).toBe('2026-03-23T11:00:00.000Z');
    const instants = (await etapp.get(path)).body.facts.map((f: { recordedAt: string }) => f.recordedAt);
    expect(instants).toEqual([...instants].sort());
  });
});
