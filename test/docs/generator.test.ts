/**
 * Generated pages are what people read instead of the machines. If they are stale or differ from run to run, somebody
 * follows a step that no longer exists.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allFiles } from '../../src/docs/all-files.js';
import { type GeneratedFile, staleFiles, writeFiles } from '../../src/docs/generated-file.js';
import { table } from '../../src/docs/markdown.js';
import { loadLibrary } from '../../src/library/library.js';
import { packageRoot } from '../../src/library/package-root.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'etapp-docs-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const page: GeneratedFile = { path: 'docs/reference/law.md', content: 'law\n' };

test('a missing, a changed and a left-behind file are named as stale', () => {
  expect(staleFiles(folder, [page])).toEqual(['docs/reference/law.md']);
  writeFiles(folder, [page]);
  expect(staleFiles(folder, [page])).toEqual([]);
  writeFileSync(join(folder, page.path), 'changed by hand\n');
  writeFileSync(join(folder, 'docs/reference/gone.md'), 'nobody writes this\n');
  expect(staleFiles(folder, [page])).toEqual(['docs/reference/law.md', 'docs/reference/gone.md']);
});

test('writing gives fresh files and removes what nothing generates', () => {
  mkdirSync(join(folder, 'docs/reference'), { recursive: true });
  writeFileSync(join(folder, 'docs/reference/gone.md'), 'nobody writes this\n');
  expect(writeFiles(folder, [page])).toEqual(['docs/reference/law.md', 'docs/reference/gone.md']);
  expect(readFileSync(join(folder, page.path), 'utf8')).toBe('law\n');
  expect(existsSync(join(folder, 'docs/reference/gone.md'))).toBe(false);
  expect(writeFiles(folder, [page])).toEqual([]);
});

test('a bar or a line break in a text does not break a table', () => {
  expect(table(['a'], [['x | y\nz']])).toBe('| a |\n| --- |\n| x \\| y z |\n');
});

describe('the real documentation', () => {
  const library = loadLibrary();
  let files: GeneratedFile[];
  beforeAll(async () => {
    files = await allFiles(library, packageRoot());
  });
  const content = (path: string): string => files.find((file) => file.path === path)?.content ?? '';

  test('is the same every time it is made', async () => {
    expect(await allFiles(loadLibrary(), packageRoot())).toEqual(files);
  });

  test('says in every page where to change what it says', () => {
    for (const { path, content } of files.filter((file) => file.path.endsWith('.md'))) {
      expect([path, content.split('\n')[2]]).toEqual([
        path,
        expect.stringMatching(/^\*Genererad; ändra i .* och kör `npm run docs`\.\*$/),
      ]);
    }
  });

  test('shows every waiting state of every process with its ground', () => {
    for (const { process, state, meta } of library.registry.states.values()) {
      const readme = content(`machines/processes/${process.id}/README.md`);
      expect(readme).toContain(`| \`${state}\` |`);
      if (meta && 'basis' in meta) expect(readme).toContain(meta.basis);
    }
  });

  test('has a row for every requirement', () => {
    const text = content('docs/reference/requirements.md');
    for (const id of Object.keys(library.requirements.requirements)) expect(text).toContain(`| ${id} |`);
  });

  test('names no folder of the machine it was made on', () => {
    expect(files.filter((file) => file.content.includes(packageRoot())).map(({ path }) => path)).toEqual([]);
  });
});
