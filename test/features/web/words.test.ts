import { daysInWords } from '../../../src/presentation/days-in-words.js';
import { unverifiedLaw } from '../../../src/presentation/unverified-law.js';
import { queueFilter } from '../../../src/web/queue-filter.js';
import { en } from '../../../src/web/texts.en.js';
import { sv } from '../../../src/web/texts.sv.js';
import { library } from './shown.js';

describe('the distance to a day in words', () => {
  test.each([
    ['2026-02-14', '16 dagar sen', '16 days late'],
    ['2026-03-01', '1 dag sen', '1 day late'],
    ['2026-03-02', 'i dag', 'today'],
    ['2026-03-03', 'i morgon', 'tomorrow'],
    ['2026-03-05', 'om 3 dagar', 'in 3 days'],
    ['2026-03-30', 'om 28 dagar', 'in 28 days'],
    [null, 'utan datum', 'no date'],
  ] as const)('%s seen on 2 March 2026 is «%s»', (due, swedish, english) => {
    expect(daysInWords(due, '2026-03-02')).toBe(swedish);
    expect(daysInWords(due, '2026-03-02', 'en')).toBe(english);
  });

  test('does not lose a day when summer time begins', () => {
    expect(daysInWords('2026-03-30', '2026-03-28')).toBe('om 2 dagar');
  });
});

describe('what nobody has verified', () => {
  const lines = unverifiedLaw(library.book);

  test('holds the wording of 2017:820 15 § that has not been read', () => {
    expect(lines).toContainEqual(
      expect.objectContaining({
        citation: '2017:820 15 § 2 st',
        value: 'window',
        by: '2025:311',
        certainty: 'assumed',
      }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({ citation: '2017:820 15 § 2 st', since: '2026-01-01', certainty: 'unknown' }),
    );
  });

  test('holds nothing that is settled', () => {
    expect(lines.every(({ certainty }) => certainty === 'assumed' || certainty === 'unknown')).toBe(true);
    expect(
      lines.filter(
        ({ citation, value, since }) =>
          citation === '2017:820 15 § 2 st' && value === 'window' && since === '2018-01-01',
      ),
    ).toEqual([]);
  });
});

const problemIn = (query: Record<string, string>): unknown => {
  try {
    return queueFilter(query, library, 'sv');
  } catch (problem) {
    return problem;
  }
};

describe('the filter in an address', () => {
  test('ignores the empty fields of a form', () => {
    expect(queueFilter({ part: '', enhet: ' ', process: '', kommun: '' }, library, 'sv')).toEqual({ lateOnly: false });
  });

  test.each([
    [{ part: 'af' }, 'part'],
    [{ process: 'sfo' }, 'process'],
    [{ kommun: 'Tingsryd' }, 'kommun'],
  ])('refuses %j', (query, field) => {
    expect(problemIn(query)).toMatchObject({ slug: 'invalid-data', errors: [{ pointer: `/${field}` }] });
  });
});

describe('the words of the pages', () => {
  const leaves = (value: object): unknown[] =>
    Object.values(value).flatMap((leaf: unknown) =>
      typeof leaf === 'object' && leaf !== null ? leaves(leaf) : [leaf],
    );

  test('are as many in both languages', () => {
    expect(leaves(en)).toHaveLength(leaves(sv).length);
  });

  test('keep the law words that the parties use', () => {
    expect(JSON.stringify(sv)).not.toMatch(/\bAF\b|\bFK\b|klient|lucka/);
  });
});
