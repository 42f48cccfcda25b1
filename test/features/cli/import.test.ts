/** A caseload taken over from a spreadsheet: one case a row, all or nothing, and none of them twice. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseView } from '../../../src/cases/case-view.js';
import type { NextActionsPage } from '../../../src/next-actions/question.js';
import type { RowOutcome } from '../../../src/takeover/take-over.js';
import { clearDesks, type Desk, desk } from './etapp.js';

afterAll(clearDesks);

interface Answer {
  rows: number;
  opened: number;
  already: number;
  refused: number;
  outcomes: RowOutcome[];
}

let here: Desk;
beforeEach(() => {
  here = desk();
});

const HEADER =
  'referens;uppehallstillstand.beviljat;uppehallstillstand.beviljat.grund;uppehallstillstand.beviljat.route;' +
  'uppehallstillstand.beviljat.fodd;sfi.anmald;sfi.paborjad';
const permitOf = (reference: string) => `${reference};2026-02-02;UtlL 5:1;anvisad;1990-05-01`;
const EXAMPLE = 'docs/how-to/take-over-a-caseload.csv';

function sheet(content: string | Buffer, name = 'blad.csv'): string {
  const path = join(here.folder, name);
  writeFileSync(path, content);
  return path;
}
const rows = (...lines: string[]) => sheet([HEADER, ...lines].join('\r\n'));
const take = (file: string, ...rest: string[]) => here.json<Answer>('import', file, '--kommun', '0763', ...rest);
const told = async (file: string, ...rest: string[]) => {
  const { status, err } = await here.etapp('import', file, '--kommun', '0763', ...rest);
  return { status, err: err.replace(/\s+/g, ' ') };
};
const caseOf = (id: string | null | undefined) => here.json<CaseView>('case', id ?? '');
const firstProblem = ({ outcomes }: Answer) => {
  const problem = outcomes.find(({ problems }) => problems.length > 0)?.problems[0];
  return `${problem?.column ?? ''}: ${problem?.says.sv ?? ''}`;
};

test('the example of the guide is taken over, with what it leaves out told afterwards', async () => {
  const answer = await take(EXAMPLE, '--with-missing');
  expect(answer).toMatchObject({ rows: 3, opened: 3, refused: 0 });
  expect(answer.outcomes.map(({ facts, afterwards }) => [facts, afterwards])).toEqual([
    [5, ['sfi.mottagen']],
    [3, []],
    [5, ['sfi.mottagen']],
  ]);
  const { facts } = await caseOf(answer.outcomes[0]?.case);
  expect(facts.find(({ type }) => type === 'sfi.mottagen')).toMatchObject({
    on: '2026-05-04',
    afterwards: { dated: 'bounded', notBefore: '2026-03-10' },
  });
  expect(facts.filter(({ afterwards }) => afterwards !== null)).toHaveLength(1);
});

test('without --with-missing nothing is filled in: the row says what is missing', async () => {
  const answer = await take(EXAMPLE);
  expect(answer).toMatchObject({ opened: 1, refused: 2 });
  expect(firstProblem(answer)).toContain('sfi.paborjad: sfi.paborjad väntas inte ännu.');
  expect(firstProblem(answer)).toContain('Registrera först: sfi.mottagen.');
});

test('two hundred rows are taken over, and a second run doubles none of them', async () => {
  const day = (n: number) => String(1 + (n % 28)).padStart(2, '0');
  const lines = Array.from({ length: 200 }, (_, n) => {
    const started = n % 4 === 0 ? `2026-05-${day(n)}` : '';
    return `B-${n};2026-02-${day(n)};UtlL 5:1;anvisad;1990-05-01;2026-03-${day(n)};${started}`;
  });
  const file = rows(...lines);
  const first = await take(file, '--with-missing');
  expect(first).toMatchObject({ rows: 200, opened: 200, already: 0, refused: 0 });
  expect(first.outcomes.filter(({ afterwards }) => afterwards.length > 0)).toHaveLength(50);
  const second = await take(file, '--with-missing');
  expect(second).toMatchObject({ opened: 0, already: 200, refused: 0 });
  expect(second.outcomes.map((row) => row.case)).toEqual(first.outcomes.map((row) => row.case));
  const { total } = await here.json<NextActionsPage>('next', '--limit', '1');
  expect(total).toBeGreaterThan(200);
});

test('--dry-run tells the same and opens nothing', async () => {
  const dry = await take(EXAMPLE, '--with-missing', '--dry-run');
  expect((await here.json<NextActionsPage>('next')).total).toBe(0);
  const done = await take(EXAMPLE, '--with-missing');
  const without = ({ outcomes }: Answer) => outcomes.map((row) => ({ ...row, case: null }));
  expect(without(dry)).toEqual(without(done));
  expect(done.outcomes[0]?.case).toBe('0763-26-0001');
});

test('a row is all or nothing, takes no case number, and the others are taken over', async () => {
  const answer = await take(rows(permitOf('1') + ';2026-03-01;', permitOf('2') + ';2026-01-01;', permitOf('3') + ';;'));
  expect(answer.outcomes.map((row) => [row.line, row.status, row.case])).toEqual([
    [2, 'opened', '0763-26-0001'],
    [3, 'refused', null],
    [4, 'opened', '0763-26-0002'],
  ]);
});

test('refused rows are written to a file that can be mended and run', async () => {
  const mend = join(here.folder, 'mend.csv');
  const file = rows(permitOf('1') + ';2026-03-01;', permitOf('2') + ';2026-02-30;');
  expect(await take(file, '--failed', mend)).toMatchObject({ opened: 1, refused: 1 });
  const text = readFileSync(mend, 'utf8');
  expect(text).toContain('orsak');
  expect(text).toContain('är ingen dag som finns');
  writeFileSync(mend, text.replace('2026-02-30', '2026-02-28'));
  expect(await take(mend)).toMatchObject({ rows: 1, opened: 1, refused: 0 });
});

test('the file of refused rows has nothing of a column that is not read', async () => {
  const mapping = sheet('ignore: [Namn]\n', 'mapping.yaml');
  const mend = join(here.folder, 'mend.csv');
  await take(sheet('referens;Namn;sfi.anmald\n1;Någon Annan;2026-02-30\n'), '--mapping', mapping, '--failed', mend);
  expect(readFileSync(mend, 'utf8')).not.toMatch(/Namn|Någon/);
});

test('a file of refused rows that cannot be written is told of before anything is taken over', async () => {
  for (const failed of [join(here.folder, 'finns-inte', 'mend.csv'), EXAMPLE])
    expect(await told(EXAMPLE, '--failed', failed)).toEqual({
      status: 2,
      err: expect.stringContaining('Det går inte att skriva'),
    });
  expect((await here.json<NextActionsPage>('next')).total).toBe(0);
});

test('a row that has changed since it was taken over is refused, and --batch takes it as another case', async () => {
  await take(rows(permitOf('1') + ';;'));
  const changed = rows(permitOf('1') + ';2026-03-01;');
  expect(firstProblem(await take(changed))).toContain('Raden är redan övertagen, med annat innehåll.');
  expect(await take(changed, '--batch', 'skolan')).toMatchObject({ opened: 1 });
});

test('what could be more than one thing is never guessed, but taken from a field without a day', async () => {
  const header = `${HEADER};kartlaggning.genomford;arbetssokande.inskriven.vag`;
  const line = (vag: string) => `${permitOf('1')};;;2026-06-01;${vag}`;
  const refused = await take(sheet(`${header}\n${line('')}`), '--with-missing');
  expect(firstProblem(refused)).toContain(
    'arbetssokande.inskriven.vag: arbetssokande.inskriven saknas och måste ha hänt',
  );
  const opened = await take(sheet(`${header}\n${line('telefon')}`), '--with-missing');
  expect(opened).toMatchObject({ opened: 1 });
  const { facts } = await caseOf(opened.outcomes[0]?.case);
  expect(facts.find(({ type }) => type === 'arbetssokande.inskriven')?.data).toEqual({ vag: 'telefon' });
});

test('own names of columns, own words and what holds for all come from a mapping', async () => {
  const mapping = sheet(
    'columns: { Löpnr: referens, PUT: uppehallstillstand.beviljat, Väg: uppehallstillstand.beviljat.route, Född: uppehallstillstand.beviljat.fodd }\n' +
      'ignore: [Namn]\n' +
      'values: { uppehallstillstand.beviljat.route: { Kvotflykting: kvot } }\n' +
      "fixed: { uppehallstillstand.beviljat.grund: 'UtlL 5:2' }\n",
    'mapping.yaml',
  );
  const file = sheet('Löpnr;Namn;PUT;Väg;Född\n7;Någon Annan;2026-02-02;Kvotflykting;1990-05-01\n');
  const answer = await take(file, '--mapping', mapping);
  expect(answer).toMatchObject({ opened: 1 });
  const found = await caseOf(answer.outcomes[0]?.case);
  expect(found.facts[0]?.data).toMatchObject({ grund: 'UtlL 5:2', route: 'kvot' });
  expect(JSON.stringify(found)).not.toContain('Någon');
  expect((await told(file, '--mapping', sheet('kolumner: {}\n', 'fel.yaml'))).status).toBe(2);
});

test.each<[string, (text: string) => Buffer]>([
  ['UTF-8 with its mark', (text) => Buffer.from(`\u{FEFF}${text}`)],
  ['Windows-1252', (text) => Buffer.from(text, 'latin1')],
  ['UTF-16 with tabs', (text) => Buffer.from(`\u{FEFF}${text.replaceAll(';', '\t')}`, 'utf16le')],
  ['UTF-8 with commas', (text) => Buffer.from(text.replaceAll(';', ','))],
])('a file in %s is understood', async (_, written) => {
  const mapping = sheet('columns: { Löpnr: referens }\n', 'mapping.yaml');
  const file = sheet(written(`${HEADER.replace('referens', 'Löpnr')}\n${permitOf('1')};2026-03-01 00:00:00;\n`));
  expect(await take(file, '--mapping', mapping)).toMatchObject({ opened: 1, refused: 0 });
});

describe('a row is refused with its column and what to do', () => {
  test.each<[string, string, string]>([
    ['an impossible day', `${permitOf('1')};2026-02-30;`, 'sfi.anmald: «2026-02-30» är ingen dag som finns'],
    ['an inner number of Excel', `${permitOf('1')};46082;`, 'formatera kolumnen som datum'],
    ['a day to come', `${permitOf('1')};2027-03-01;`, 'ligger för långt fram'],
    [
      'an unknown code',
      '1;2026-02-02;UtlL 5:1;flyg;1990-05-01;;',
      'uppehallstillstand.beviljat.route: «flyg» går inte',
    ],
    ['missing data', '1;2026-02-02;UtlL 5:1;;1990-05-01;;', 'uppehallstillstand.beviljat.route: route saknas'],
    [
      'a personal identity number',
      `${permitOf('19900501-1234')};;`,
      'referens: Referensen ser ut som ett personnummer',
    ],
    ['a name', `${permitOf('Någon Annan')};;`, 'referens: Referensen ska vara ett löpnummer'],
    ['no reference', `${permitOf('')};;`, 'referens: Referensen ska vara ett löpnummer'],
    ['no fact', '1;;;;;;', 'Raden har ingen uppgift med dag'],
  ])('for %s', async (_, line, says) => {
    const answer = await take(rows(line));
    expect(answer).toMatchObject({ opened: 0, refused: 1 });
    expect(firstProblem(answer)).toContain(says);
    expect(firstProblem(answer)).not.toMatch(/19900501|Någon Annan/);
  });

  test('for the reference of an earlier row', async () => {
    const answer = await take(rows(permitOf('1') + ';;', permitOf('1') + ';2026-03-01;'));
    expect(answer).toMatchObject({ opened: 1, refused: 1 });
    expect(firstProblem(answer)).toContain('Rad 2 har samma referens');
  });
});

describe('a file that cannot be used opens nothing', () => {
  test.each<[string, string | Buffer, string]>([
    [
      'an unknown column',
      'referens;sfi.anmält\n1;2026-03-01\n',
      'Ingen uppgift heter «sfi.anmält» (menade du sfi.anmald',
    ],
    ['no reference column', 'sfi.anmald\n2026-03-01\n', 'Ingen kolumn heter «referens»'],
    ['two columns of one name', 'referens;sfi.anmald;sfi.anmald\n1;2026-03-01;\n', 'Två kolumner heter «sfi.anmald»'],
    ['no rows', `${HEADER}\n`, 'Filen har inga rader'],
    ['nothing in it', '', 'Filen har inga rader'],
    ['an open quotation mark', `${HEADER}\n"1;2026\n`, 'ett citattecken är inte avslutat'],
    ['a workbook', Buffer.from('PK\u0003\u0004 xl/workbook.xml', 'latin1'), 'Filen är ingen textfil'],
    ['no text', Buffer.from([0x31, 0x00, 0x32, 0x00]), 'Filen är ingen textfil'],
  ])('for %s', async (_, content, says) => {
    const { status, err } = await told(sheet(content));
    expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining(says) });
    expect((await here.json<NextActionsPage>('next')).total).toBe(0);
  });

  test('for a file that does not exist', async () => {
    expect(await told('finns-inte.csv')).toEqual({ status: 2, err: expect.stringContaining('finns inte') });
  });

  test('in English too', async () => {
    const { err } = await told(sheet('referens;sfi.anmalt\n1;2026-03-01\n'), '--lang', 'en');
    expect(err).toContain('No fact is called “sfi.anmalt” (did you mean sfi.anmald');
  });
});
