/** Who uses a provision: if a link is missed, law that somebody relies on looks as if it could be removed. */
import { granskning, isStep } from '../../machines/grammar/index.js';
import { citationsIn } from '../../src/engine/law-use/citations-in.js';
import { dateRules } from '../../src/engine/law-use/date-rules.js';
import { lawUses, lawWithoutStep, unusedLaw } from '../../src/engine/law-use/law-uses.js';
import { StatuteBook } from '../../src/engine/law/statute-book.js';
import { library, registry } from '../support/law.js';

const uses = lawUses(library);

test('every step is among the uses of its ground', () => {
  const missing = [...registry.states.values()].filter(
    ({ key, meta }) => isStep(meta) && !uses.get(meta.basis)?.some((use) => use.kind === 'step' && use.key === key),
  );
  expect(missing.map(({ key }) => key)).toEqual([]);
});

test('every computed date that rests on law is among the uses of what it rests on', () => {
  const rules = [...dateRules(library)].flatMap(([key, { rules }]) => rules.map(({ citation }) => [citation, key]));
  expect(rules.length).toBeGreaterThan(0);
  const missing = rules.filter(([citation = '', key]) => !uses.get(citation)?.some((use) => use.key === key));
  expect(missing).toEqual([]);
});

test('a provision that says why no step rests on it is used by none; an agreement may still name it', () => {
  const explained = lawWithoutStep(library);
  expect(explained.length).toBeGreaterThan(0);
  const contradicted = explained.filter(({ citation }) => uses.get(citation)?.some(({ kind }) => kind !== 'clause'));
  expect(contradicted.map(({ citation }) => citation)).toEqual([]);
});

test('every provision is used, or says why no step rests on it', () => {
  expect(unusedLaw(library, uses)).toEqual([]);
});

test('every provision that Etapp goes by is named by an example', () => {
  const cited = new Set<string>(library.examples.flatMap(({ examples }) => examples.flatMap(({ cites }) => cites)));
  const goneBy = library.book.citations().filter((one) => !library.book.find(one).provision.without_step);
  expect(goneBy.length).toBeGreaterThan(0);
  // The review belongs to no process that could have examples: test/engine/stranded.test.ts is its example.
  expect(goneBy.filter((citation) => !cited.has(citation))).toEqual([granskning.basis]);
});

test('an example named by a provision cites it', () => {
  const provision = /^\d{4}:\d+ (?:\d+(?: [a-z])? kap\.)?[^–]*(?= –)/;
  const misnamed = library.examples.flatMap(({ process, examples }) =>
    examples.flatMap(({ id, name, cites }) => {
      const [head] = provision.exec(name) ?? [];
      const several = head === undefined || / och |§§/.test(head);
      return several || cites.some((citation) => `${citation} `.startsWith(`${head} `)) ? [] : [`${process}/${id}`];
    }),
  );
  expect(misnamed).toEqual([]);
});

test('a provision that nobody uses is listed until it says why', () => {
  const [{ citation } = { citation: '' }] = lawWithoutStep(library);
  const [sfs = '', key = ''] = [citation.slice(0, citation.indexOf(' ')), citation.slice(citation.indexOf(' ') + 1)];
  const silent = library.book.statutes.map((statute) => {
    if (statute.sfs !== sfs) return statute;
    const { without_step: _, ...provision } = library.book.find(citation).provision;
    return { ...statute, provisions: { ...statute.provisions, [key]: provision } };
  });
  const before = unusedLaw(library, uses);
  expect(before).not.toContain(citation);
  expect(unusedLaw({ book: new StatuteBook(silent) }, uses)).toEqual(expect.arrayContaining([...before, citation]));
});

test('a clause that names a provision is among its uses', () => {
  const [agreement] = library.agreements;
  const [clause] = agreement?.clauses ?? [];
  if (!agreement || !clause) throw new Error('no agreement to change');
  const changed = { ...agreement, clauses: [{ ...clause, place: 'med stöd av 2000:625 1 a §.' }] };
  const found = lawUses({ ...library, agreements: [changed], examples: [] }).get('2000:625 1 a §');
  // No examples, so neither they nor the conditions that are asked along them are among the uses.
  expect(found).toEqual([
    { kind: 'step', key: 'sfi/vantarPaUppgifter' },
    { kind: 'clause', key: `${agreement.id}#${clause.id}` },
  ]);
});

test.each([
  ['enligt 2017:820 15 § 2 st och 2017:820 19 §', ['2017:820 15 § 2 st', '2017:820 19 §']],
  ['2010:800 20 kap. 31 a §, eller 2017:819 6 kap. 2 § 4 p', ['2010:800 20 kap. 31 a §', '2017:819 6 kap. 2 § 4 p']],
  ['lagen (2017:584) och Af-2024/0061 7365', []],
])('%s', (text, citations) => {
  expect(citationsIn({ says: [text] })).toEqual(citations);
});
