/**
 * What must hold for every case whatever happens in it. Whole generated journeys, seeded, are the cases; a failure
 * prints the seed.
 */
import fc from 'fast-check';
import type { PlainDate } from '../../machines/grammar/index.js';
import { nextBoundary } from '../../src/engine/boundary.js';
import { calendar } from '../../src/engine/calendar/calendar.js';
import { fold } from '../../src/engine/fold.js';
import { journey } from '../../src/engine/journeys.js';
import { nextActions } from '../../src/engine/next-actions.js';
import { reminders } from '../../src/engine/reminders.js';
import type { Fact } from '../../src/engine/types.js';
import { agreements, book, registry, schedule } from '../support/law.js';
import { runs } from '../support/properties.js';
import { positionOf } from '../support/given.js';

const options = { registry, book };
const until: PlainDate = '2025-06-01';
const caseOf = (seed: number) => journey({ ...options, subject: 'deltagare', seed, from: '2022-01-01', until });
const seeds = fc.integer({ min: 1, max: 1_000_000 });

const shape = (facts: readonly Fact[], asOf: PlainDate) => {
  const position = positionOf(facts, asOf);
  return {
    states: position.positions.map((p) => p.leaves.map((l) => [l.path, l.since])),
    owed: nextActions(position, { book, agreements }),
  };
};

test('the same facts give the same steps and dates whatever order they arrived in', () => {
  fc.assert(
    fc.property(seeds, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (seed, chance) => {
      const { facts } = caseOf(seed);
      const keyed = facts.map((fact) => ({ fact, at: Number(chance.next().value) })).sort((a, b) => a.at - b.at);
      expect(shape(arrivedIn(keyed.map(({ fact }) => fact)), until)).toEqual(shape(facts, until));
    }),
    runs(40),
  );
});

/** The facts with the sequence of their arrival. Of one type on one day nothing but the sequence tells which came first. */
function arrivedIn(order: readonly Fact[]): Fact[] {
  const slots = new Map<string, number[]>();
  order.forEach((fact, i) =>
    slots.set(`${fact.on} ${fact.type}`, [...(slots.get(`${fact.on} ${fact.type}`) ?? []), i + 1]),
  );
  return [...order]
    .sort((a, b) => a.seq - b.seq)
    .map((fact) => ({ ...fact, seq: slots.get(`${fact.on} ${fact.type}`)?.shift() ?? 0 }));
}

test('a fact is accepted in a journey exactly when the fold accepts it', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { facts, position } = caseOf(seed);
      const refolded = fold('deltagare', facts, { ...options, asOf: until });
      expect(refolded.misfits).toEqual([]);
      expect(refolded.positions.map((p) => JSON.stringify(p.snapshot.value))).toEqual(
        position.positions.map((p) => JSON.stringify(p.snapshot.value)),
      );
    }),
    runs(60),
  );
});

// Journeys in which two people acted on one day, in another order than the fold takes the facts of a day.
test.each([2152, 2532, 3757, 3893])('journey %i is accepted by the fold as it was generated', (seed) => {
  const { facts } = caseOf(seed);
  expect(fold('deltagare', facts, { ...options, asOf: until }).misfits).toEqual([]);
});

// The law changes under a case at other dates in other years; whatever the year, it answers.
test.each([
  ['2018-01-01', '2021-06-01'],
  ['2020-06-01', '2023-12-31'],
  ['2024-05-01', '2028-06-01'],
] as const)('a case that lived from %s to %s has steps and dates', (from, until) => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { facts } = journey({ ...options, subject: 'deltagare', seed, from, until });
      const position = fold('deltagare', facts, { ...options, asOf: until });
      expect(position.misfits).toEqual([]);
      expect(() => nextActions(position, { book, agreements })).not.toThrow();
    }),
    runs(15),
  );
});

test('facts survive a JSON round trip unchanged in meaning', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { facts } = caseOf(seed);
      expect(shape(JSON.parse(JSON.stringify(facts)) as Fact[], until)).toEqual(shape(facts, until));
    }),
    runs(20),
  );
});

test('nothing changes between a day and the next boundary, and something may on it', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 0, max: 900 }), (seed, days) => {
      const { facts } = caseOf(seed);
      const today = calendar.addDays('2022-06-01', days);
      const on = (day: PlainDate) => {
        const known = facts.filter((f) => f.on <= today);
        const position = positionOf(known, day);
        const reminded = reminders(position, { book, agreements, schedule }).map((r) => [
          r.process,
          r.state,
          r.due,
          r.level,
        ]);
        return { owed: nextActions(position, { book, agreements }), reminded };
      };
      const boundary = nextBoundary(
        positionOf(
          facts.filter((f) => f.on <= today),
          today,
        ),
        { book, agreements, schedule },
      );
      if (boundary === null) return;
      expect(on(calendar.addDays(boundary, -1))).toEqual(on(today));
    }),
    runs(60),
  );
});

test('reminders stay until the step is discharged', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 0, max: 900 }), (seed, days) => {
      const today = calendar.addDays('2022-06-01', days);
      const facts = caseOf(seed).facts.filter((f) => f.on <= today);
      const keys = (day: PlainDate) => {
        const position = positionOf(facts, day);
        const owed = new Set(
          nextActions(position, { book, agreements }).map((a) => `${a.process}/${a.state}/${a.due.date}`),
        );
        return {
          owed,
          reminded: reminders(position, { book, agreements, schedule }).map((r) => ({
            step: `${r.process}/${r.state}/${r.due}`,
            level: r.level,
          })),
        };
      };
      const [now, later] = [keys(today), keys(calendar.addDays(today, 5))];
      const lost = now.reminded.filter(
        (r) => later.owed.has(r.step) && !later.reminded.some((l) => l.step === r.step && l.level === r.level),
      );
      expect(lost).toEqual([]);
    }),
    runs(60),
  );
});

test('a due date for an act is never a rest day, and no hard date is invented', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { facts } = caseOf(seed);
      for (const { due } of shape(facts, until).owed) {
        if (due.rolledFrom) expect(due.date && due.date > due.rolledFrom.date).toBe(true);
        if (due.kind === 'none') expect(due.date).toBeNull();
        if (due.kind === 'hard') expect(due.rules.length + Object.keys(due.inputs).length).toBeGreaterThan(0);
      }
    }),
    runs(40),
  );
});
