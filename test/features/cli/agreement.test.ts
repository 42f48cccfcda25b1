/** Writing an agreement: from nothing to one that answers for every step, by what the messages say alone. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parties, type Party, partyName } from '../../../machines/parties.js';
import { readWord } from '../../support/word-file.js';
import { clearDesks, desk } from './etapp.js';

const folder = mkdtempSync(join(tmpdir(), 'etapp-agreement-'));
afterAll(() => {
  clearDesks();
  rmSync(folder, { recursive: true });
});

const here = desk();
const begun = ['agreement', 'new', '--kommun', '1280', '--name', 'Malmö kommun'] as const;

interface Left {
  process: string;
  state: string;
  points: string[];
  severity: string;
  line: number;
}
interface Checked {
  agreement: string;
  steps: number;
  left: Left[];
}

test('new writes a file and a document, with every step of the law as a question', async () => {
  const told = await here.json<{ id: string; file: string; document: string; steps: number }>(...begun, '--to', folder);
  expect(told).toMatchObject({ id: 'malmo/2026-lok', steps: expect.any(Number) });
  expect(told.steps).toBeGreaterThan(100);
  const [file, document] = [readFileSync(told.file, 'utf8'), readFileSync(told.document, 'utf8')];
  expect(file.match(/^ {4}step: /gm)).toHaveLength(told.steps);
  expect(file).toContain('Enligt lagen: Arbetsförmedlingen');
  expect(document).toMatch(/^# Lokal överenskommelse .* Malmö kommun$/m);
  expect(document).toContain('### Svenska för invandrare');
});

test('the document is the same in Markdown and in Word, with room to write in', async () => {
  const to = join(folder, 'word');
  const { document, word, steps } = await here.json<{ document: string; word: string; steps: number }>(
    ...begun,
    '--to',
    to,
  );
  const { paragraphs, tables, properties, text } = readWord(readFileSync(word));
  const headings = paragraphs.flatMap(({ style, text: title }) => {
    const level = style === 'Title' ? 1 : Number(/^Heading(\d)/.exec(style)?.[1]) + 1;
    return level ? [`${'#'.repeat(level)} ${title}`] : [];
  });
  expect(headings).toEqual(readFileSync(document, 'utf8').match(/^#+ .*$/gm));
  const asked = tables.filter(([head]) => head?.cells[0] === 'Steg').flat();
  expect(asked.filter(({ header }) => !header)).toHaveLength(steps);
  for (const { header, cells } of asked) if (!header) expect(cells.slice(2)).toEqual(['', '', '']);
  expect(text).toContain('Gäller från 2026-11-20 till ____-__-__.');
  expect(properties).toMatchObject({ 'dc:language': 'sv-SE', 'dcterms:created': '2026-11-20T00:00:00Z' });
});

test('new leaves a file alone that is there already', async () => {
  const before = readFileSync(join(folder, 'malmo/2026-lok.yaml'), 'utf8');
  const { status, err } = await here.etapp(...begun, '--to', folder);
  expect(status).toBe(3);
  expect(err).toContain('finns redan');
  expect(readFileSync(join(folder, 'malmo/2026-lok.yaml'), 'utf8')).toBe(before);
});

test('new that cannot write one of its files leaves none', async () => {
  const to = join(folder, 'halfway');
  mkdirSync(join(to, 'malmo'), { recursive: true });
  // A link to nowhere is not there to be seen, and cannot be written.
  symlinkSync('nowhere', join(to, 'malmo/2026-lok.docx'));
  const { status, err } = await here.etapp(...begun, '--to', to);
  expect(status).toBe(2);
  expect(err).toContain('Det gick inte att skriva');
  expect(readdirSync(join(to, 'malmo'))).toEqual(['2026-lok.docx']);
});

test('check points at the line of the clause, the weightiest first, and ends with 4', async () => {
  const file = join(folder, 'malmo/2026-lok.yaml');
  const lines = readFileSync(file, 'utf8').split('\n');
  const { left, steps } = await here.json<Checked>('agreement', 'check', file);
  expect(left).toHaveLength(steps);
  for (const { line, process, state } of left) expect(lines[line]).toBe(`    step: ${process}/${state}`);
  expect(left[0]?.severity).toBe('high');
  expect(left.at(-1)?.severity).toBe('medium');
  const { status, out } = await here.etapp('agreement', 'check', file, '--most', '2');
  expect(status).toBe(4);
  expect(out).toContain(`malmo/2026-lok.yaml:${left[0]?.line}`);
  expect(out.replaceAll(/\s+/g, ' ')).toContain(`${left.length} saker återstår att svara på; 2 visas`);
});

test('whoever takes the # away where check points, and names the units, ends with a file that answers for every step', async () => {
  const file = join(folder, 'malmo/2026-lok.yaml');
  const unitOf: Record<string, string> = {};
  for (let round = 0; ; round++) {
    const { left } = await here.json<Checked>('agreement', 'check', file);
    if (left.length === 0) break;
    expect(round).toBeLessThan(3);
    const lines = readFileSync(file, 'utf8').split('\n');
    for (const { line } of left) answer(lines, line, unitOf);
    writeFileSync(file, withUnits(lines.join('\n'), unitOf));
  }
  const { status, out } = await here.etapp('agreement', 'check', file);
  expect({ status, out: out.split('\n')[0] }).toEqual({
    status: 0,
    out: 'Filen går att använda, och varje steg har svar.',
  });
});

/** Takes the # from the lines under a clause; the owner that the law has stands above it. */
function answer(lines: string[], line: number, unitOf: Record<string, string>): void {
  const owner = /Enligt lagen: (?:den som överenskommelsen nämner \(annars )?([^.;,)]+)/.exec(
    lines[line - 3] ?? '',
  )?.[1];
  const name = owner ?? '';
  const unit = name.toLowerCase().replaceAll(/[^a-z]/g, '');
  for (let at = line + 1; lines[at]?.startsWith('    # '); at++) {
    const text = lines[at]!.slice('    # '.length);
    if (text.startsWith('who:')) {
      // The person is nobody's unit.
      if (name === 'Den enskilde') continue;
      unitOf[unit] = name;
      lines[at] = `    who: ${unit}`;
    } else if (!text.startsWith('deadline:')) lines[at] = `    ${text.replace('body: forumets id', 'body: lok-grupp')}`;
  }
}

const partyCalled = (name: string): string =>
  (Object.keys(parties) as Party[]).find((party) => partyName(party) === name) ?? name;

function withUnits(text: string, unitOf: Record<string, string>): string {
  const units = Object.entries(unitOf).map(
    ([id, name]) => `  - { id: ${id}, party: ${partyCalled(name)}, name: Enheten hos ${name}, tier: active }`,
  );
  return text
    .replace(/^units:.*\n(?: {2}- .*\n)*/m, `units:\n${units.join('\n')}\n`)
    .replace('bodies: []', 'bodies:\n  - { id: lok-grupp, name: LOK-gruppen, every: half-year }');
}

test('new from another agreement begins with its units and clauses, and says so', async () => {
  const to = join(folder, 'fran');
  const told = await here.json<{ file: string }>(...begun, '--to', to, '--from', 'tingsryd/2019-lok');
  const text = readFileSync(told.file, 'utf8');
  expect(text).toContain('Hämtat ur «Lokal överenskommelse om nyanländas etablering, Tingsryd»');
  expect(text).toContain('id: integrationsenheten');
  expect(text).not.toContain('quote:');
  const { left, steps } = await here.json<Checked>('agreement', 'check', told.file);
  expect(left.length).toBeGreaterThan(0);
  expect(steps).toBeGreaterThan(100);
});

test.each([
  ['an agreement that is not there to take from', ['--from', 'tingsryd/1999-lok'], 2, 'tingsryd/2019-lok'],
  ['a municipality without four digits', ['--kommun', '12'], 2, '0763'],
  ['a kind that no agreement has', ['--kind', 'AVTAL'], 2, 'LOK'],
])('new refuses %s', async (_, more, status, hint) => {
  const ended = await here.etapp(...begun, '--to', join(folder, 'ej'), ...more);
  expect(ended.status).toBe(status);
  expect(ended.err).toContain(hint);
});

test('check tells a fault with its line and the nearest valid value, in both languages', async () => {
  const file = join(folder, 'fel.yaml');
  const sound = readFileSync(join(folder, 'fran/malmo/2026-lok.yaml'), 'utf8');
  writeFileSync(file, sound.replace('step: sfi/vantarPaMottagande', 'step: sfi/vantarPaMotagande'));
  const line = 1 + sound.split('\n').findIndex((text) => text.includes('step: sfi/vantarPaMottagande'));
  const { status, err } = await here.etapp('agreement', 'check', file);
  expect(status).toBe(2);
  expect(err).toContain(`fel.yaml:${line}`);
  expect(err.replaceAll(/\s+/g, ' ')).toContain('vantarPaMottagande');
});
