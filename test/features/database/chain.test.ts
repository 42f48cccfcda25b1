import fc from 'fast-check';
import { canonicalJson } from '../../../src/cases/canonical-json.js';
import { FIRST_PREV_HASH, hashOf, verifyChain } from '../../../src/cases/chain.js';
import { chainedFactOf, verifyRows } from '../../../src/cases/fact-row.js';
import { FactRow } from '../../../src/cases/fact.entity.js';
import { AT, disposeDatabases, fact, freshDatabase, openCase, storing } from './fresh-database.js';

afterEach(disposeDatabases);

/** The log of a case with four facts, as it lies in the database. */
const storedLog = async () => {
  const database = await freshDatabase();
  const id = await openCase(database);
  const first = fact({ id: 'f1', by: { party: 'kommun', unit: 'sfi' }, data: { kommun: '0763', grund: 'UtlL 5:1' } });
  const correction = fact({ id: 'f2', corrects: 'f1', reason: 'fel-datum' });
  await database.writePath.change(id, { at: AT }, storing({ facts: [first, correction] }));
  await database.writePath.change(id, { at: AT + 1 }, storing({ facts: [fact()] }));
  await database.writePath.change(id, { at: AT + 2 }, storing({ facts: [fact()] }));
  const rows = await database.dataSource.getRepository(FactRow).find({ order: { seq: 'ASC' } });
  return { database, id, rows };
};

/** The log with one row changed. */
const changed = (rows: FactRow[], seq: number, changes: Partial<FactRow>): FactRow[] =>
  rows.map((row) => (row.seq === seq ? { ...row, ...changes } : row));

/** Every way to change one character of a text. */
const tamperings = (text: string): string[] =>
  [...text].map((character, place) => text.slice(0, place) + (character === '0' ? '1' : '0') + text.slice(place + 1));

describe('the chain of a case’s facts', () => {
  test('begins with zeros, goes from hash to hash and holds', async () => {
    const { rows } = await storedLog();
    expect(rows.map(({ prevHash }) => prevHash)).toEqual([
      FIRST_PREV_HASH,
      ...rows.slice(0, 3).map(({ hash }) => hash),
    ]);
    expect(verifyRows(rows)).toBeNull();
    expect(verifyChain(rows.map(chainedFactOf))).toBeNull();
  });

  test('an empty log holds', () => {
    expect(verifyChain([])).toBeNull();
  });

  test('each case has a chain of its own', async () => {
    const { database, rows } = await storedLog();
    const other = await openCase(database);
    await database.writePath.change(other, { at: AT }, storing({ facts: [fact()] }));
    const log = await database.dataSource.getRepository(FactRow).findBy({ caseId: other });
    expect(verifyRows(log)).toBeNull();
    expect(verifyRows([...rows, ...log])).toBe(1);
  });

  test('any changed character of any text in the row is found, at that row', async () => {
    const { rows } = await storedLog();
    const [, second] = rows;
    const missed = Object.entries(second ?? {}).flatMap(([column, value]) =>
      typeof value === 'string'
        ? tamperings(value).filter((text) => verifyRows(changed(rows, 2, { [column]: text })) !== 2)
        : [],
    );
    expect(missed).toEqual([]);
  });

  test.each([
    { byUnit: null },
    { byUnit: 'sfj' },
    { byUnit: '' },
    { corrects: 'f2' },
    { reason: 'fel-datum' },
    { recordedAt: AT - 1 },
    { recordedAt: Number.MAX_SAFE_INTEGER },
    { seq: 9 },
    { data: '{"kommun":"0763", "grund":"UtlL 5:1"}' },
    { data: '' },
  ] satisfies Partial<FactRow>[])('%j in the first row is found', async (changes) => {
    const { rows } = await storedLog();
    expect(verifyRows(changed(rows, 1, changes))).toBe(changes.seq ?? 1);
  });

  test('a fact that was taken out, put in or moved is found', async () => {
    const { rows } = await storedLog();
    const [first, second, third, fourth] = rows as [FactRow, FactRow, FactRow, FactRow];
    expect(verifyRows([first, third, fourth])).toBe(3);
    expect(verifyRows([second, third, fourth])).toBe(2);
    expect(verifyRows([first, third, second, fourth])).toBe(3);
    expect(verifyRows([first, first, second])).toBe(1);
  });

  test('a fact rewritten with a hash that fits breaks the chain at the next one', async () => {
    const { rows } = await storedLog();
    const [first] = rows as [FactRow];
    const forged = { ...chainedFactOf(first), on: '2026-01-01' as const };
    const rewritten = changed(rows, 1, { on: forged.on, hash: hashOf(forged, FIRST_PREV_HASH) });
    expect(verifyRows(rewritten)).toBe(2);
  });
});

describe('canonical JSON', () => {
  test('orders the keys at every level and keeps the order of lists', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }, 'å'], a: undefined, 10: true, 9: false })).toBe(
      '{"10":true,"9":false,"b":[{"c":null,"d":1},"å"]}',
    );
  });

  test('gives any JSON value a text that reads back as the value and writes as the same text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});
