/**
 * A fact that nobody awaits is refused out loud, with who is awaited instead and what to do. If this broke, a case would
 * silently take a wrong turn, or a person at work would be told no without knowing why.
 */
import { advance } from '../../src/engine/advance.js';
import { book, registry } from '../support/law.js';
import { factOf, given, permit, refusalOf, type Told, upToPlan } from '../support/given.js';

describe('a fact that is not awaited', () => {
  test('names the step that is owed and the fact that is missing', () => {
    const refusal = refusalOf(
      given(permit('2024-01-10'), ['2024-02-01', 'sfi.anmald']).when(['2024-03-01', 'sfi.paborjad']),
    );
    expect(refusal).toMatchObject({
      slug: 'not-awaited',
      awaited: [{ process: 'sfi', state: 'vantarPaMottagande' }],
      missing: ['sfi.mottagen'],
    });
  });

  test('names the shortest missing sequence when more than one fact was forgotten', () => {
    expect(refusalOf(given(permit('2024-01-10')).when(['2024-03-01', 'handlingsplan.upprattad'])).missing).toEqual([
      'arbetssokande.inskriven',
      'malgrupp.provad',
      'programanvisning.beslutad',
      'kartlaggning.genomford',
    ]);
  });

  test('is refused although other processes would have followed it', () => {
    const told: Told[] = [
      ...upToPlan('2019-03-15', '2019-04-15'),
      ['2020-01-10', 'program.avslutat', { till: 'arbete' }],
    ];
    expect(refusalOf(given(...told).when(['2020-02-01', 'aterintrade.skett'])).slug).toBe('not-awaited');
  });

  test('intensivår cannot be decided before or after the provision it rested on', () => {
    const told = upToPlan('2021-03-15', '2021-04-01');
    expect(refusalOf(given(...told).when(['2021-04-14', 'intensivar.beslutat']))).toMatchObject({
      slug: 'law-not-in-force',
      limits: [{ citation: '2017:820 13 e §' }],
    });
    expect(given(...told).when(['2021-04-15', 'intensivar.beslutat']).accepted).toBe(true);
    const later = upToPlan('2024-03-15', '2024-04-15');
    expect(given(...later).when(['2025-01-31', 'intensivar.beslutat']).accepted).toBe(true);
    expect(refusalOf(given(...later).when(['2025-02-01', 'intensivar.beslutat'])).slug).toBe('law-not-in-force');
  });
});

describe('a malformed fact', () => {
  const open = given(permit('2024-01-10'));

  test('of an unknown type names the nearest known ones', () => {
    const refusal = refusalOf(open.when(['2024-03-01', 'sfi.anmäld']));
    expect(refusal.slug).toBe('unknown-fact');
    expect(refusal.problems[0]).toBe('sfi.anmald');
  });

  test.each<[string, Told, string]>([
    ['an impossible day', ['2024-02-30', 'sfi.anmald'], 'on: invalid (YYYY-MM-DD)'],
    ['a missing field', ['2024-03-01', 'malgrupp.provad'], 'omfattas: missing (true | false)'],
    [
      'a wrong code',
      ['2024-03-01', 'arbetssokande.inskriven', { vag: 'brev' }],
      'vag: invalid (digitalt | servicekontor | telefon | kommunstod)',
    ],
    [
      'a number out of range',
      ['2024-03-01', 'programanvisning.beslutad', { omfattning: 120 }],
      'omfattning: invalid (1–100 procent)',
    ],
    ['an undeclared field', ['2024-03-01', 'sfi.anmald', { namn: 'x' }], 'namn: unknown (no data)'],
  ])('with %s says which field and what it may hold', (_, told, problem) => {
    expect(refusalOf(open.when(told, '2024-04-01'))).toMatchObject({ slug: 'invalid-data', problems: [problem] });
  });

  test('may be dated tomorrow but not later', () => {
    expect(open.when(['2024-03-02', 'sfi.anmald'], '2024-03-01').accepted).toBe(true);
    expect(refusalOf(open.when(['2024-03-03', 'sfi.anmald'], '2024-03-01')).problems[0]).toMatch(/^on: future/);
  });
});

describe('an accepted fact', () => {
  test('tells which steps it opened and closed', () => {
    const outcome = given(permit('2024-01-10'), ['2024-02-01', 'sfi.anmald']).when(['2024-02-20', 'sfi.mottagen']);
    expect(outcome).toMatchObject({
      accepted: true,
      diff: {
        moved: [
          {
            process: 'sfi',
            from: ['vantarPaMottagande', 'utanTidsgrans', 'ingenBegaran'],
            to: ['vantarPaStart', 'vantarPaStudieplan', 'utanTidsgrans', 'ingenBegaran'],
          },
        ],
        closed: [{ state: 'vantarPaMottagande' }],
        opened: [
          { state: 'vantarPaStart', party: 'kommun', due: { date: '2024-05-01', kind: 'hard' } },
          { state: 'vantarPaStudieplan', party: 'kommun', due: { date: null, kind: 'soft' } },
        ],
      },
    });
  });

  test('that comes late names the later facts that no longer fit', () => {
    const outcome = given(permit('2024-01-10'), ['2024-02-01', 'sfi.anmald'], ['2024-03-01', 'sfi.mottagen']).when(
      ['2024-02-15', 'sfi.mottagen'],
      '2024-04-01',
    );
    expect(outcome).toMatchObject({
      accepted: true,
      conflicts: [{ fact: { type: 'sfi.mottagen', on: '2024-03-01' } }],
    });
  });
});

describe('a day on which the law gives no answer', () => {
  test('stops with the provision and its time, also from inside a guard', () => {
    const told: Told[] = [
      permit('2018-02-01'),
      ['2018-02-02', 'arbetssokande.inskriven', { vag: 'digitalt' }],
      ['2018-02-03', 'malgrupp.provad', { omfattas: true }],
    ];
    const before2018 = told.map(([on, ...rest]): Told => [`2017${on.slice(4)}` as never, ...rest]);
    expect(() => given(...told).when(['2018-02-04', 'programanvisning.beslutad', { omfattning: 100 }])).not.toThrow();
    expect(() => given(...before2018).when(['2017-02-04', 'programanvisning.beslutad', { omfattning: 100 }])).toThrow(
      expect.objectContaining({ slug: 'law-not-in-force', citation: '2017:584 1 §' }),
    );
  });
});

describe('a correction', () => {
  const { facts } = given(permit('2024-01-10'), ['2024-02-01', 'sfi.anmald'], ['2024-03-01', 'sfi.mottagen']);
  const record = (told: Told, corrects: string) =>
    advance({ subject: 'deltagare', facts }, { ...factOf(told, 9), corrects }, { asOf: '2024-04-01', registry, book });

  test('replaces the fact it points at', () => {
    const outcome = record(['2024-02-20', 'sfi.mottagen'], 'fact-3');
    expect(outcome).toMatchObject({
      accepted: true,
      diff: {
        opened: [],
        changed: [
          { state: 'vantarPaStart', since: { from: '2024-03-01', to: '2024-02-20' } },
          { state: 'vantarPaStudieplan', since: { from: '2024-03-01', to: '2024-02-20' } },
        ],
      },
    });
  });

  test('may withdraw a fact', () => {
    expect(record(['2024-04-01', 'fakta.aterkallat'], 'fact-3')).toMatchObject({
      accepted: true,
      diff: { opened: [{ state: 'vantarPaMottagande' }] },
    });
  });

  test('of a fact in another case, or of none, is refused', () => {
    expect(refusalOf(record(['2024-04-01', 'fakta.aterkallat'], 'elsewhere')).slug).toBe('invalid-data');
  });
});
