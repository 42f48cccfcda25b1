/** The failure matrix says which test proves each row. If a test were renamed or lost, the page would promise what nobody checks. */
import { existsSync, readFileSync } from 'node:fs';

const page = readFileSync('docs/explanation/durability.md', 'utf8');
const section = page.slice(page.indexOf('## What dies where'), page.indexOf('## Two processes'));
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, dies = '', , proof = '']) => ({ dies, proof }));
const claims = rows.flatMap(({ dies, proof }) =>
  [...proof.matchAll(/`([^`]+\.test\.ts)`: ([^;]+)/g)].map(([, file = '', name = '']) => ({
    dies,
    file,
    name: name.trim(),
  })),
);

/** The names that tests and their groups have in a file, numbers and parameters as they are written there. */
const namesIn = (file: string): string =>
  [...readFileSync(file, 'utf8').matchAll(/(?:test|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])([\s\S]*?)\1\s*,/g)]
    .map((match) => match[2])
    .join('\n');

test('every row of the matrix names a test, or says that none can prove it', () => {
  expect(rows.length).toBeGreaterThan(12);
  const proven = new Set(claims.map(({ dies }) => dies));
  const unproven = rows.filter(({ dies, proof }) => !proven.has(dies) && !proof.startsWith('none: '));
  expect(unproven).toEqual([]);
});

test.each(claims)('$dies: $file has the test «$name»', ({ file, name }) => {
  expect(existsSync(file)).toBe(true);
  expect(namesIn(file)).toContain(name);
});
