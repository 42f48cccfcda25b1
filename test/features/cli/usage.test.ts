/** Words that cannot be followed end with 2, say what is wrong and what to write instead. */
import { accessSync, constants } from 'node:fs';
import { clearDesks, desk } from './etapp.js';

const { etapp } = desk();
afterAll(clearDesks);

const verbs =
  'next case explain open record remind coverage agreements law paths journeys verify demo copy serve'.split(' ');

test('the help lists every verb', async () => {
  const { status, out } = await etapp('--help');
  expect(status).toBe(0);
  for (const verb of verbs) expect(out).toMatch(new RegExp(`^  ${verb}\\b`, 'm'));
});

test.each(verbs)('the help of %s has an example', async (verb) => {
  const { status, out } = await etapp(verb, '--help');
  expect(status).toBe(0);
  expect(out).toContain(`  etapp ${verb}`);
});

test('--version is the version of the package', async () => {
  expect((await etapp('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

// npm makes the file executable when it links it, once; a build writes it anew, and `npx etapp` would be refused from then on.
test('what is built can be run by its name', () => {
  accessSync('dist/src/cli.js', constants.X_OK);
});

test.each([
  [[], 'Säg vad som ska göras.'],
  [['nxt'], 'Menade du next?'],
  [['next', '--partey', 'kommun'], 'Menade du --party?'],
  [['next', '--party', 'kommunen'], 'Menade du kommun?'],
  [['next', '--kommun', '763'], 'fyra siffror'],
  [['next', '--limit', '0'], '1–500'],
  [['next', '--process', 'sfii'], 'Menade du sfi?'],
  [['case'], 'Argumentet case saknas'],
  [['case', 'a', 'b'], 'För många argument'],
  [['record', '0763-26-0001', 'sfi.anmald'], 'Valet --on <date> måste anges'],
  [['record', '0763-26-0001', 'sfi.anmald', '--on', '2026-02-30'], 'en dag som finns'],
  [['record', '0763-26-0001', 'sfi.anmald', '--on', '2026-02-03', '--data', '{kurs:A}'], 'JSON-objekt'],
  [['record', '0763-26-0001', 'sfi.anmald', '--on', '2026-02-03', '--data', '[1]'], 'JSON-objekt'],
  [['case', '0763-26-0001', '--known-at', 'i går'], 'en dag eller en tidpunkt'],
  [['next', '--lang', 'de'], 'sv | en'],
  [['next', '--db', 'postgres:'], 'postgres://'],
  [['next', '--db', 'etapp.db'], 'sqlite:'],
  [['paths', 'etableringsprogramet'], 'Menade du etableringsprogrammet eller'],
  [['explain', '0763-26-0001', 'sif'], 'Menade du sfi?'],
  [['law', '2017:820', '119', '§'], '2017:820 19 §'],
  [['coverage', 'tingsryd/2019-lo'], 'Menade du tingsryd/2019-lok?'],
  [['coverage', 'finns-inte.yaml'], 'finns-inte.yaml:1  Filen saknas'],
])('etapp %j is wrong usage', async (argv, says) => {
  const { status, out, err } = await etapp(...argv);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err.replaceAll(/\s+/g, ' ')).toContain(says.replaceAll(/\s+/g, ' '));
});

test('the complaint is in English with --lang en', async () => {
  const { err } = await etapp('nxt', '--lang', 'en');
  expect(err).toContain("unknown command 'nxt'");
  expect(err).toContain('Did you mean next?');
});

test('with --json wrong usage is one problem document', async () => {
  const { status, out } = await etapp('next', '--party', 'kommunen', '--json');
  expect(status).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ slug: 'wrong-usage', type: '/problem/wrong-usage' });
});

test('a variable that cannot be used is wrong usage', async () => {
  const { status, err } = await desk({ env: { ETAPP_PORT: 'åttatusen' } }).etapp('next');
  expect(status).toBe(2);
  expect(err).toContain('ETAPP_PORT');
});

test('a database that cannot be opened is a fault and no usage', async () => {
  const { status } = await etapp('next', '--db', 'sqlite:/dev/null/etapp.db');
  expect(status).toBe(1);
});
