/** The page of a case whose facts were corrected, came late or no longer fit. */
import { type Etapp, openCase, permit, startEtapp } from '../http/etapp-server.js';
import { faults, named, parse, words } from './html.js';

let etapp: Etapp;
let path: string;

const page = async (query = ''): Promise<string> => (await fetch(`${etapp.url}${path}${query}`)).text();

/** 2 March: permit, enrolled in sfi, received. 9 March: the enrolment is corrected. 20 April: it is withdrawn, and so on. */
beforeAll(async () => {
  etapp = await startEtapp();
  const id = await openCase(
    etapp,
    permit,
    { type: 'sfi.anmald', on: '2026-02-20' },
    { type: 'sfi.mottagen', on: '2026-02-23' },
  );
  path = `/arende/${id}`;
  const record = async (fact: object) => (await etapp.post(`/api/v1/cases/${id}/facts`, fact)).body.fact.id as string;
  const { facts } = (await etapp.get(`/api/v1/cases/${id}`)).body;
  etapp.clock.set('2026-03-09');
  const corrected = await record({ type: 'sfi.anmald', on: '2026-02-19', corrects: facts[1].id, reason: 'fel-dag' });
  etapp.clock.set('2026-04-20');
  await record({ type: 'arbetssokande.inskriven', on: '2026-03-02', data: { vag: 'digitalt' } });
  await record({ type: 'fakta.aterkallat', on: '2026-04-20', corrects: corrected, reason: 'rattelsen-var-fel' });
  await record({ type: 'fakta.aterkallat', on: '2026-04-20', corrects: facts[1].id, reason: 'skedde-inte' });
});
afterAll(() => etapp.stop());

test('strikes through what does not count, with who, when and why', async () => {
  const html = await page();
  expect(faults(html)).toEqual([]);
  const struck = named(parse(html), 's').map(words);
  expect(struck).toHaveLength(2);
  expect(words(parse(html))).toContain('Det skedde inte; rättat 2026-04-20 av Den enskilde');
  expect(words(parse(html))).toContain('Rättelsen var fel; rättat 2026-04-20 av Den enskilde');
  expect(words(parse(html))).toContain('Rättar en tidigare uppgift: Fel dag');
});

test('marks what became known late, and numbers what is to be reviewed', async () => {
  const text = words(parse(await page()));
  expect(text).toContain('känd 49 dagar senare');
  expect(text).toContain('Uppgift nr 3');
  expect(text).toContain('Se över uppgiften, rätta eller återkalla den (nr 3)');
  expect(words(parse(await page('?lang=en')))).toContain('Review the fact, correct or withdraw it (no. 3)');
});

test('can be seen from what was known on a day, and says so', async () => {
  const html = await page('?kant=2026-03-02');
  expect(faults(html)).toEqual([]);
  expect(words(parse(html))).toContain('Du ser det som var känt den 2026-03-02');
  expect(named(parse(html), 's')).toEqual([]);
  expect(words(parse(html))).not.toContain('Se över uppgiften');
  const field = named(parse(html), 'input').find(({ attributes }) => attributes.name === 'kant');
  expect(field?.attributes.value).toBe('2026-03-02');
});

test('says which field is wrong when a day is none, and that the case was not there yet', async () => {
  expect(await page('?kant=i-gar')).toContain('«i-gar» är ingen dag');
  expect(await page('?kant=2026-03-01')).toContain('öppnades 2026-03-02');
});

test('the queue can be narrowed to what is to be reviewed', async () => {
  const html = await (await fetch(`${etapp.url}/?process=granskning`)).text();
  expect(words(parse(html))).toContain('Se över uppgiften, rätta eller återkalla den');
});
