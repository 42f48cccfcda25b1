/** Every verb keeps within a hundred columns, and with --json standard output is one document. */
import { columns, WIDTH, wrapped } from '../../../src/commands/wrapped.js';
import { table } from '../../../src/commands/table.js';
import type { NextActionsPage } from '../../../src/next-actions/question.js';
import { clearDesks, desk } from './etapp.js';

const here = desk();
let id: string;
beforeAll(async () => {
  await here.etapp('demo', '--participants', '10');
  const { actions } = await here.json<NextActionsPage>('next', '--process', 'etableringsprogrammet');
  id = actions[0]?.case ?? '';
});
afterAll(clearDesks);

const verbs: Record<string, () => string[]> = {
  next: () => ['next'],
  'next on another day': () => ['next', '--as-of', '2027-09-01', '--overdue'],
  case: () => ['case', id],
  explain: () => ['explain', id, 'etableringsprogrammet'],
  'record --dry-run': () => ['record', id, 'uppehallstillstand.upphort', '--on', '2026-11-20', '--dry-run'],
  open: () => ['open', '--subject', 'deltagare', '--kommun', '1280'],
  'remind --dry-run': () => ['remind', '--as-of', '2027-03-01', '--dry-run'],
  coverage: () => ['coverage', 'tingsryd/2019-lok'],
  agreements: () => ['agreements'],
  law: () => ['law'],
  'a provision': () => ['law', '2017:820 15 § 2 st'],
  'a statute': () => ['law', '2010:800'],
  'law --unverified': () => ['law', '--unverified'],
  'law --unused': () => ['law', '--unused'],
  paths: () => ['paths', 'etableringsprogrammet'],
  journeys: () => ['journeys', '--count', '2'],
  verify: () => ['verify'],
};

describe.each(Object.entries(verbs))('%s', (_, argv) => {
  test.each(['sv', 'en'])(
    'keeps within a hundred columns in %s, without colours when nobody watches',
    async (language) => {
      const { status, out, err } = await here.etapp(...argv(), '--lang', language);
      expect(status).toBe(0);
      expect(out.length).toBeGreaterThan(0);
      expect(out + err).not.toContain('\u001b');
      // An address cannot be broken.
      const lines = `${out}\n${err}`.split('\n').filter((line) => !/^\s*https?:/.test(line));
      expect(lines.filter((line) => columns(line) > WIDTH)).toEqual([]);
    },
  );

  test('writes one JSON document and nothing else on standard output', async () => {
    const { status, out } = await here.etapp(...argv(), '--json');
    expect(status).toBe(0);
    expect(typeof JSON.parse(out)).toBe('object');
  });
});

test('running text is broken between words and keeps its indent', () => {
  expect(wrapped('a bb ccc', '  ', 5)).toBe('a bb\n  ccc');
  expect(wrapped('  abc def', '    ', 6)).toBe('  abc\n    def');
  expect(wrapped('långaordet', '', 4)).toBe('långaordet');
  expect(wrapped('a\n\nb')).toBe('a\n\nb');
});

test('colours take no room', () => {
  expect(columns('\u001b[31mröd\u001b[39m')).toBe(3);
});

test('a table gives way in the columns that may, and cuts no word', () => {
  const long = 'ord '.repeat(60).trim();
  const drawn = table(
    [{ title: 'A' }, { title: 'B', least: 10 }, { title: 'C', least: 10 }],
    [['fast', long, `${long} ettmycketlångtord`]],
  );
  expect(drawn.split('\n').every((line) => columns(line) <= WIDTH)).toBe(true);
  expect(drawn).toContain('ettmycketlångtord');
  expect(drawn).not.toContain('…');
});
