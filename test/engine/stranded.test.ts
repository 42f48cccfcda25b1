/** A recorded fact that no longer fits is kept, does not count, and is owed as a review by whoever stated it. */
import { granskning } from '../../machines/grammar/index.js';
import { isClosed } from '../../src/cases/case-book.js';
import { difference } from '../../src/engine/difference/difference.js';
import { fold } from '../../src/engine/fold.js';
import { nextActions } from '../../src/engine/next-actions.js';
import { explainReview } from '../../src/engine/stranded/explain-review.js';
import type { Fact, NextAction } from '../../src/engine/types.js';
import { factOf, factsOf, permit, positionOf, type Told } from '../support/given.js';
import { book, registry, texts } from '../support/law.js';

const told: Told[] = [permit('2024-01-10'), ['2024-02-01', 'sfi.anmald'], ['2024-03-01', 'sfi.mottagen']];
const facts = factsOf(told);
const withdrawal: Fact = { ...factOf(['2024-04-01', 'fakta.aterkallat'], 4), corrects: 'fact-2' };
const day = '2024-04-02';
const options = { book, agreements: [], registry };
const reviews = (log: readonly Fact[], asOf: Told[0] = day): NextAction[] =>
  nextActions(positionOf(log, asOf), options).filter(({ process }) => process === granskning.process);

test('it is owed by the party and unit that stated it, by its number, with no invented date', () => {
  const by = { party: 'kommun', unit: 'vuxenutbildningen' } as const;
  const stated = facts.map((fact) => (fact.seq === 3 ? { ...fact, by } : fact));
  expect(reviews([...stated, withdrawal])).toEqual([
    {
      process: 'granskning',
      instance: '3',
      state: 'vantarPaGranskning',
      ...by,
      contact: null,
      facts: ['sfi.mottagen', 'fakta.aterkallat'],
      since: '2024-03-01',
      due: { date: null, kind: 'none', certainty: 'settled', rules: [], inputs: {} },
      basis: '0000:1 37 §',
      clause: null,
      gap: false,
    },
  ]);
});

test('its ground is practice and says that it is no law', () => {
  expect(book.find(granskning.basis).provision.says).toMatch(/^Praxis, inte lag/);
  for (const language of ['sv', 'en'] as const)
    expect(texts[language][granskning.process]?.states[granskning.state]?.action).toBeTruthy();
});

test('it is not owed before the fact, nor while it was not known that anything was wrong', () => {
  expect(reviews([...facts, withdrawal], '2024-02-29')).toEqual([]);
  const position = fold('deltagare', [...facts, withdrawal], {
    ...options,
    asOf: day,
    knownAt: '2024-03-31T00:00:00Z',
  });
  expect(position.misfits).toEqual([]);
});

describe('it is over', () => {
  test.each<[string, Fact]>([
    ['when the fact is withdrawn', { ...factOf(['2024-04-02', 'fakta.aterkallat'], 5), corrects: 'fact-3' }],
    [
      'when the withdrawal that stranded it is taken back',
      { ...factOf(['2024-04-02', 'fakta.aterkallat'], 5), corrects: 'fact-4' },
    ],
    ['when what is missing is recorded, so that it fits again', factOf(['2024-02-05', 'sfi.anmald'], 5)],
  ])('%s', (_, fact) => {
    expect(reviews([...facts, withdrawal])).toHaveLength(1);
    expect(reviews([...facts, withdrawal, fact])).toEqual([]);
  });
});

test('each stranded fact has a review of its own', () => {
  const more = factsOf([...told, ['2024-03-11', 'sfi.paborjad', { kurs: 'B', studievag: 2 }]]);
  const log = [...more, { ...withdrawal, seq: 5, id: 'w' }];
  expect(reviews(log).map(({ instance }) => instance)).toEqual(['3', '4']);
});

test('a case with a fact to review is not closed', () => {
  const done = { ...positionOf([...facts, withdrawal], day), positions: [] };
  const finished = positionOf(facts, day).positions.map((p) => ({
    ...p,
    ahead: [],
    leaves: [],
    snapshot: { ...p.snapshot, status: 'done' },
  }));
  expect(isClosed({ ...done, positions: finished as never })).toBe(false);
  expect(isClosed({ ...done, positions: finished as never, misfits: [] })).toBe(true);
});

describe('the difference', () => {
  const between = (before: readonly Fact[], after: readonly Fact[]) =>
    difference(positionOf(before, day), positionOf(after, day), options);

  test('of a withdrawal tells which facts no longer fit, and opens their review', () => {
    const { stranded, opened, fitting } = between(facts, [...facts, withdrawal]);
    expect(stranded.map(({ fact }) => fact.id)).toEqual(['fact-3']);
    expect(opened.map(({ process, instance }) => [process, instance])).toContainEqual(['granskning', '3']);
    expect(fitting).toEqual([]);
  });

  test('of what makes it fit again tells that, and closes the review', () => {
    const repaired = [...facts, withdrawal, factOf(['2024-02-05', 'sfi.anmald'], 5)];
    const { stranded, closed, fitting } = between([...facts, withdrawal], repaired);
    expect(stranded).toEqual([]);
    expect(fitting.map(({ id }) => id)).toEqual(['fact-3']);
    expect(closed.map(({ process, instance }) => [process, instance])).toContainEqual(['granskning', '3']);
  });

  test('of a fact learnt late tells dates from → to, and what time had done and has not', () => {
    const plan: Told[] = [
      permit('2020-01-10'),
      ['2020-01-13', 'folkbokforing.registrerad'],
      ['2020-01-20', 'arbetssokande.inskriven', { vag: 'digitalt' }],
      ['2020-01-27', 'malgrupp.provad', { omfattas: true }],
      ['2020-02-03', 'programanvisning.beslutad', { omfattning: 100 }],
    ];
    const log = factsOf(plan);
    const later = { ...factOf(['2020-03-02', 'folkbokforing.registrerad'], 6), corrects: 'fact-2' };
    const at = (facts_: readonly Fact[]) => positionOf(facts_, '2023-01-20');
    const { dates, timeFacts } = difference(at(log), at([...log, later]), options);
    expect(dates).toContainEqual(
      expect.objectContaining({
        process: 'etableringsprogrammet',
        name: 'fonsterslut',
        from: '2023-01-13',
        to: '2023-03-02',
      }),
    );
    expect(timeFacts).toContainEqual({
      process: 'etableringsprogrammet',
      instance: null,
      type: 'fonstret.stangt',
      from: '2023-01-14',
      to: null,
    });
  });

  test('of nothing is nothing', () => {
    const { moved, opened, closed, changed, dates, timeFacts, stranded, fitting } = between(facts, facts);
    for (const part of [moved, opened, closed, changed, dates, timeFacts, stranded, fitting]) expect(part).toEqual([]);
  });
});

test('its explanation names the fact and why it does not fit', () => {
  const explained = explainReview(positionOf([...facts, withdrawal], day), options);
  expect(explained).toMatchObject({
    process: 'granskning',
    instance: '3',
    instances: ['3'],
    stranded: { id: 'fact-3', refusal: { slug: 'not-awaited', type: 'sfi.mottagen', missing: ['sfi.anmald'] } },
  });
  expect(explainReview(positionOf(facts, day), options)).toBeUndefined();
});
