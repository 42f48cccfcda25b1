/**
 * The findings on Tingsryd's agreement agree with a careful reading of the document, written down by hand before the
 * checker ran on it. If they part, a LOK meeting would be told something that the text does not say.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { PlainDate } from '../../../machines/grammar/index.js';
import { coverage } from '../../../src/engine/coverage/coverage.js';
import { book, registry, requirements, tingsryd } from '../../support/law.js';

interface Row {
  step: string;
  when?: { route: string[] };
  points: Record<string, string>;
  quote: string;
}

interface Reading {
  as_of: PlainDate;
  rows: Row[];
}

const reading = readFileSync('test/machines/agreements/tingsryd.expected.yaml', 'utf8');
const expected = parse(reading, { schema: 'core' }) as Reading & { later: Reading };

const reportOn = (asOf: PlainDate) => coverage(tingsryd, { asOf, registry, book, requirements });
const report = reportOn(expected.as_of);

const covers = (row: Row) => (m: (typeof report.matrix)[number]) =>
  `${m.process}/${m.state}` === row.step &&
  (!row.when || !m.when || row.when.route.every((r) => m.when?.['route']?.includes(r)));

describe(`Tingsryds LOK (2019) on ${expected.as_of}`, () => {
  test.each(expected.rows.map((row) => [row.step + (row.when ? ` (${row.when.route.join(', ')})` : ''), row] as const))(
    '%s',
    (_, row) => {
      expect(report.matrix.find(covers(row))?.points).toEqual(row.points);
    },
  );

  test('the reading says something of every step that the processes have', () => {
    const read = new Set(expected.rows.map(({ step }) => step));
    const unread = report.matrix.map((m) => `${m.process}/${m.state}`).filter((step) => !read.has(step));
    expect(unread).toEqual([]);
  });

  test('every finding has the facts that lead to the step', () => {
    expect(report.findings.filter((f) => f.path.length === 0 && f.state !== 'vantarPaTillstand')).toEqual([]);
  });
});

describe(`Tingsryds LOK (2019) on ${expected.later.as_of}`, () => {
  const later = reportOn(expected.later.as_of);
  const changed = new Set(expected.later.rows.map(({ step }) => step));

  test.each(expected.later.rows.map((row) => [row.step, row] as const))('%s', (_, row) => {
    expect(later.matrix.find(covers(row))?.points).toEqual(row.points);
  });

  test('every other step is answered as in 2019', () => {
    const others = expected.rows.filter(({ step }) => !changed.has(step));
    expect(others.map((row) => later.matrix.find(covers(row))?.points)).toEqual(others.map(({ points }) => points));
  });

  test('every tidplan in the text has passed', () => {
    expect(later.admittedGaps.every(({ overdue }) => overdue)).toBe(true);
  });
});
