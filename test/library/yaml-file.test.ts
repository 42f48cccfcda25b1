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
  expect(refusals('a: 1\nb: [1, 2\nc: 3\n')[0]).toMatch(/^file\.yaml:[23] {2}Raden går inte att läsa som YAML — /);
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

test('a file over 2 MB is refused without being read', () => {
  expect(refusals(`a: ${'x'.repeat(2 * 1024 * 1024)}\n`)).toEqual([
    'file.yaml:1  Filen är större än 2 MB — The file is larger than 2 MB.',
  ]);
});

test('a file that nests without end is refused in a few lines', () => {
  const { length } = refusals('['.repeat(200_000));
  expect(length).toBeGreaterThan(0);
  expect(length).toBeLessThanOrEqual(5);
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
