/** What falls due when if nothing more happens: on every day exactly what is owed if one waits until then. */
import fc from 'fast-check';
import type { PlainDate } from '../../machines/grammar/index.js';
import { calendar } from '../../src/engine/calendar/calendar.js';
import { fold } from '../../src/engine/fold.js';
import { forecast } from '../../src/engine/forecast/forecast.js';
import { limitsOf } from '../../src/engine/forecast/limits.js';
import { journey } from '../../src/engine/journeys.js';
import { nextActions } from '../../src/engine/next-actions.js';
import type { NextAction } from '../../src/engine/types.js';
import { agreements, book, registry } from '../support/law.js';
import { given, type Told, upToPlan } from '../support/given.js';
import { runs } from '../support/properties.js';

const options = { registry, book, agreements };
const told: Told[] = [
  ...upToPlan('2019-03-15', '2019-04-15'),
  ['2019-05-01', 'sfi.anmald'],
  ['2019-05-10', 'sfi.mottagen'],
];

describe('somebody in the programme, seen 2019-06-01', () => {
  const position = given(...told).on('2019-06-01');
  const seen = forecast(position, { ...options, until: '2023-01-01' });

  test('the limits are told with date, rule and what follows', () => {
    const limits = limitsOf(position, book);
    expect(limits.map(({ process, dateName, reckoned }) => [process, dateName, reckoned.date])).toEqual(
      expect.arrayContaining([
        ['etableringsprogrammet', 'programtidsslut', '2021-04-13'],
        ['samhallsorientering', 'skyldighetsslut', '2022-03-15'],
        ['etableringsprogrammet', 'fonsterslut', '2022-03-15'],
      ]),
    );
    const window = limits.find(({ dateName }) => dateName === 'fonsterslut');
    expect(window).toMatchObject({ passed: false, then: { type: 'fonstret.stangt', on: '2022-03-16' } });
    expect(limits.every(({ reckoned }) => reckoned.rules.length > 0)).toBe(true);
  });

  test('the time is used up on the day after its last, and what it opens follows from it', () => {
    const day = seen.days.find(({ on }) => on === '2021-04-14');
    expect(day?.passed.map(({ type, dateName }) => [type, dateName])).toContainEqual([
      'programtiden.forbrukad',
      'programtidsslut',
    ]);
    const opened = day?.opened.find(({ action }) => action.state === 'vantarPaOverlamning');
    expect(opened?.follows).toMatchObject({ type: 'programtiden.forbrukad', dateName: 'programtidsslut' });
    expect(day?.closed.map(({ state }) => state)).toContain('vantarPaFornyadPlan');
  });

  test('a step falls due on its last day', () => {
    // 2000:628 6 § 3 st: six months from the plan of 2023-04-17.
    const later = given(...upToPlan('2023-03-15', '2023-04-17')).on('2023-05-01');
    const day = forecast(later, { ...options, until: '2023-12-31' }).days.find(({ on }) => on === '2023-10-17');
    expect(day?.due.map(({ state }) => state)).toContain('vantarPaFornyadPlan');
  });

  test('nothing is told after the last day that was asked for', () => {
    const short = forecast(position, { ...options, until: '2019-12-31' });
    expect(short.complete).toBe(false);
    expect(short.days.every(({ on }) => on <= '2019-12-31')).toBe(true);
    expect(seen.days.filter(({ on }) => on <= '2019-12-31')).toEqual(short.days);
  });
});

test('a fact that is known and dated tomorrow is part of what will happen', () => {
  const case_ = given(...told, ['2019-06-02', 'sfi.kunskaper.bedomda']);
  const later = case_.facts.filter(({ on }) => on > '2019-06-01');
  const seen = forecast(case_.on('2019-06-01'), { ...options, until: '2019-07-01', later });
  expect(seen.days.find(({ on }) => on === '2019-06-02')?.facts).toEqual(later);
});

const key = (action: NextAction) => JSON.stringify(action);
const sorted = (actions: readonly NextAction[]) => actions.map(key).sort();

test('on every day of the forecast it says what next actions say of that day, and between them nothing changes', () => {
  let days = 0;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 150, max: 1300 }), (seed, after) => {
      const from = '2022-01-01';
      const asOf = calendar.addDays(from, after);
      const { facts } = journey({ registry, book, subject: 'deltagare', seed, from, until: asOf });
      const owedOn = (day: PlainDate) =>
        nextActions(fold('deltagare', facts, { registry, book, asOf: day }), { book, agreements });
      const position = fold('deltagare', facts, { registry, book, asOf });
      const until = calendar.addMonths(asOf, 36);
      const seen = forecast(position, { ...options, until });
      expect(seen.owed).toEqual(owedOn(asOf));
      let owed: NextAction[] = seen.owed;
      for (const day of seen.days) {
        expect(sorted(owedOn(calendar.dayBefore(day.on > asOf ? day.on : calendar.addDays(asOf, 1))))).toEqual(
          sorted(owed),
        );
        const gone = new Set([...day.closed, ...day.changed.map((change) => change.from)].map(key));
        const come = [...day.opened.map(({ action }) => action), ...day.changed.map((change) => change.to)];
        owed = [...owed.filter((action) => !gone.has(key(action))), ...come];
        expect(sorted(owedOn(day.on))).toEqual(sorted(owed));
        for (const { due } of day.due) expect(due.date).toBe(day.on);
        days++;
      }
      const dated = owedOn(until).filter(({ due }) => due.date === until);
      expect(sorted(seen.days.find(({ on }) => on === until)?.due ?? [])).toEqual(sorted(dated));
    }),
    runs(40),
  );
  expect(days).toBeGreaterThan(50);
});

test('every limit that a process names is one of its computed dates', () => {
  for (const { id, limits = [], dates } of registry.processes)
    for (const name of limits) expect({ id, name, known: name in dates }).toEqual({ id, name, known: true });
});
