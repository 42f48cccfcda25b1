/**
 * Cases that span the days on which the law changes: the same facts a day apart give what the wording of each day says,
 * and a date that rests on a wording nobody has read is shown as assumed from both sides of the day.
 */
import type { PlainDate, Reckoned } from '../../machines/grammar/index.js';
import { computedDate } from '../../src/engine/position.js';
import { given, permit, refusalOf, type Told, upToPlan } from '../support/given.js';
import { book } from '../support/law.js';

/** A computed date of a case on a day. */
function dateOf(told: readonly Told[], key: string, asOf: PlainDate): Reckoned | undefined {
  const [process, name = ''] = key.split('/');
  const of = given(...told)
    .on(asOf)
    .positions.find((one) => one.process.id === process);
  return of && computedDate(of.process, name, of.snapshot, asOf, book);
}

const dueOf = (told: readonly Told[], process: string, state: string, asOf: PlainDate) =>
  given(...told)
    .owedOn(asOf)
    .find((one) => one.process === process && one.state === state)?.due;

describe('2017:584 1 § – the upper age, 2023-01-01 and 2026-01-01', () => {
  const upTo = (start: PlainDate, fodd: PlainDate): Told[] => upToPlan(start, start, { fodd }).slice(0, 4);
  const ageLimit = (fodd: PlainDate, start: PlainDate, asOf: PlainDate) =>
    dateOf(upTo(start, fodd), 'etableringsprogrammet/aldersgrans', asOf);
  const assign = (on: PlainDate): Told => [on, 'programanvisning.beslutad', { omfattning: 100 }];

  test('whoever turned 65 before 2023 keeps the old limit, and cannot be assigned afterwards', () => {
    const told = upTo('2022-10-03', '1957-12-15');
    expect(ageLimit('1957-12-15', '2022-10-03', '2023-02-01')).toMatchObject({ date: '2022-12-14' });
    expect(given(...told).when(assign('2022-12-14')).accepted).toBe(true);
    expect(refusalOf(given(...told).when(assign('2023-02-01'))).limits[0]?.reckoned?.date).toBe('2022-12-14');
  });

  test('whoever turns 65 after 2023-01-01 is covered until 66, also asked the day before the change', () => {
    for (const asOf of ['2022-12-31', '2023-01-01'] as const)
      expect(ageLimit('1958-01-15', '2022-10-03', asOf)).toMatchObject({ date: '2024-01-14', certainty: 'settled' });
  });

  test('whoever turned 66 before 2026 keeps the old limit', () => {
    expect(ageLimit('1959-12-15', '2025-10-01', '2026-02-02')).toMatchObject({ date: '2025-12-14' });
    expect(given(...upTo('2025-10-01', '1959-12-15')).when(assign('2026-02-02')).accepted).toBe(false);
  });

  test('whoever turns 66 in 2026 is covered until riktåldern, which is assumed and shown as such', () => {
    expect(ageLimit('1960-01-15', '2025-10-01', '2026-02-02')).toMatchObject({
      date: '2027-01-14',
      certainty: 'assumed',
      rules: [{ citation: '2017:584 1 §', by: '2022:896', since: '2026-01-01' }],
    });
    expect(given(...upTo('2025-10-01', '1960-01-15')).when(assign('2026-02-02')).accepted).toBe(true);
  });
});

describe('2010:1138 5 § – the hours of samhällsorientering, 2020-02-01', () => {
  const begun: Told[] = [
    ...upToPlan('2019-03-01', '2019-04-01'),
    ['2019-05-06', 'samhallsorientering.anmald'],
    ['2019-09-02', 'samhallsorientering.paborjad'],
  ];
  const done = (on: PlainDate, timmar: number): Told => [on, 'samhallsorientering.genomford', { timmar }];

  test('a course that is completed the day before needs sixty hours, one completed on the day a hundred', () => {
    expect(given(...begun).when(done('2020-01-31', 60)).accepted).toBe(true);
    expect(given(...begun).when(done('2020-01-31', 59)).accepted).toBe(false);
    expect(given(...begun).when(done('2020-02-01', 60)).accepted).toBe(false);
    expect(given(...begun).when(done('2020-02-01', 100)).accepted).toBe(true);
  });
});

describe('2000:628 6 § – the renewal of the plan, 2022-12-01', () => {
  const plan = (on: PlainDate) => upToPlan('2022-09-01', on);
  const renewal = (told: Told[], asOf: PlainDate) => dueOf(told, 'etableringsprogrammet', 'vantarPaFornyadPlan', asOf);

  test('a plan of the day before has no last day, one of the day has six months', () => {
    expect(renewal(plan('2022-11-30'), '2022-12-15')?.date).toBeNull();
    expect(renewal(plan('2022-12-01'), '2022-12-15')).toMatchObject({ date: '2023-06-01', kind: 'hard' });
  });

  test('an old plan gets a last day when it is revised', () => {
    const revised: Told[] = [...plan('2022-11-01'), ['2022-12-05', 'handlingsplan.reviderad']];
    expect(renewal(revised, '2022-12-15')).toMatchObject({ date: '2023-06-05', kind: 'hard' });
  });
});

describe('2017:820 13 e § – intensivår, 2021-04-15 to 2025-01-31', () => {
  const decide = (on: PlainDate): Told => [on, 'intensivar.beslutat'];

  test('it can be decided on the first day and not on the day before', () => {
    const told = upToPlan('2020-11-02', '2020-12-01');
    expect(given(...told).when(decide('2021-04-14')).accepted).toBe(false);
    expect(given(...told).when(decide('2021-04-15')).accepted).toBe(true);
  });

  test('it can be decided and begun on the last day and not on the day after', () => {
    const told = upToPlan('2024-05-06', '2024-06-03');
    expect(given(...told).when(decide('2025-01-31')).accepted).toBe(true);
    expect(given(...told).when(decide('2025-02-01')).accepted).toBe(false);
    const decided: Told[] = [...told, decide('2025-01-15')];
    expect(given(...decided).when(['2025-01-31', 'intensivar.paborjat']).accepted).toBe(true);
    expect(given(...decided).when(['2025-02-01', 'intensivar.paborjat']).accepted).toBe(false);
  });
});

describe('1991:481 26 § – the notification, 2024-11-01', () => {
  const notify = (granted: PlainDate) => dueOf([permit(granted)], 'folkbokforing', 'vantarPaAnmalan', '2024-11-15');

  test('a permit of the day before gives no last day, one of the day gives four weeks', () => {
    expect(notify('2024-10-31')?.date).toBeNull();
    expect(notify('2024-11-01')).toMatchObject({ date: '2024-11-29', kind: 'hard', certainty: 'settled' });
  });
});

describe('2016:39 10 § – the reception, 2024-06-17, unread', () => {
  const assigned = (on: PlainDate, senast: PlainDate) =>
    given(permit('2024-03-04', { route: 'anvisad', asylboende: true })).when([
      on,
      'bosattning.anvisad',
      { kommun: '0763', senast },
    ]);

  test('the day in the decision is held against two months, settled before and assumed after', () => {
    const limitOf = (on: PlainDate, senast: PlainDate) => refusalOf(assigned(on, senast)).limits[0]?.reckoned;
    expect(assigned('2024-06-10', '2024-08-10').accepted).toBe(true);
    expect(limitOf('2024-04-10', '2024-09-01')).toMatchObject({ date: '2024-06-10', certainty: 'settled' });
    expect(limitOf('2024-06-17', '2024-09-01')).toMatchObject({ date: '2024-08-17', certainty: 'assumed' });
  });
});

describe('2017:820 15 § – the window, 2025-03-01 and 2026-01-01, unread', () => {
  const window = (start: PlainDate, asOf: PlainDate) =>
    dateOf(upToPlan(start, start), 'etableringsprogrammet/fonsterslut', asOf);

  test('a window that ends under the wording that has been read is for the authority to decide', () => {
    expect(window('2022-02-28', '2024-06-01')).toMatchObject({ date: '2025-02-28', certainty: 'authority-decides' });
  });

  test('a window that ends on 2025-03-01 or later rests on a wording that is inferred', () => {
    expect(window('2022-03-01', '2024-06-01')).toMatchObject({ date: '2025-03-01', certainty: 'assumed' });
  });

  test('a window that passes 2026-01-01 rests on SFS 2025:311, which nobody has read', () => {
    const reckoned = window('2023-03-01', '2026-01-15');
    expect(reckoned).toMatchObject({ date: '2026-03-01', certainty: 'assumed', rules: [{ by: '2025:311' }] });
    expect(reckoned?.rules[0]?.note).toContain('inte läst');
  });

  test('the same is said of it before the change, when the case is only half-way', () => {
    expect(window('2023-03-01', '2024-06-01')).toMatchObject({ date: '2026-03-01', certainty: 'assumed' });
  });
});

describe('2017:820 15 § – the one who was registered in Migrationsverkets boende, around 2025-03-01', () => {
  const received = (registered: PlainDate, received: PlainDate): Told[] => [
    permit(registered, { route: 'anvisad', asylboende: true }),
    [registered, 'bosattning.anvisad', { kommun: '0763', senast: received }],
    [registered, 'folkbokforing.registrerad'],
    [received, 'bosattning.mottagen', { kommun: '0763' }],
  ];
  const end = (told: Told[], asOf: PlainDate) => dateOf(told, 'etableringsprogrammet/fonsterslut', asOf);

  test('the window is counted from the reception on both sides, and is assumed on the later', () => {
    const before = end(received('2021-12-20', '2022-02-01'), '2024-01-15');
    expect(before).toMatchObject({ date: '2025-02-01', certainty: 'authority-decides' });
    const after = end(received('2025-02-03', '2025-03-10'), '2025-06-02');
    expect(after).toMatchObject({ date: '2028-03-10', certainty: 'assumed' });
  });
});

describe('2010:800 20 kap. 31 a § – the three years of sfi, 2026-01-01', () => {
  test('there is no such limit the day before, and the extension is never longer than the right', () => {
    const at = '2010:800 20 kap. 31 a §';
    expect(() => book.entry(at, 'right', '2025-12-31')).toThrow('gäller inte 2025-12-31');
    const years = ['right', 'extensionTotal'].map((name) => book.entry(at, name, '2026-01-01').entry.years);
    expect(years).toEqual([3, 3]);
    expect(book.entry(at, 'decideBeforeExpiry', '2026-01-01').entry.is).toBe(true);
  });

  test('for those received before 2026 the day on which the three years end is for the authority to decide', () => {
    const { entry } = book.entry('2010:800 20 kap. 31 a §', 'legacyAnchor', '2026-01-01');
    expect(entry).toMatchObject({ authority_decides: true });
    expect(entry.note).toContain('2028-12-31');
  });
});
