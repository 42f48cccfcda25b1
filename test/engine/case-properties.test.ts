/** What must hold of a case when it is corrected, when time passes, and for every date that it shows. */
import fc from 'fast-check';
import type { PlainDate } from '../../machines/grammar/index.js';
import { calendar } from '../../src/engine/calendar/calendar.js';
import { restDay } from '../../src/engine/calendar/holidays.js';
import { journey } from '../../src/engine/journeys.js';
import { nextActions } from '../../src/engine/next-actions.js';
import type { Fact } from '../../src/engine/types.js';
import { positionOf } from '../support/given.js';
import { agreements, book, registry } from '../support/law.js';
import { runs } from '../support/properties.js';

const until: PlainDate = '2025-06-01';
const seeds = fc.integer({ min: 1, max: 1_000_000 });
const caseOf = (seed: number) =>
  journey({ registry, book, subject: 'deltagare', seed, from: '2022-01-01', until }).facts;

const shape = (facts: readonly Fact[], asOf: PlainDate) => {
  const position = positionOf(facts, asOf);
  return {
    states: position.positions.map((p) => p.leaves.map((l) => [l.path, l.since])),
    owed: nextActions(position, { book, agreements }),
    misfits: position.misfits.length,
  };
};

test('correcting a fact to what it already says changes nothing', () => {
  let corrected = 0;
  fc.assert(
    fc.property(seeds, fc.nat(200), (seed, pick) => {
      const facts = caseOf(seed);
      const fact = facts[pick % facts.length]!;
      // Of one type on one day nothing but the sequence tells which came first, and a correction comes later.
      if (facts.some((other) => other !== fact && other.type === fact.type && other.on === fact.on)) return;
      const again = { ...fact, id: 'again', seq: facts.length + 1, corrects: fact.id };
      expect(shape([...facts, again], until)).toEqual(shape(facts, until));
      corrected++;
    }),
    runs(40),
  );
  expect(corrected).toBeGreaterThan(20);
});

test('time facts that have come stay as the day moves on, and no fact comes before its day', () => {
  let seen = 0;
  fc.assert(
    fc.property(seeds, fc.nat(900), fc.integer({ min: 1, max: 400 }), (seed, days, more) => {
      const today = calendar.addDays('2022-06-01', days);
      const facts = caseOf(seed).filter(({ on }) => on <= today);
      const timesOn = (day: PlainDate) =>
        positionOf(facts, day).applied.flatMap(({ time }) => (time ? [`${time.on} ${time.process} ${time.type}`] : []));
      const [now, later] = [timesOn(today), timesOn(calendar.addDays(today, more))];
      expect(later.slice(0, now.length)).toEqual(now);
      expect(now.every((time) => time.slice(0, 10) <= today)).toBe(true);
      seen += later.length;
    }),
    runs(60),
  );
  expect(seen).toBeGreaterThan(60);
});

test('an act that rolls is never due on a rest day, and the end of an entitlement never rolls', () => {
  let [rolled, ends] = [0, 0];
  fc.assert(
    fc.property(seeds, fc.nat(900), (seed, days) => {
      const today = calendar.addDays('2022-06-01', days);
      const position = positionOf(
        caseOf(seed).filter(({ on }) => on <= today),
        today,
      );
      for (const { due } of nextActions(position, { book, agreements })) {
        if (!due.rolledFrom || !due.date) continue;
        expect(restDay(due.date)).toBeUndefined();
        expect(restDay(due.rolledFrom.date)).toBeDefined();
        rolled++;
      }
      for (const { reckoned } of position.positions.flatMap((p) => p.ahead))
        if (reckoned.kind === 'entitlement') {
          expect(reckoned.rolledFrom).toBeUndefined();
          ends++;
        } else expect(restDay(reckoned.date)).toBeUndefined();
    }),
    runs(60),
  );
  expect({ rolled: rolled > 0, ends: ends > 50 }).toEqual({ rolled: true, ends: true });
});
