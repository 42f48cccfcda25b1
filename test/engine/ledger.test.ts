/**
 * The ledger of 2017:820 15 §, stretch by stretch, under every reading that the words allow. If this broke, a coordinator
 * could not tell a person why so many days are left.
 */
import fc from 'fast-check';
import type { PlainDate } from '../../machines/grammar/index.js';
import { fold } from '../../src/engine/fold.js';
import { journey } from '../../src/engine/journeys.js';
import { calendar } from '../../src/engine/calendar/calendar.js';
import { StatuteBook } from '../../src/engine/law/statute-book.js';
import { type CaseLedger, ledgersOf } from '../../src/engine/ledger/ledger.js';
import { computedDate, measured } from '../../src/engine/position.js';
import type { CasePosition } from '../../src/engine/fold.js';
import { windowOn } from '../../src/proofs/window-ledger.js';
import { book, library, registry } from '../support/law.js';
import { given, type Told, upToPlan } from '../support/given.js';
import { runs } from '../support/properties.js';

const PROGRAMME = 'etableringsprogrammet';

const ledgerOf = (told: Told[], asOf: PlainDate, law = book): CaseLedger => {
  const position = fold('deltagare', given(...told).facts, { asOf, registry, book: law });
  const found = ledgersOf(position, law).find(({ process }) => process === PROGRAMME);
  if (!found) throw new Error('no ledger');
  return found;
};

/** The law with another reading in force, as if somebody had edited the law file. */
function reading(citation: string, value: string, choice: string): StatuteBook {
  const statutes = structuredClone(book.statutes);
  for (const { sfs, provisions } of statutes)
    for (const [key, { values }] of Object.entries(provisions))
      if (`${sfs} ${key}` === citation)
        for (const entry of values?.[value] ?? [])
          if (entry.assume) entry.assume = { choice };
          else entry.choice = choice;
  return new StatuteBook(statutes);
}

const readings: [citation: string, value: string, other: string][] = [
  ['2017:820 15 § 1 st', 'unit', 'B'],
  ['2017:820 15 § 1 st', 'nonActivity', 'B'],
  ['2017:820 15 § 2 st', 'endDay', 'B'],
  ['2017:820 15 § 3 st', 'reading', 'A'],
];

// A plan on Monday 2019-04-15; ill for a fortnight of weekdays from 2019-06-03; half time from 2019-07-01; discharged
// 2019-09-02, back 2019-10-07.
const varied: Told[] = [
  ...upToPlan('2019-03-15', '2019-04-15'),
  ['2019-06-03', 'franvaro.paborjad', { skal: 'sjuk' }],
  ['2019-06-17', 'franvaro.avslutad'],
  ['2019-07-01', 'omfattning.andrad', { omfattning: 50, skal: 'arbetsutbud' }],
  ['2019-09-02', 'utskrivning.beslutad', { grund: '17 § 1' }],
  ['2019-10-07', 'aterintrade.skett', { omfattning: 100 }],
];

describe('2017:820 15 § – the ledger as a table', () => {
  const ledger = ledgerOf(varied, '2019-10-21');

  test('says what each stretch was, its extent, what counted of it, the sum and what is left', () => {
    expect(
      ledger.lines.map(({ from, to, kind, extent, days, counted }) => [from, to, kind, extent, days, counted]),
    ).toEqual([
      ['2019-03-15', '2019-04-14', 'kartlaggning', 100, 21, 0],
      ['2019-04-15', '2019-06-02', 'deltar', 100, 35, 35],
      ['2019-06-03', '2019-06-16', 'franvarande-sjuk', 100, 10, 10],
      ['2019-06-17', '2019-06-30', 'deltar', 100, 10, 10],
      ['2019-07-01', '2019-09-01', 'deltar-pa-deltid', 50, 45, 22.5],
      ['2019-09-02', '2019-10-06', 'utskriven', 0, 25, 0],
      ['2019-10-07', '2019-10-20', 'deltar', 100, 10, 10],
    ]);
    expect(ledger.lines.map(({ sum }) => sum)).toEqual([0, 35, 45, 55, 77.5, 77.5, 87.5]);
    expect(ledger).toMatchObject({ used: 87.5, limit: 522, left: 434.5, unit: 'heltidsdagar' });
    expect(ledger.lines.at(-1)?.left).toBe(434.5);
  });

  test('shows every open question with both readings, and which is in force', () => {
    expect(ledger.readings.map(({ citation, value, inForce }) => [citation, value, inForce])).toEqual([
      ['2017:820 15 § 1 st', 'nonActivity', 'A'],
      ['2017:820 15 § 1 st', 'unit', 'A'],
      ['2017:820 15 § 2 st', 'endDay', 'A'],
      ['2017:820 15 § 3 st', 'reading', 'B'],
    ]);
    for (const { options, certainty } of ledger.readings) {
      expect(options.map(({ choice }) => choice)).toEqual(['A', 'B']);
      expect(options.filter(({ inForce }) => inForce)).toHaveLength(1);
      expect(certainty).not.toBe('settled');
    }
  });

  const under = (value: string, choice: string) =>
    ledger.readings.find((one) => one.value === value)?.options.find((one) => one.choice === choice)?.answer;

  test('ambiguity 1 – reading A moves the last day by the 31 days before the plan', () => {
    expect(under('reading', 'B')?.dates['fonsterslut']).toBe('2022-03-15');
    expect(under('reading', 'A')?.dates['fonsterslut']).toBe('2022-04-15');
  });

  test('ambiguity 2 – the last day is the same day number or the day before', () => {
    expect(under('endDay', 'A')?.dates['fonsterslut']).toBe('2022-03-15');
    expect(under('endDay', 'B')?.dates['fonsterslut']).toBe('2022-03-14');
  });

  test('ambiguity 3 – in calendar months every day counts against the 731 days of the months from the plan', () => {
    // 49 + 14 + 14 days at full time, 63 at half, 14 at full: 122.5.
    expect(under('unit', 'B')).toMatchObject({ used: 122.5, limit: 731, unit: 'kalenderdagar-pa-heltid' });
  });

  test('ambiguity 4 – the ten days of illness do not count', () => {
    expect(under('nonActivity', 'B')?.used).toBe(77.5);
    // Ten weekdays more at the end: 434.5 left at full time from Monday 2019-10-21 is 435 weekdays, or 445.
    expect(under('nonActivity', 'A')?.dates['programtidsslut']).toBe('2021-06-18');
    expect(under('nonActivity', 'B')?.dates['programtidsslut']).toBe('2021-07-02');
  });

  test('in calendar months, full time without a break ends on the last day of the twenty-four months', () => {
    const plain = ledgerOf(upToPlan('2019-03-15', '2019-04-15'), '2019-05-01');
    const unit = plain.readings.find(({ value }) => value === 'unit');
    expect(unit?.options.map(({ answer }) => answer?.dates['programtidsslut'])).toEqual(['2021-04-13', '2021-04-14']);
  });

  test('family leave counts as other days in the programme, and under the other reading not at all', () => {
    const told: Told[] = [
      ...upToPlan('2019-03-15', '2019-04-15'),
      ['2019-05-06', 'familjeledighet.godkand', { dagar: 5 }],
    ];
    const { lines, readings: all } = ledgerOf(told, '2019-05-20');
    expect(lines.map(({ kind, days, counted }) => [kind, days, counted])).toContainEqual(['familjeledig', 5, 5]);
    const options = all.find(({ value }) => value === 'nonActivity')?.options;
    expect(options?.map(({ answer }) => answer?.used)).toEqual([25, 20]);
  });

  test('there is no ledger before the plan', () => {
    const told = upToPlan('2019-03-15', '2019-04-15').slice(0, -1);
    expect(() => ledgerOf(told, '2019-05-01')).toThrow('no ledger');
  });
});

describe('the reading in force is data', () => {
  test.each(readings)('%s %s switched to %s in the law file gives what was shown as the other reading', (...key) => {
    const [citation, value, other] = key;
    const before = ledgerOf(varied, '2019-10-21');
    const shown = before.readings.find((one) => one.citation === citation && one.value === value);
    const after = ledgerOf(varied, '2019-10-21', reading(citation, value, other));
    const option = shown?.options.find(({ choice }) => choice === other);
    expect(option?.inForce).toBe(false);
    expect({ used: after.used, limit: after.limit, unit: after.unit, dates: after.dates }).toEqual(option?.answer);
    expect(after.dates).not.toEqual(before.dates);
    expect(after.readings.find((one) => one.value === value)?.inForce).toBe(other);
  });

  test('every choice in the law file is one of the readings that it describes', () => {
    for (const citation of book.citations()) {
      const { readings: declared = {}, values = {} } = book.find(citation).provision;
      for (const [value, { options }] of Object.entries(declared))
        for (const { choice, assume } of values[value] ?? [])
          expect(Object.keys(options)).toContain(choice ?? assume?.choice);
    }
    expect(library.problems).toEqual([]);
  });
});

const ENDS = ['fonstret.stangt', 'programtiden.forbrukad'];
const toldBy = ({ applied }: CasePosition) => applied.flatMap(({ fact }) => fact ?? []);

/** The day on which time itself ended the programme, if it did: nothing counts after it. */
const endOf = ({ applied, asOf }: CasePosition): PlainDate =>
  applied.find(({ time, type }) => time?.process === PROGRAMME && ENDS.includes(type))?.on ?? asOf;

const laws: [name: string, law: StatuteBook][] = [
  ['as in force', book],
  ...readings.map(([citation, value, other]): [string, StatuteBook] => [
    `${value} ${other}`,
    reading(citation, value, other),
  ]),
];

test.each(laws)('%s: the sum of the ledger is the measure, and what is reckoned from the facts alone', (_, law) => {
  let kept = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 100, max: 1700 }), (seed, days) => {
      const from = '2019-01-01';
      const asOf = calendar.addDays(from, days);
      const { facts } = journey({ registry, book: law, subject: 'deltagare', seed, from, until: asOf });
      const position = fold('deltagare', facts, { asOf, registry, book: law });
      const of = position.positions.find(({ process }) => process.id === PROGRAMME)!;
      const ledger = ledgersOf(position, law).find(({ process }) => process === PROGRAMME);
      const measure = measured(of, 'heltidsdagar', asOf, law);
      expect(ledger?.used).toBe(measure?.used);
      if (!ledger) return;
      kept++;
      const { kinds, units } = of.process.ledgers!['programtid']!;
      expect(kinds).toEqual(expect.arrayContaining(ledger.lines.map(({ kind }) => kind)));
      expect(units).toContain(ledger.unit);
      expect(ledger.lines.at(-1)?.sum ?? 0).toBe(measure?.used);
      expect(ledger.lines.reduce((sum, { counted }) => sum + counted, 0)).toBeCloseTo(ledger.used, 6);
      ledger.lines.forEach((line, i) => i > 0 && expect(line.from).toBe(calendar.addDays(ledger.lines[i - 1]!.to, 1)));
      const end = endOf(position);
      const told = toldBy(position).filter((fact) => fact.on <= end);
      const again = windowOn(told, end, law);
      expect(ledger.used).toBeCloseTo(again.used / 100, 6);
      expect(ledger.limit).toBe(again.limit / 100);
      // A process that has ended hears of nothing more.
      if (of.snapshot.status !== 'active') return;
      const last = computedDate(of.process, 'fonsterslut', of.snapshot, asOf, law)?.date;
      expect(last).toBe(windowOn(toldBy(position), asOf, law).last);
    }),
    runs(30),
  );
  expect(kept).toBeGreaterThan(0);
});
