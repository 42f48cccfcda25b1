/**
 * 2017:820 15 §: activities that correspond to 24 months full time, within 36 months from first folkbokföring. If this
 * broke, a person would lose months of support, or be promised months that the law does not give.
 */
import type { PlainDate } from '../../machines/grammar/index.js';
import { computedDate } from '../../src/engine/position.js';
import { book } from '../support/law.js';
import { given, permit, refusalOf, type Told, upToPlan } from '../support/given.js';

const dateOf = (told: Told[], name: string, asOf: PlainDate) => {
  const position = given(...told)
    .on(asOf)
    .positions.find((p) => p.process.id === 'etableringsprogrammet')!;
  return computedDate(position.process, name, position.snapshot, asOf, book);
};

describe('15 § 2 st – participation to and including 36 months', () => {
  test('runs from the first folkbokföring', () => {
    const slut = dateOf(upToPlan('2019-03-15', '2019-04-15'), 'fonsterslut', '2019-05-01');
    expect(slut).toMatchObject({ date: '2022-03-15', kind: 'entitlement', certainty: 'authority-decides' });
  });

  test('ends on the last day of a month that lacks the day', () => {
    expect(dateOf(upToPlan('2020-02-29', '2020-03-15'), 'fonsterslut', '2020-05-01')?.date).toBe('2023-02-28');
  });

  test('runs from first reception for those registered while in asylboende', () => {
    const told: Told[] = [
      permit('2019-01-10', { route: 'anvisad', asylboende: true }),
      ['2019-02-01', 'folkbokforing.registrerad'],
      ['2019-02-10', 'bosattning.anvisad', { senast: '2019-04-01' }],
      ['2019-03-20', 'bosattning.mottagen'],
    ];
    expect(dateOf(told, 'fonsterslut', '2019-05-01')).toMatchObject({
      date: '2022-03-20',
      inputs: { 'bosattning.mottagen': '2019-03-20' },
    });
  });

  test('runs from folkbokföring for those already received in a municipality', () => {
    const told: Told[] = [
      permit('2019-01-10', { route: 'anvisad', asylboende: true }),
      ['2019-02-10', 'bosattning.anvisad', { senast: '2019-04-01' }],
      ['2019-03-20', 'bosattning.mottagen'],
      ['2019-04-02', 'folkbokforing.registrerad'],
    ];
    expect(dateOf(told, 'fonsterslut', '2019-05-01')?.date).toBe('2022-04-02');
  });

  test('is assumed when it passes into the wording from 2026-01-01, which has not been read', () => {
    const slut = dateOf(upToPlan('2024-01-15', '2024-02-15'), 'fonsterslut', '2024-05-01');
    expect(slut).toMatchObject({ date: '2027-01-15', certainty: 'assumed' });
    expect(slut?.rules[0]).toMatchObject({ citation: '2017:820 15 § 2 st', amount: '36 månader', by: '2025:311' });
  });

  test('shows the other reading of 15 § 3 st beside it: later by the programme time before the plan', () => {
    const slut = dateOf(upToPlan('2019-03-15', '2019-05-15'), 'fonsterslut', '2019-06-01');
    expect(slut?.otherReading).toEqual({ date: '2022-05-15', citation: '2017:820 15 § 3 st', reading: 'A' });
  });

  test('an absence does not move it', () => {
    const told: Told[] = [
      ...upToPlan('2019-03-15', '2019-04-15'),
      ['2019-09-01', 'utskrivning.beslutad', { grund: '17 § 1' }],
      ['2020-09-01', 'aterintrade.skett'],
    ];
    expect(dateOf(told, 'fonsterslut', '2020-10-01')?.date).toBe('2022-03-15');
  });
});

describe('the window is a guard', () => {
  const discharged: Told[] = [
    ...upToPlan('2019-03-15', '2019-04-15'),
    ['2019-09-01', 'utskrivning.beslutad', { grund: '17 § 1' }],
  ];

  test('re-entry on the last day is accepted', () => {
    expect(given(...discharged).when(['2022-03-15', 'aterintrade.skett']).accepted).toBe(true);
  });

  test('re-entry on the day after is refused with limit, date, rule, inputs and certainty', () => {
    const refusal = refusalOf(given(...discharged).when(['2022-03-16', 'aterintrade.skett']));
    expect(refusal.slug).toBe('not-awaited');
    expect(refusal.limits[0]).toMatchObject({
      timeFact: 'fonstret.stangt',
      dateName: 'fonsterslut',
      reckoned: {
        date: '2022-03-15',
        certainty: 'authority-decides',
        inputs: { 'folkbokforing.registrerad': '2019-03-15' },
        rules: [{ citation: '2017:820 15 § 2 st' }, { citation: '2017:820 15 § 3 st' }],
      },
    });
  });

  test.each<[type: string, data: Record<string, unknown>]>([
    ['omfattning.andrad', { omfattning: 50 }],
    ['intensivar.paborjat', {}],
    ['utbildning.paborjad', {}],
  ])('%s is refused after the window', (type, data) => {
    const told: Told[] = [
      ...upToPlan('2019-03-15', '2021-04-20'),
      ['2021-05-01', 'intensivar.beslutat'],
      ['2021-05-01', 'utbildningsplikt.bedomd', { omfattas: true }],
      ['2021-05-02', 'utbildning.sokning.anvisad'],
      ['2021-05-03', 'utbildning.sokt'],
      ['2021-05-04', 'utbildning.plats.erbjuden'],
    ];
    expect(given(...told).when(['2022-03-15', type, data]).accepted).toBe(true);
    const refusal = refusalOf(given(...told).when(['2022-03-16', type, data]));
    expect(refusal.limits.some((limit) => limit.dateName === 'fonsterslut')).toBe(true);
  });

  test('a person whose window has closed before assignment cannot be assigned', () => {
    const told: Told[] = [
      permit('2018-02-01'),
      ['2018-02-01', 'folkbokforing.registrerad'],
      ['2020-12-01', 'arbetssokande.inskriven', { vag: 'digitalt' }],
      ['2020-12-02', 'malgrupp.provad', { omfattas: true }],
    ];
    const refusal = refusalOf(given(...told).when(['2021-02-02', 'programanvisning.beslutad', { omfattning: 100 }]));
    expect(refusal.limits[0]?.dateName).toBe('fonsterslut');
  });

  test('sfi and samhällsorientering go on after the window: they have their own clocks', () => {
    const told: Told[] = [
      ...upToPlan('2019-03-15', '2019-04-15'),
      ['2019-05-01', 'sfi.anmald'],
      ['2019-05-10', 'sfi.mottagen'],
      ['2019-05-01', 'samhallsorientering.anmald'],
    ];
    expect(given(...told).when(['2022-04-01', 'sfi.paborjad']).accepted).toBe(true);
    expect(given(...told).state('etableringsprogrammet', '2022-04-01')).toBe('vantarPaOverlamning');
  });
});

describe('15 § 1 st – the equivalent of 24 months full time, counted in ersättningsdagar from the plan', () => {
  // 2019-04-15 is a Monday: 522 weekdays are 104 weeks and two days.
  test('full time ends on the 522nd weekday', () => {
    expect(dateOf(upToPlan('2019-03-15', '2019-04-15'), 'programtidsslut', '2019-05-01')?.date).toBe('2021-04-13');
  });

  test('half time lasts twice as long', () => {
    // 1,044 weekdays are 208 weeks and four days.
    const half = upToPlan('2019-03-15', '2019-04-15').map((t): Told =>
      t[1] === 'programanvisning.beslutad' ? [t[0], t[1], { omfattning: 50 }] : t,
    );
    expect(dateOf(half, 'programtidsslut', '2019-05-01')?.date).toBe('2023-04-13');
  });

  test('a change of extent counts from its day', () => {
    const told: Told[] = [
      ...upToPlan('2019-03-15', '2019-04-15'),
      ['2020-04-13', 'omfattning.andrad', { omfattning: 50 }],
    ];
    // 52 weeks at full time leave 262 full-time days, at half time 524 weekdays from 2020-04-13.
    const slut = dateOf(told, 'programtidsslut', '2020-05-01');
    expect(slut).toMatchObject({
      date: '2022-04-14',
      inputs: { forbrukadeHeltidsdagar: 260, sedan: '2020-04-13', omfattning: 50 },
    });
  });

  test('time before the plan is not counted', () => {
    const early = dateOf(upToPlan('2019-03-15', '2019-04-15'), 'programtidsslut', '2019-09-01');
    const late = dateOf(upToPlan('2019-01-15', '2019-04-15'), 'programtidsslut', '2019-09-01');
    expect(late?.date).toBe(early?.date);
  });

  test('discharge pauses the count, re-entry continues it', () => {
    const told: Told[] = [
      ...upToPlan('2019-03-15', '2019-04-15'),
      ['2020-04-13', 'utskrivning.beslutad', { grund: '17 § 3' }],
      ['2020-10-12', 'aterintrade.skett'],
    ];
    // 260 days are used; 262 are left from Monday 2020-10-12.
    expect(dateOf(told, 'programtidsslut', '2020-11-01')?.date).toBe('2021-10-12');
  });

  test('when the time is used up, Arbetsförmedlingen owes the hand-over', () => {
    const case_ = given(...upToPlan('2019-03-15', '2019-04-15'));
    expect(case_.state('etableringsprogrammet', '2021-04-13')).toBe('vantarPaFornyadPlan');
    expect(case_.state('etableringsprogrammet', '2021-04-14')).toBe('vantarPaOverlamning');
    expect(case_.owedOn('2021-04-14').find((a) => a.process === 'etableringsprogrammet')).toMatchObject({
      party: 'arbetsformedlingen',
      basis: '2007:414 5 § 6 p',
    });
  });
});

describe('2017:584 1 § – age', () => {
  test('assignment before the twentieth birthday is refused', () => {
    const told: Told[] = [
      permit('2024-01-10', { fodd: '2004-06-01' }),
      ['2024-02-01', 'arbetssokande.inskriven', { vag: 'digitalt' }],
      ['2024-02-02', 'malgrupp.provad', { omfattas: true }],
    ];
    expect(given(...told).when(['2024-06-01', 'programanvisning.beslutad', { omfattning: 100 }]).accepted).toBe(true);
    const refusal = refusalOf(given(...told).when(['2024-05-31', 'programanvisning.beslutad', { omfattning: 100 }]));
    expect(refusal.limits[0]).toMatchObject({ dateName: 'underNedreAldersgrans', reckoned: { date: '2024-05-31' } });
  });

  test.each<[born: PlainDate, lastDay: PlainDate, why: string]>([
    ['1957-06-01', '2022-05-31', 'turned 65 before 2023: the older limit still applies'],
    ['1958-06-01', '2024-05-31', '66 from 2023'],
    ['1959-12-31', '2025-12-30', 'turned 66 before 2026: the older limit still applies'],
    ['1960-02-01', '2027-01-31', 'riktåldern from 2026, assumed'],
  ])('born %s is covered to %s: %s', (born, lastDay) => {
    const told: Told[] = [permit('2021-01-10', { fodd: born })];
    expect(dateOf(told, 'aldersgrans', '2021-02-01')?.date).toBe(lastDay);
  });

  test('riktåldern is assumed: the table has not been read', () => {
    expect(dateOf([permit('2021-01-10', { fodd: '1960-02-01' })], 'aldersgrans', '2021-02-01')?.certainty).toBe(
      'assumed',
    );
  });
});
