/** An agreement against the law, at the command line and as a page. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { severityWords, signs } from '../../../src/commands/verdict-words.js';
import type { CoverageReport } from '../../../src/engine/coverage/coverage.js';
import { library } from '../../support/law.js';
import { readWord } from '../../support/word-file.js';
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

test('the page has who and how beside when, and no percentage', async () => {
  const file = join(folder, 'bredvid.html');
  await etapp('coverage', 'tingsryd/2019-lok', '--as-of', '2019-12-01', '--html', file);
  const page = readFileSync(file, 'utf8');
  const heads = page.match(/<thead>.*<\/thead>/g) ?? [];
  const processes = new Set((await tingsryd()).matrix.map(({ process }) => process));
  expect(heads).toHaveLength(processes.size + 1);
  for (const head of heads) expect(head).toMatch(/colgroup.*>Vem och hur<.*colgroup.*>När</);
  expect(page.replace(/<style>.*<\/style>|<col .*?>/gs, '')).not.toMatch(/\d ?%|procent/);
  // A cell says in words what its tint says.
  for (const [, cell] of page.matchAll(/<td class="(?:good|partly|bad)">(.*?)<\/td>/g))
    expect(cell).toMatch(/^[●◐→△○?✗] \p{L}+/u);
});

const tingsryd = () => json<CoverageReport>('coverage', 'tingsryd/2019-lok', '--as-of', '2019-12-01');
const wordOf = async (name: string, ...more: string[]) => {
  const file = join(folder, name);
  const ended = await etapp('coverage', 'tingsryd/2019-lok', '--as-of', '2019-12-01', '--docx', file, ...more);
  expect(ended).toMatchObject({ status: 0, err: expect.stringContaining(file) });
  return readFileSync(file);
};

test('--docx writes every step, finding, admitted gap and defect', async () => {
  const { matrix, findings, admittedGaps, defects } = await tingsryd();
  const { tables, text, paragraphs } = readWord(await wordOf('rapport.docx'));
  const steps = tables.slice(1).flatMap((rows) => rows.filter(({ header }) => !header));
  expect(steps).toHaveLength(matrix.length);
  expect(steps.map(({ cells }) => cells.slice(2, 9).map((cell) => cell[0]))).toEqual(
    matrix.map(({ points }) => Object.values(points).map((verdict) => signs[verdict])),
  );
  for (const { state, process, says, clause } of findings) {
    expect(text).toContain(says);
    expect(text).toContain(library.texts.sv[process]?.states[state]?.title);
    if (clause) expect(text).toMatch(new RegExp(`[[ ]${clause}\\]`));
  }
  for (const severity of ['high', 'medium', 'low'] as const) {
    const count = findings.filter((one) => one.severity === severity).length;
    expect(paragraphs).toContainEqual({ style: 'Heading1', text: `${severityWords.sv[severity]} brister (${count})` });
  }
  for (const { ref, says, tidplan } of admittedGaps) {
    expect(text).toContain(`△ ${ref} ${says}`);
    expect(text).toContain(`Tidplan: ${tidplan}`);
  }
  for (const { says } of defects) expect(text).toContain(says);
  expect(text).not.toMatch(/\d ?%|[\w.]+@[\w.]+/);
});

test('the Word file is in the language asked for, and the same every time', async () => {
  const [one, other] = [await wordOf('en.docx', '--lang', 'en'), await wordOf('en2.docx', '--lang', 'en')];
  expect(one.equals(other)).toBe(true);
  const { paragraphs, properties, tables } = readWord(one);
  const titles = paragraphs
    .filter(({ style }) => style === 'Heading1')
    .map(({ text }) => text.replace(/ \(\d+\)$/, ''));
  expect(titles).toEqual([
    ...['Overview', 'Step by step', 'High findings', 'Medium findings', 'Low findings'],
    ...['Gaps that the text admits', 'Defects of the text'],
  ]);
  expect(tables[1]?.[0]?.cells).toEqual(['Step', 'Who and how', 'When']);
  expect(properties['dc:language']).toBe('en-GB');
  expect(properties['dcterms:created']).toBe('2019-12-01T00:00:00Z');
});

test.each(['--html', '--docx'])('%s is about one agreement, and is refused for a comparison', async (option) => {
  const file = join(folder, 'jamfort');
  const { status } = await etapp('coverage', TINGSRYD, '--against', 'tingsryd/2019-lok', option, file);
  expect(status).toBe(2);
  expect(existsSync(file)).toBe(false);
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
