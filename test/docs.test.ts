/**
 * Every command in the tutorial, the README and the page about time is run, in order, against a database of its own, and
 * says what the page says that it says. If a page is wrong, the first thing a newcomer meets is a lie. A block of commands
 * may name its day (```console 2026-09-07); otherwise it is a fixed one.
 */
import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { Clock } from '../src/clock.js';
import { run } from '../src/commands/run.js';
import type { Example } from '../src/engine/example.js';
import { runExample } from '../src/engine/run-example.js';
import { library } from './support/law.js';

class OneDay extends Clock {
  constructor(private readonly day: string) {
    super();
  }
  now(): number {
    return Date.parse(`${this.day}T11:00:00Z`);
  }
}

interface Command {
  line: string;
  expected: string[];
  day: string;
}

const THE_DAY = '2026-11-21';

const blocks = (text: string, language: string): { day: string; block: string }[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}(?: (\\d{4}-\\d{2}-\\d{2}))?\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, day = THE_DAY, block = '']) => ({ day, block }),
  );
const fenced = (text: string, language: string): string[] => blocks(text, language).map(({ block }) => block);

/** The commands of a page; the lines under each are fragments of what it answers. */
const commandsOf = (text: string): Command[] =>
  blocks(text, 'console').flatMap(({ day, block }) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const [line = '', ...expected] = part.trimEnd().split('\n');
        return { line, day, expected: expected.filter((one) => one.trim() !== '' && one.trim() !== '…') };
      }),
  );

/** The words of a command line; quotes keep a word together. */
const wordsOf = (line: string): string[] => [...line.matchAll(/'([^']*)'|(\S+)/g)].map((m) => m[1] ?? m[2] ?? '');

/** What a page tells and another run tells otherwise: the number of the case, the ids of facts. */
const GIVEN = [/\b\d{4}-\d{2}-\d{4}\b/, /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/];
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The first fragment that the answer does not hold, in the order of the page; line breaks count as spaces. */
function firstMissing(answer: string, fragments: readonly string[]): string | null {
  const text = plain(answer);
  let from = 0;
  for (const fragment of fragments.map(plain)) {
    const at = text.indexOf(fragment, from);
    if (at < 0) return fragment;
    from = at + fragment.length;
  }
  return null;
}

/** The one change that a page asks the reader to make in an example: from the line with `-` to the line with `+`. */
function changedExamples(text: string): { process: string; examples: Example[] } {
  const [diff = ''] = fenced(text, 'diff');
  const [from, to] = [/^-(.*)$/m, /^\+(.*)$/m].map((sign) => sign.exec(diff)?.[1] ?? '') as [string, string];
  const [path = '', process = ''] = /machines\/processes\/([a-z]+)\/examples\.yaml/.exec(text) ?? [];
  const before = readFileSync(path, 'utf8');
  if (!before.includes(from)) throw new Error(`${path} has no line «${from}».`);
  return { process, examples: parse(before.replace(from, to), { schema: 'core' }) as Example[] };
}

/** What the examples of the process then say, as `test/machines/examples.test.ts` would. */
function runExamples(text: string): string {
  const { process, examples } = changedExamples(text);
  const all = [...library.examples.filter((one) => one.process !== process), { process, examples }];
  const find = (id: string) =>
    all.find((one) => id.startsWith(`${one.process}/`))?.examples.find((one) => id.endsWith(`/${one.id}`));
  const told = examples.map((example) => ({ name: example.name, ...runExample(example, { ...library, find }) }));
  return told.flatMap(({ name, failures }) => (failures.length > 0 ? [name, ...failures] : [])).join('\n');
}

const pages = ['README.md', 'docs/tutorial.md', 'docs/explanation/time.md'].filter((page) => existsSync(page));

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8');
  const commands = commandsOf(text);
  const folder = mkdtempSync(join(tmpdir(), 'etapp-tutorial-'));
  const env = {
    ETAPP_DB: `sqlite:${join(folder, 'etapp.db')}`,
    ETAPP_MAIL_FOLDER: join(folder, 'mail'),
    ETAPP_LOG_LEVEL: 'silent',
  };
  /** From what the page tells to what was given here. The draft that a page has its reader make lies apart from the rest. */
  const given = new Map<string, string>([['utkast.yaml', join(folder, 'utkast.yaml')]]);
  const here = (words: string): string =>
    [...given].reduce((changed, [told, got]) => changed.replaceAll(told, got), words);
  /** Learns what was given where the page tells of it for the first time. */
  const learn = (expected: readonly string[], answer: string) => {
    for (const form of GIVEN) {
      const [told, got] = [form.exec(expected.join('\n'))?.[0], form.exec(answer)?.[0]];
      if (told && got && !given.has(told)) given.set(told, got);
    }
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function etapp(argv: string[], day: string): Promise<string> {
    let answer = '';
    const stream = { write: (more: string) => (answer += more) };
    const stop = new AbortController();
    stop.abort();
    await run(argv, { stdout: stream, stderr: stream, env, clock: new OneDay(day), signal: stop.signal });
    return answer;
  }

  async function carryOut(line: string, day: string): Promise<string> {
    if (line === 'npm start') return etapp(['serve', '--demo', '--port', '0'], day);
    if (line.startsWith('npm run jest')) return runExamples(text);
    if (/^(sed|cp) /.test(line)) return execFileSync('sh', ['-c', line], { encoding: 'utf8' });
    const words = wordsOf(line.replace('npm run etapp -- ', 'etapp ').replace('npx etapp', 'etapp'));
    if (words[0] !== 'etapp') throw new Error(`The page tells of a command that this test cannot run: ${line}`);
    return etapp(words.slice(1), day);
  }

  test.each(commands.map((command) => [command.line, command] as const))(
    '%s',
    async (_, { line, expected, day }) => {
      const answer = await carryOut(here(line), day);
      if (/\betapp (-- )?(open|record) /.test(line)) learn(expected, answer);
      const wanted = expected.map(here);
      expect({ missing: firstMissing(answer, wanted), answer: plain(answer).slice(0, 2000) }).toMatchObject({
        missing: null,
      });
    },
    60_000,
  );
});

test('no page links to a file that does not exist', () => {
  const markdown = ['.', 'docs', 'machines']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: folder !== '.', withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .filter((path) => !path.includes('node_modules'));
  const broken = markdown.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
      .map((link) => (link[1] ?? '').replace(/#.*$/, ''))
      .filter((link) => link !== '' && !/^[a-z]+:/.test(link))
      .filter((link) => !existsSync(resolve(dirname(path), link)))
      .map((link) => `${path} → ${link}`),
  );
  expect(broken).toEqual([]);
});
