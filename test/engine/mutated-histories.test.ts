/**
 * Whole cases, spoiled: what people mistype, forget, repeat and mix up. Whatever comes of it, the case answers; what does not
 * fit is kept and said, and nothing that fitted before is lost by a refusal. The cases are those that walk every branch, and
 * seeded ones.
 */
import fc from 'fast-check';
import { granskning, type PlainDate } from '../../machines/grammar/index.js';
import { advance } from '../../src/engine/advance.js';
import { nextBoundary } from '../../src/engine/boundary.js';
import { calendar } from '../../src/engine/calendar/calendar.js';
import { type CasePosition, fold } from '../../src/engine/fold.js';
import { journey } from '../../src/engine/journeys.js';
import { exampleCases } from '../../src/engine/law-use/example-cases.js';
import { LawError } from '../../src/engine/law/statute-book.js';
import { nextActions } from '../../src/engine/next-actions.js';
import { refusalSlugs } from '../../src/engine/refusal.js';
import { exploreAll } from '../../src/engine/space/spaces.js';
import { tours } from '../../src/engine/tours/tours.js';
import type { Fact } from '../../src/engine/types.js';
import { agreements, book, library, registry, schedule } from '../support/law.js';
import { runs } from '../support/properties.js';
import { refusalOf } from '../support/given.js';

const subject = 'deltagare';
const options = { registry, book };
const { spaces } = exploreAll(options);
const complete = tours({ ...options, subject, spaces, examples: exampleCases(library) }).tours;

interface History {
  facts: readonly Fact[];
  until: PlainDate;
}

const inSequence = (facts: readonly Fact[]): Fact[] => facts.map((fact, i) => ({ ...fact, id: `f-${i}`, seq: i + 1 }));

/** Complete histories and seeded ones, half of each. */
const histories: fc.Arbitrary<History> = fc.oneof(
  fc.constantFrom(...complete).map(({ facts, position }) => ({ facts: inSequence(facts), until: position.asOf })),
  fc.integer({ min: 1, max: 1_000_000 }).map((seed) => {
    const until: PlainDate = '2027-06-01';
    return { facts: journey({ ...options, subject, seed, from: '2022-01-01', until }).facts, until };
  }),
);

/** Something that goes wrong at one place of a history. */
type Mutation = (facts: readonly Fact[], at: number, by: number) => Fact[];

const withDatum = (fact: Fact, by: number): Fact => {
  const fields = Object.entries(registry.facts.get(fact.type)?.definition.data ?? {});
  const [name, field] = fields[by % Math.max(1, fields.length)] ?? [];
  if (name === undefined || !field) return fact;
  const other = {
    code: () => (field.kind === 'code' ? field.values[by % field.values.length] : undefined),
    boolean: () => by % 2 === 0,
    integer: () => (field.kind === 'integer' ? field.min + (by % (field.max - field.min + 1)) : undefined),
    date: () => calendar.addDays(fact.on, (by % 4000) - 2000),
    pattern: () => (field.kind === 'pattern' ? field.example : undefined),
    kommun: () => '0780',
  }[field.kind]();
  return { ...fact, data: { ...fact.data, [name]: other } };
};

const mutations: Record<string, Mutation> = {
  'a fact is forgotten': (facts, at) => facts.toSpliced(at, 1),
  'a fact has another day': (facts, at, by) =>
    facts.with(at, { ...facts[at]!, on: calendar.addDays(facts[at]!.on, (by % 800) - 400) }),
  'two facts change places': (facts, at, by) => {
    const other = by % facts.length;
    return facts.with(at, { ...facts[other]!, on: facts[at]!.on }).with(other, { ...facts[at]!, on: facts[other]!.on });
  },
  'a fact is told again': (facts, at, by) =>
    facts.toSpliced(at, 0, { ...facts[at]!, on: calendar.addDays(facts[at]!.on, by % 40) }),
  'a datum is another': (facts, at, by) => facts.with(at, withDatum(facts[at]!, by)),
  'a fact of another case is mixed in': (facts, at, by) => {
    const others = complete[by % complete.length]!.facts;
    return facts.toSpliced(at, 0, { ...others[by % others.length]!, on: facts[at]!.on });
  },
};

const spoiled = fc
  .tuple(histories, fc.constantFrom(...Object.keys(mutations)), fc.nat(100_000), fc.nat(100_000))
  .map(([{ facts, until }, name, at, by]) => ({
    name,
    until,
    facts: inSequence(facts.length === 0 ? [] : mutations[name]!(facts, at % facts.length, by)),
  }));

/** What a reader sees of a case. */
const seen = (position: CasePosition) => ({
  states: position.positions.map((p) => [p.process.id, p.instance, p.leaves.map(({ path, since }) => [path, since])]),
  owed: nextActions(position, { book, agreements }),
  misfits: position.misfits.map(({ fact }) => fact.id),
});

/** The position; a law that does not answer on some day is an answer too, the only one that may be thrown. */
function folded(facts: readonly Fact[], asOf: PlainDate): CasePosition | LawError {
  try {
    return fold(subject, facts, { ...options, asOf });
  } catch (error) {
    if (error instanceof LawError) return error;
    throw error;
  }
}

test('a spoiled case still answers: who acts, what is next, what did not fit', () => {
  fc.assert(
    fc.property(spoiled, ({ facts, until }) => {
      const position = folded(facts, until);
      if (position instanceof LawError) return;
      const { owed } = seen(position);
      for (const { facts: awaited, due } of owed) {
        expect(awaited.length).toBeGreaterThan(0);
        if (due.kind === 'none') expect(due.date).toBeNull();
      }
      const boundary = nextBoundary(position, { book, agreements, schedule });
      if (boundary !== null) expect(boundary > until).toBe(true);
    }),
    runs(150),
  );
});

test('every fact of a spoiled case counts or is kept as a misfit, and none is both', () => {
  fc.assert(
    fc.property(spoiled, ({ facts, until }) => {
      const position = folded(facts, until);
      if (position instanceof LawError) return;
      const known = facts.filter(({ on }) => on <= until).map(({ id }) => id);
      const counted = position.applied.flatMap(({ fact }) => fact?.id ?? []);
      const kept = position.misfits.map(({ fact }) => fact.id);
      expect([...counted, ...kept].sort()).toEqual([...known].sort());
    }),
    runs(150),
  );
});

test('a case without its misfits stands where the case with them stands, and owes the same but for their reviews', () => {
  fc.assert(
    fc.property(spoiled, ({ facts, until }) => {
      const position = folded(facts, until);
      if (position instanceof LawError) return;
      const misfits = new Set(position.misfits.map(({ fact }) => fact.id));
      const fitting = facts.filter(({ id }) => !misfits.has(id));
      // A case begins on the day of its first fact, also of one that does not fit.
      fc.pre(firstDay(fitting) === firstDay(facts));
      const without = folded(fitting, until) as CasePosition;
      expect(seen(without).states).toEqual(seen(position).states);
      const owed = seen(position).owed.filter(({ process }) => process !== granskning.process);
      expect(seen(without).owed).toEqual(owed);
    }),
    runs(60),
  );
});

const firstDay = (facts: readonly Fact[]): PlainDate | undefined => facts.map(({ on }) => on).sort()[0];

test('a spoiled case survives a JSON round trip unchanged in meaning', () => {
  fc.assert(
    fc.property(spoiled, ({ facts, until }) => {
      const [told, read] = [folded(facts, until), folded(JSON.parse(JSON.stringify(facts)) as Fact[], until)];
      if (told instanceof LawError || read instanceof LawError) expect(read).toEqual(told);
      else expect(seen(read)).toEqual(seen(told));
    }),
    runs(40),
  );
});

test('a fact that comes last is accepted or refused in words, and a refusal changes nothing', () => {
  fc.assert(
    fc.property(spoiled, ({ facts, until }) => {
      const [before, last] = [facts.slice(0, -1), facts.at(-1)];
      if (!last || folded(facts, until) instanceof LawError || folded(before, until) instanceof LawError) return;
      const unspoiled = JSON.stringify(before);
      const outcome = advance({ subject, facts: before }, last, { ...options, asOf: until });
      expect(JSON.stringify(before)).toBe(unspoiled);
      const fits = (folded(facts, until) as CasePosition).misfits.every(({ fact }) => fact.id !== last.id);
      if (outcome.accepted) expect(fits).toBe(true);
      // Beside what does not fit, what is malformed is refused, with the words for it.
      else if (fits) expect(refusalOf(outcome).problems.length).toBeGreaterThan(0);
      else expect(refusalSlugs).toContain(refusalOf(outcome).slug);
    }),
    runs(60),
  );
});

test.each(Object.keys(mutations))('%s: some cases take it and some say that it does not fit', (name) => {
  const drawn = fc.sample(fc.tuple(fc.constantFrom(...complete), fc.nat(100_000), fc.nat(100_000)), {
    numRuns: 60,
    seed: 20180101,
  });
  const fits = drawn.map(([{ facts, position }, at, by]) => {
    const result = folded(inSequence(mutations[name]!(facts, at % facts.length, by)), position.asOf);
    return !(result instanceof LawError) && result.misfits.length === 0;
  });
  expect(new Set(fits)).toEqual(new Set([true, false]));
});
