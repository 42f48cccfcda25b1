/** Late facts and corrections that cannot be right: each is refused in words, and nothing of it is written. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Etapp, openCase, permit, startEtapp } from './etapp-server.js';

let etapp: Etapp;
let path: string;
let ids: Record<'here' | 'withdrawn' | 'elsewhere', string>;

beforeAll(async () => {
  etapp = await startEtapp();
  const [own, other] = [await openCase(etapp, permit), await openCase(etapp, permit)];
  path = `/api/v1/cases/${own}`;
  const record = async (of: string, fact: object): Promise<string> =>
    (await etapp.post(`/api/v1/cases/${of}/facts`, fact)).body.fact.id;
  const here = await record(own, { type: 'sfi.anmald', on: '2026-03-02' });
  const withdrawn = await record(own, { type: 'sfi.mottagen', on: '2026-03-02' });
  await record(own, { type: 'fakta.aterkallat', on: '2026-03-02', corrects: withdrawn, reason: 'skedde-inte' });
  ids = { here, withdrawn, elsewhere: await record(other, { type: 'sfi.anmald', on: '2026-03-02' }) };
});
afterAll(() => etapp.stop());

const anew = (corrects: string) => ({ type: 'sfi.anmald', on: '2026-03-01', corrects, reason: 'fel-dag' });

const STATUS: Record<string, number> = { 'not-awaited': 409, 'invalid-data': 422 };

describe('refused, with the case as it was', () => {
  test.each<[string, () => object, string, string, string]>([
    [
      'a fact before the first of the case, which the permit did not make possible yet',
      () => ({ type: 'uppehallstillstand.forlangt', on: '2026-01-05', data: { 'galler-till': '2028-01-05' } }),
      'not-awaited',
      '2026-01-05',
      '2026-01-05',
    ],
    [
      'a fact of a process whose law had not come into force on the day',
      () => ({ type: 'intensivar.beslutat', on: '2020-02-03' }),
      'not-awaited',
      '2020-02-03',
      '2020-02-03',
    ],
    [
      'a correction of a fact of another case',
      () => anew(ids.elsewhere),
      'invalid-data',
      'det här ärendet',
      'this case',
    ],
    ['a correction of a fact that was withdrawn', () => anew(ids.withdrawn), 'invalid-data', 'återkall', 'withdrawn'],
  ])('%s', async (_, fact, slug, sv, en) => {
    const [facts, before] = [etapp.rows('facts'), (await etapp.get(path)).body.version];
    const answer = await etapp.post(`${path}/facts`, fact());
    expect({ status: answer.status, type: answer.body.type }).toEqual({
      status: STATUS[slug],
      type: `/problem/${slug}`,
    });
    const said = JSON.stringify(answer.body);
    expect(said).toContain(sv);
    expect(said).toContain(en);
    expect(etapp.rows('facts')).toBe(facts);
    expect((await etapp.get(path)).body.version).toBe(before);
  });

  test('a chain of corrections that would bite its own tail cannot be told: a fact has its number only once it is written', async () => {
    const first = (await etapp.post(`${path}/facts`, anew(ids.here))).body.fact.id as string;
    const facts = etapp.rows('facts');
    const back = await etapp.post(`${path}/facts`, anew(ids.here));
    expect(back.status).toBe(422);
    expect(JSON.stringify(back.body)).toContain(first);
    expect(etapp.rows('facts')).toBe(facts);
  });
});
