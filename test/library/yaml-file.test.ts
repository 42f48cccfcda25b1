/** A file that cannot be read says so with its line, and never takes the program down. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inOneLine } from '../../src/library/data-error.js';
import { readYaml } from '../../src/library/yaml-file.js';

const folder = mkdtempSync(join(tmpdir(), 'etapp-yaml-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (content: string | Uint8Array) => {
  writeFileSync(join(folder, 'file.yaml'), content);
  return readYaml(join(folder, 'file.yaml'), 'file.yaml');
};
const refusals = (content: string | Uint8Array) => read(content).errors.map(inOneLine);

test('dates stay text and numbers become numbers', () => {
  expect(read('since: 2018-01-01\ndays: 30\nsfs: "2017:820"\n').value).toEqual({
    since: '2018-01-01',
    days: 30,
    sfs: '2017:820',
  });
});

test('the line of a value, of a list element and of what encloses a missing value are known', () => {
  const file = read('a: 1\nb:\n  - x: 1\n  - x: 2\n    y: 3\n');
  expect(file.lineOf(['a'])).toEqual({ line: 1, column: 1 });
  expect(file.lineOf(['b', 1, 'y'])).toEqual({ line: 5, column: 5 });
  expect(file.lineOf(['b', 1, 'missing']).line).toBe(4);
});

test('a key that stands twice is refused at the second', () => {
  expect(refusals('a: 1\nb: 2\na: 3\n')).toEqual([
    'file.yaml:3  Samma nyckel står två gånger — The same key stands twice.',
  ]);
});

test('broken YAML names the line', () => {
  expect(refusals('a: 1\nb: [1, 2\nc: 3\n')[0]).toMatch(/^file\.yaml:[23] {2}Indraget stämmer inte/);
});

test('aliases are refused, so none can grow', () => {
  const bomb = [
    'a: &a [x, x]',
    ...'bcdefghi'.split('').map((k, i) => `${k}: &${k} [*${'abcdefgh'[i]}, *${'abcdefgh'[i]}]`),
  ].join('\n');
  const file = read(bomb);
  expect(file.value).toBeUndefined();
  expect(file.errors.map(inOneLine)).toEqual([
    expect.stringContaining('file.yaml:2  Hänvisningar inom filen (*alias) tas inte emot'),
  ]);
});

test('a file of 5 MB is refused without being read, and its size is told', () => {
  expect(refusals(`a: ${'x'.repeat(5 * 1024 * 1024)}\n`)).toEqual([
    expect.stringContaining('file.yaml:1  Filen är större än 2 MB (5,0 MB) och läses inte'),
  ]);
});

// The content is no YAML at all, and nothing is said of that: it was not looked at.
test('a file that is too large is told so whatever it holds', () => {
  const said = refusals('\t: [*'.repeat(1024 * 1024));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('större än 2 MB');
});

// Each of these takes the whole process down when it reaches the parser.
test.each([
  ['brackets that are never closed', '['.repeat(200_000), 1],
  ['brackets that are closed', `${'['.repeat(5_000)}${']'.repeat(5_000)}`, 1],
  ['braces', '{a: '.repeat(5_000), 1],
  ['dashes on one line', `${'- '.repeat(5_000)}x`, 1],
  ['question marks', '? '.repeat(5_000), 1],
  ['fields further and further in', Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 41],
  ['lists further and further in', Array.from({ length: 900 }, (_, i) => `${' '.repeat(i)}-`).join('\n'), 41],
])('a file that nests without end is refused where it has gone too deep: %s', (_, content, line) => {
  expect(refusals(content)).toEqual([expect.stringContaining(`file.yaml:${line}  Här är fler än 40 nivåer`)]);
});

test('what nests as deep as a reader can follow is read', () => {
  const depth = 20;
  const fields = Array.from({ length: depth }, (_, i) => `${'  '.repeat(i)}a:`).join('\n');
  expect(read(`${fields} [[[[x]]]]\n`).errors).toEqual([]);
  const list = Array.from({ length: depth }, () => '- x').join('\n');
  expect(read(`${list}\n`).errors).toEqual([]);
});

test('signs inside a text are no brackets, dashes or references', () => {
  const text = `a: "${'['.repeat(50)}"\nb: |\n  ${'- '.repeat(50)}\n  *stjarna\nc: fem * sex\nd: '*'\n`;
  expect(read(text).errors).toEqual([]);
});

test('a small file of nothing but signs is refused before anything is built of it', () => {
  expect(refusals(`[${'a,'.repeat(900_000)}]`)).toEqual([expect.stringContaining('fler än 200000 delar')]);
});

// The parser's own search for keys that stand twice takes minutes here.
test('many keys are read in one pass', () => {
  const many = Array.from({ length: 40_000 }, (_, i) => `nyckel${i}:`).join('\n');
  expect(read(`${many}\n`).errors).toEqual([]);
  expect(refusals(`${many}\nnyckel7:\n`)).toEqual([
    'file.yaml:40001  Samma nyckel står två gånger — The same key stands twice.',
  ]);
});

test.each([
  ['an empty file', '', /^file\.yaml:1 {2}Filen är tom/],
  ['only white space', ' \n\n', /^file\.yaml:1 {2}Filen är tom/],
  ['a picture', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x0a, 0x00]), /^file\.yaml:1 {2}Filen är ingen textfil/],
  ['a control character on the second line', 'a: 1\nb: \u0000\n', /^file\.yaml:2 {2}Filen är ingen textfil/],
  ['UTF-16', Buffer.from('\uFEFFa: 1\n', 'utf16le'), /^file\.yaml:1 {2}Filen är sparad som UTF-16/],
  [
    'Windows-1252',
    Buffer.from('a: 1\nb: två\n', 'latin1'),
    /^file\.yaml:2 {2}Filen går inte att läsa som text i UTF-8; är den sparad/,
  ],
  ['a tab', 'a:\n\tb: 1\n', /^file\.yaml:2 {2}Raden är indragen med tabb/],
  ['several documents', 'a: 1\n---\nb: 2\n', /^file\.yaml:2 {2}Här börjar ett dokument till/],
  ['a text with two colons', 'a: 1\nb: kontakt: ring\n', /^file\.yaml:2 {2}Raden har två kolon/],
  ['a quotation mark that is never closed', 'a: 1\nb: "ring\n', /^file\.yaml:[23] {2}Här saknas ett tecken/],
  ['a text that begins with a sign', 'a: 1\nb: @kontakt\n', /^file\.yaml:2 {2}En text får inte börja med/],
])('%s is told so with its line', (_, content, says) => {
  const said = refusals(content);
  expect(said.find((line) => says.test(line))).toBeDefined();
  expect(read(content as string | Uint8Array).value).toBeUndefined();
});

test('a text that holds the replacement character is not taken for a wrong encoding', () => {
  expect(read('a: \uFFFD\n').errors).toEqual([]);
  const broken = Buffer.concat([Buffer.from('a: \uFFFD\nb: tv'), Buffer.from([0xe5])]);
  expect(refusals(broken)[0]).toContain('file.yaml:2 ');
});

test('a mark of the encoding before the text does no harm', () => {
  expect(read('\uFEFFa: 1\n').value).toEqual({ a: 1 });
});

test.each([
  ['a folder', () => folder, 'Här ligger en mapp'],
  ['a device that never ends', () => '/dev/zero', 'Detta är ingen vanlig fil'],
])('%s in place of a file is not read', (_, path, says) => {
  expect(readYaml(path(), 'x').errors.map(inOneLine)).toEqual([expect.stringContaining(says)]);
});

test('names that every object has are fields like others', () => {
  const { value } = read('__proto__: { a: 1 }\nconstructor: 2\n');
  expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
});

test('a tag of another language is refused', () => {
  expect(refusals('a: !!js/function "x"\n')).toHaveLength(1);
});

test('a file that is not UTF-8 is refused', () => {
  expect(refusals(Uint8Array.from([0x61, 0x3a, 0x20, 0xe5, 0xe4]))).toEqual([expect.stringContaining('UTF-8')]);
});

test('a missing file is an error and no exception', () => {
  expect(readYaml(join(folder, 'none.yaml'), 'none.yaml').errors.map(inOneLine)).toEqual([
    'none.yaml:1  Filen saknas — The file is missing.',
  ]);
});
