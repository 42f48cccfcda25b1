/**
 * The rules of the house that a compiler cannot check. Each failure says what to do. Folder boundaries and cycles are
 * dependency-cruiser's (`npm run boundaries`), banned calls and long functions eslint's; here stands what is ours alone.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { createRequire } from 'node:module';

const root = process.cwd();
const filesIn = (folder: string, pattern: RegExp): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
/** The file without comments and texts between quotes, so that words in prose do not count as code. */
const code = (file: string): string =>
  text(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');

const machines = filesIn('machines', /\.ts$/);
const sources = filesIn('src', /\.tsx?$/);
const found = (files: string[], pattern: RegExp): string[] =>
  files.flatMap((file) =>
    code(file)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
  );

describe('direction', () => {
  test('src reads machines, machines read nobody; there are no cycles', async () => {
    const config = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
      forbidden: object[];
      options: object;
    };
    const result = await cruise(['machines', 'src'], {
      ...config.options,
      validate: true,
      ruleSet: { forbidden: config.forbidden as never },
    });
    const output = result.output as { summary: { violations: { rule: { name: string }; from: string; to: string }[] } };
    expect(output.summary.violations.map((v) => `${v.rule.name}: ${v.from} → ${v.to}`)).toEqual([]);
  }, 60_000);
});

describe('law is data', () => {
  // A number beside a unit of time, or arithmetic on years, is law that nobody dates and nobody cites.
  const timeNumber =
    /\b\d+\s*(?:\*\s*)?(?:days?|weeks?|months?|years?|dagar|veckor|månader|år)\b|(?:days|weeks|months|years)\s*:\s*\d/i;

  test('no number of days, weeks, months or years stands in a machine', () => {
    expect(found(machines, timeNumber)).toEqual([]);
  });

  test('no number of days, weeks, months or years stands in the engine, but for the calendar itself', () => {
    const engine = sources.filter((file) => file.startsWith('src/engine/') && !file.includes('/calendar/'));
    expect(found(engine, timeNumber)).toEqual([]);
  });

  test('the limits of the programme stand in machines/law and nowhere in TypeScript', () => {
    // Citations in quotes name paragraphs, not amounts.
    const limits = /^(?!.*'\d{4}:\d+ .*§).*\b(?:24|36|522|308|231)\b/;
    const engine = sources.filter((f) => f.startsWith('src/engine/') && !f.includes('/calendar/'));
    expect(found([...machines, ...engine], limits)).toEqual([]);
  });

  test('the engine names no municipality and no statute', () => {
    const engine = sources.filter((file) => file.startsWith('src/engine/'));
    expect(found(engine, /tingsryd|varberg|'\d{4}:\d+ /i)).toEqual([]);
  });
});

describe('time is an argument', () => {
  test('only src/clock.ts reads a clock', () => {
    const clocks = found(
      [...machines, ...sources],
      /Date\.now\(|new Date\(\)|Temporal\.Now|performance\.now\(|setTimeout\(.*Date/,
    );
    expect(clocks.filter((line) => !line.startsWith('src/clock.ts'))).toEqual([]);
  });

  test('no machine has a timer, an invoked actor or another effect', () => {
    expect(found(machines, /(?:\bafter: \{|invoke:|spawnChild|sendTo|raise\(|emit\(|enqueueActions)/)).toEqual([]);
  });
});

describe('the environment', () => {
  test('only src/config.ts reads process.env', () => {
    expect(found(sources, /process\.env/).filter((line) => !line.startsWith('src/config.ts'))).toEqual([]);
  });
});

describe('writing', () => {
  test('nobody writes past the write path', () => {
    const writes = found(sources, /\.save\(|\.transaction\(/);
    expect(writes.filter((line) => !line.startsWith('src/database/'))).toEqual([]);
  });
});

describe('small and calm', () => {
  test('no file is longer than 300 lines', () => {
    const long = [...machines, ...sources].filter((file) => text(file).split('\n').length > 300);
    expect(long).toEqual([]);
  });

  test('most files are under 120 lines', () => {
    const all = [...machines, ...sources];
    const long = all.filter((file) => text(file).split('\n').length > 120);
    expect(long.length / all.length).toBeLessThan(0.25);
  });

  test('no file is a drawer for leftovers', () => {
    const drawer = /(?:^|\/)(?:utils?|helpers?|common|shared|base|manager|misc)(?:\/|[.-])/i;
    expect([...machines, ...sources].filter((file) => drawer.test(file))).toEqual([]);
  });

  test('no default exports, no any, no unfinished work', () => {
    expect(found([...machines, ...sources], /export default|: any\b|as any\b|<any>/)).toEqual([]);
    const unfinished = [...machines, ...sources].filter((file) => /\b(?:TODO|FIXME|XXX)\b/.test(text(file)));
    expect(unfinished).toEqual([]);
  });

  test('folders are at most four deep', () => {
    expect([...machines, ...sources].filter((file) => file.split('/').length > 5)).toEqual([]);
  });
});

describe('privacy', () => {
  test('no entity and no fact has a column or field for a name, an address, a number of a person or free text', () => {
    const personal =
      /\b(?:personnummer|fornamn|efternamn|firstName|lastName|fullName|diagnos|adress|telefonnummer|fritext|comment|anteckning)\w*\s*[:!?]/i;
    const entities = sources.filter((file) => file.endsWith('.entity.ts'));
    const facts = machines.filter((file) => file.endsWith('facts.ts'));
    expect(found([...entities, ...facts], personal)).toEqual([]);
  });
});

test('the repository holds no large or generated stray files', () => {
  const stray = ['src', 'machines', 'test', 'docs'].flatMap((folder) =>
    filesIn(folder, /\.(?:db|sqlite|log|tmp|orig|rej|zip|docx)$/).filter((file) => statSync(join(root, file)).size > 0),
  );
  expect(stray).toEqual([]);
});
