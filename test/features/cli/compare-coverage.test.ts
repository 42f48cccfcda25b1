/** Two agreements beside each other, or one under the law of two days. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparison } from '../../../src/engine/coverage/compare.js';
import { clearDesks, desk } from './etapp.js';

const { etapp, json, folder } = desk();
afterAll(clearDesks);

const TINGSRYD = 'machines/agreements/tingsryd/2019-lok.yaml';
const edited = (name: string, ...edits: [from: string | RegExp, to: string][]): string => {
  const file = join(folder, name);
  const text = edits.reduce(
    (read, [from, to]) => {
      if (read.replace(from, to) === read) throw new Error(`${String(from)} is not in the agreement.`);
      return read.replace(from, to);
    },
    readFileSync(TINGSRYD, 'utf8'),
  );
  writeFileSync(file, text);
  return file;
};
const day = ['--as-of', '2019-12-01'] as const;
const compared = (later: string, former: string, ...more: string[]) =>
  json<Comparison>('coverage', later, '--against', former, ...day, ...more);

test('an agreement beside itself has no difference, and says so', async () => {
  const none = { improved: [], fell: [], moved: [], appeared: [], gone: [] };
  expect(await compared('tingsryd/2019-lok', TINGSRYD)).toMatchObject(none);
  const { status, out } = await etapp('coverage', 'tingsryd/2019-lok', '--against', 'tingsryd/2019-lok', ...day);
  expect({ status, last: out.trim().split('\n').at(-1) }).toEqual({ status: 0, last: 'Ingen skillnad.' });
});

test('what a draft answers better the agreement in force answers worse, point by point', async () => {
  const draft = edited('battre.yaml', [
    /^clauses:$/m,
    [
      'clauses:',
      '  - id: so-anmalan',
      '    step: samhallsorientering/vantarPaAnmalan',
      '    who: integrationsenheten',
      '    points:',
      '      P4: { wording: exact, says: Integrationsenheten anmäler }',
      '      P3: { wording: vague, says: De andra hjälper till vid behov }',
    ].join('\n'),
  ]);
  const place = { process: 'samhallsorientering', state: 'vantarPaAnmalan' };
  const there = await compared(draft, TINGSRYD);
  expect(there.improved).toEqual([
    { ...place, point: 'P3', from: 'absent', to: 'covered_vaguely' },
    { ...place, point: 'P4', from: 'absent', to: 'covered' },
  ]);
  expect(there.moved).toEqual([
    { ...place, from: { owner: 'kommun', unit: null }, to: { owner: 'kommun', unit: 'integrationsenheten' } },
  ]);
  const back = await compared(TINGSRYD, draft);
  expect(back.fell).toEqual(there.improved.map(({ from, to, ...one }) => ({ ...one, from: to, to: from })));
  expect(back.improved).toEqual([]);
  const { out } = await etapp('coverage', draft, '--against', TINGSRYD, ...day);
  expect(out.replaceAll(/\s+/g, ' ')).toContain('Kommunen → Integrationsenheten');
  expect(out).toContain('Bättre besvarat (2)');
});

test('the same text under the law of two days tells which steps are new in law and which are gone', async () => {
  const told = await json<Comparison>(
    ...['coverage', 'tingsryd/2019-lok', '--against', 'tingsryd/2019-lok'],
    ...['--as-of', '2026-01-15', '--against-as-of', '2019-12-01'],
  );
  expect(told.appeared).toContain('sfi/vantarPaForlangningsbeslut');
  expect(told.gone.some((step) => told.appeared.includes(step))).toBe(false);
  expect(told.fell).toEqual([]);
});

test.each([
  ['another that is not there', ['--against', 'tingsryd/1999-lok'], 'tingsryd/2019-lok'],
  ['a day that does not exist', ['--against', 'tingsryd/2019-lok', '--against-as-of', '2019-02-30'], 'ÅÅÅÅ-MM-DD'],
])('%s is refused with what to write instead', async (_, argv, hint) => {
  const ended = await etapp('coverage', 'tingsryd/2019-lok', ...argv);
  expect(ended.status).toBe(2);
  expect(ended.err).toContain(hint);
});
