/** An agreement against the law, at the command line and as a page. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CoverageReport } from '../../../src/engine/coverage/coverage.js';
import { clearDesks, desk } from './etapp.js';

const { etapp, json, folder } = desk();
afterAll(clearDesks);

const TINGSRYD = 'machines/agreements/tingsryd/2019-lok.yaml';
const edited = (name: string, ...edits: [from: string, to: string][]): string => {
  const file = join(folder, name);
  writeFileSync(
    file,
    edits.reduce((text, [from, to]) => text.replace(from, to), readFileSync(TINGSRYD, 'utf8')),
  );
  return file;
};

test('the report says what it was checked against, and never one figure for everything', async () => {
  const { status, out } = await etapp('coverage', 'tingsryd/2019-lok', '--as-of', '2019-12-01');
  expect(status).toBe(0);
  expect(out.replaceAll(/\s+/g, ' ')).toContain('kontrollerad mot Stöd för samordning av etableringsprogrammet (2024)');
  expect(out).not.toMatch(/\d ?%|procent/);
  for (const sign of ['●', '◐', '○', '△']) expect(out).toContain(sign);
});

test('findings come by severity, each with its path', async () => {
  const { out } = await etapp('coverage', 'tingsryd/2019-lok', '--as-of', '2019-12-01');
  const places = ['Allvarliga brister', 'Medelsvåra brister', 'Mindre brister'].map((title) => out.indexOf(title));
  expect(places.every((place) => place > 0)).toBe(true);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  expect(out).toMatch(/väg: .* ⇒ /);
});

test('defects of the text are told in words, with what they concern, and never as codes', async () => {
  const asked = ['coverage', 'tingsryd/2019-lok', '--as-of', '2026-01-15'];
  const { out } = await etapp(...asked);
  const shown = out.replaceAll(/\s+/g, ' ');
  const { defects } = await json<CoverageReport>(...asked);
  const kinds = [...new Set(defects.map(({ kind }) => kind))];
  expect(kinds.length).toBeGreaterThan(3);
  for (const kind of kinds.filter((one) => one.includes('-'))) expect(shown).not.toContain(kind);
  expect(shown).toContain('tidplan som har passerat (G7): Tidplan: 2020. ');
  expect(shown).toContain('upphävd lag');
});

test('the JSON is the report of the engine', async () => {
  const report = await json<CoverageReport>('coverage', 'tingsryd/2019-lok', '--as-of', '2019-12-01');
  const keys = ['agreement', 'asOf', 'checkedAgainst', 'matrix', 'findings', 'admittedGaps', 'defects'];
  expect(Object.keys(report)).toEqual(expect.arrayContaining(keys));
  expect(report.asOf).toBe('2019-12-01');
});

test('a file gives the same as its id', async () => {
  const byId = await json<CoverageReport>('coverage', 'tingsryd/2019-lok', '--as-of', '2019-12-01');
  expect(await json<CoverageReport>('coverage', TINGSRYD, '--as-of', '2019-12-01')).toEqual(byId);
});

test('--fail-on ends with 4 when there are findings of that severity', async () => {
  expect((await etapp('coverage', 'tingsryd/2019-lok', '--fail-on', 'high')).status).toBe(4);
  expect((await etapp('coverage', 'tingsryd/2019-lok')).status).toBe(0);
});

test('--html writes one page that asks for nothing from anywhere', async () => {
  const file = join(folder, 'rapport.html');
  const { status, err } = await etapp('coverage', 'tingsryd/2019-lok', '--html', file);
  expect(status).toBe(0);
  expect(err).toContain(file);
  const page = readFileSync(file, 'utf8');
  expect(page).toMatch(/^<!doctype html>\n<html lang="sv">/);
  expect(page).not.toMatch(/<script|<img|<link|src=|href=|url\(|https?:/);
  expect(page).toContain('Stöd för samordning av etableringsprogrammet (2024)');
  expect(page.match(/<tr>/g)?.length).toBeGreaterThan(40);
});

test('a page that cannot be written is wrong usage', async () => {
  expect((await etapp('coverage', 'tingsryd/2019-lok', '--html', '/dev/null/rapport.html')).status).toBe(2);
});

test('a step and a unit that do not exist are named with file, line and the nearest', async () => {
  const file = edited(
    'fel.yaml',
    ['step: sfi/vantarPaStart', 'step: sfi/vantarPaStrat'],
    ['who: integrationssamordnare', 'who: integrationssamordnar'],
  );
  const { status, out, err } = await etapp('coverage', file);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toMatch(/fel\.yaml:\d+\s+Steget «sfi\/vantarPaStrat» finns inte\.\s+Menade du\s+«sfi\/vantarPaStart»\?/);
  expect(err).toMatch(
    /fel\.yaml:\d+\s+Enheten «integrationssamordnar» finns inte\.\s+Menade du\s+«integrationssamordnare»\?/,
  );
});

test('a field that does not exist is named with its line and the nearest', async () => {
  const file = edited('falt.yaml', ['kind: LOK', 'kindd: LOK']);
  const { status, out } = await etapp('coverage', file, '--json');
  expect(status).toBe(2);
  const { errors } = JSON.parse(out) as { errors: { line: number; detail: string; nearest: string | null }[] };
  const line = readFileSync(file, 'utf8').split('\n').indexOf('kindd: LOK') + 1;
  expect(errors).toContainEqual(expect.objectContaining({ line, nearest: 'kind' }));
});

test('a file that is no YAML is named with its line', async () => {
  const file = join(folder, 'trasig.yaml');
  writeFileSync(file, 'id: x/y\nkind: [LOK\n');
  const { status, err } = await etapp('coverage', file);
  expect(status).toBe(2);
  expect(err).toMatch(/trasig\.yaml:\d+ /);
});

test('agreements tells which are in force on the day', async () => {
  const { agreements } = await json<{ agreements: { id: string; inForce: boolean }[] }>(
    'agreements',
    '--as-of',
    '2019-01-01',
  );
  expect(agreements).toContainEqual(expect.objectContaining({ id: 'tingsryd/2019-lok', inForce: false }));
  expect((await etapp('agreements')).out).toContain('tingsryd/2019-lok');
});
