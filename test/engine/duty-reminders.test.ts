/** 2013:156 4 §: if nobody is told before the duty ends, the person has lost the municipality's offer for good. */
import { fold } from '../../src/engine/fold.js';
import { reminders } from '../../src/engine/reminders.js';
import { factsOf, permit, type Told } from '../support/given.js';
import { book, registry, schedule } from '../support/law.js';

const registered: Told[] = [
  permit('2024-02-05', { route: 'anvisad' }),
  ['2024-02-26', 'bosattning.mottagen'],
  ['2024-02-29', 'folkbokforing.registrerad'],
];

const levelsOn = (asOf: '2026-08-28' | '2026-08-29' | '2026-11-28' | '2026-11-29' | '2027-03-01', ...more: Told[]) =>
  reminders(fold('deltagare', factsOf([...registered, ...more]), { asOf, registry, book }), {
    schedule,
    book,
    agreements: [],
  })
    .filter(({ process, due }) => process === 'samhallsorientering' && due === '2027-02-28')
    .map(({ level }) => level);

test('the municipality is reminded six and three months before its duty ends, and not after', () => {
  expect(levelsOn('2026-08-28')).toEqual([]);
  expect(levelsOn('2026-08-29')).toEqual(['fore-183']);
  expect(levelsOn('2026-11-28')).toEqual(['fore-183']);
  expect(levelsOn('2026-11-29')).toEqual(['fore-183', 'fore-91']);
  expect(levelsOn('2027-03-01')).toEqual([]);
});

test('a course that was interrupted is reminded of on the same days; one that has begun is not', () => {
  const begun: Told[] = [
    ['2024-05-06', 'samhallsorientering.anmald'],
    ['2024-06-07', 'samhallsorientering.paborjad'],
  ];
  const interrupted: Told = ['2024-09-02', 'samhallsorientering.avbruten'];
  expect(levelsOn('2026-11-29', ...begun, interrupted)).toEqual(['fore-183', 'fore-91']);
  expect(levelsOn('2026-11-29', ...begun)).toEqual([]);
});
