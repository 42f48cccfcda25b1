/** A newest fact goes on from where the case stood. That is a shortcut, and must never be seen in an answer. */
import fc from 'fast-check';
import type { PlainDate } from '../../machines/grammar/index.js';
import { KeptStands } from '../../src/cases/kept-stands.js';
import { advance, type Outcome } from '../../src/engine/advance.js';
import { calendar } from '../../src/engine/calendar/calendar.js';
import { WITHDRAWN } from '../../src/engine/fact-log.js';
import { type CasePosition, fold } from '../../src/engine/fold.js';
import { journey } from '../../src/engine/journeys.js';
import { holdsOn, isNewest, positionOn, standOf } from '../../src/engine/stand.js';
import type { Fact } from '../../src/engine/types.js';
import { agreements, book, registry } from '../support/law.js';
import { runs } from '../support/properties.js';

const options = { registry, book };
const until: PlainDate = '2025-06-01';
const seeds = fc.integer({ min: 1, max: 1_000_000 });
const chances = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }));
const caseOf = (seed: number) =>
  journey({ ...options, subject: 'deltagare', seed, from: '2022-01-01', until }).facts.slice(0, 40);

/** A position without the machines: all that anybody can see of it. */
const seen = ({ positions, unopened, applied, misfits, ...rest }: CasePosition) => {
  const plain = (all: CasePosition['positions']) =>
    all.map(({ process, instance, edition, snapshot, leaves, ahead }) => {
      const { value, context, status } = snapshot;
      return {
        process: process.id,
        instance,
        since: edition.since,
        value,
        context: context as unknown,
        status,
        leaves,
        ahead,
      };
    });
  return {
    ...rest,
    positions: plain(positions),
    unopened: plain(unopened),
    applied: applied.map(({ moves, ...one }) => ({ ...one, moves: moves.map(({ left: _, ...move }) => move) })),
    misfits: misfits.map(({ fact, objections }) => ({ fact, objections })),
  };
};
const seenOutcome = (outcome: Outcome) =>
  outcome.accepted
    ? {
        ...outcome,
        before: seen(outcome.before),
        after: seen(outcome.after),
        conflicts: outcome.conflicts.length,
        stand: 0,
      }
    : outcome;

/** Facts in the order somebody might record them: late ones, corrections, withdrawals, and some of nobody's asking. */
function* recorded(facts: readonly Fact[], chance: () => number): Generator<Fact> {
  const waiting = [...facts];
  const told: Fact[] = [];
  for (let seq = 1; waiting.length > 0; seq++) {
    const late = chance() < 0.25 ? Math.floor(chance() * Math.min(4, waiting.length)) : 0;
    const earlier = told[Math.floor(chance() * told.length)];
    const free = earlier && !told.some(({ corrects }) => corrects === earlier.id) && earlier.type !== WITHDRAWN;
    const again = free && chance() < 0.15 ? { ...earlier, corrects: earlier.id } : undefined;
    const fact = again ? changed(again, chance()) : waiting.splice(late, 1)[0]!;
    const next = { ...fact, id: `told-${seq}`, seq };
    told.push(next);
    yield next;
  }
}

const changed = (fact: Fact, chance: number): Fact => {
  if (chance < 0.3) return { ...fact, type: WITHDRAWN, data: {} };
  return chance < 0.6 ? { ...fact, on: calendar.addDays(fact.on, 3) } : fact;
};

test('recording goes on from where the case stood and answers as if it were folded from the beginning', () => {
  let [resumed, anew, refused] = [0, 0, 0];
  fc.assert(
    fc.property(seeds, chances, (seed, stream) => {
      const kept = new KeptStands();
      let facts: Fact[] = [];
      let today: PlainDate = '2022-01-01';
      for (const fact of recorded(caseOf(seed), () => Number(stream.next().value))) {
        today = fact.on > today ? fact.on : today;
        const asOf = today;
        const of = { subject: 'deltagare' as const, facts };
        const resume = kept.find(facts);
        const quick = advance(of, fact, { ...options, agreements, asOf, resume });
        const plain = advance(of, fact, { ...options, agreements, asOf });
        expect(seenOutcome(quick)).toEqual(seenOutcome(plain));
        if (!quick.accepted) refused++;
        if (!quick.accepted) continue;
        if (resume && holdsOn(resume, asOf) && isNewest(fact, resume, registry)) resumed++;
        else anew++;
        facts = [...facts, fact];
        kept.keep(facts, quick.stand);
        const later = calendar.addDays(asOf, 90);
        if (holdsOn(quick.stand, later))
          expect(seen(positionOn(quick.stand, later, options))).toEqual(
            seen(fold('deltagare', facts, { ...options, asOf: later })),
          );
      }
    }),
    runs(12),
  );
  // Each of the ways was gone, or the comparison would prove nothing.
  expect({ resumed: resumed > 20, anew: anew > 20, refused: refused > 0 }).toEqual({
    resumed: true,
    anew: true,
    refused: true,
  });
});

describe('what is kept', () => {
  const facts = caseOf(7).map((fact) => ({ ...fact, case: 'one' }));
  const stand = standOf('deltagare', facts, { ...options, asOf: until });

  test('answers for the very log that it was folded from', () => {
    const kept = new KeptStands();
    kept.keep(facts, stand);
    expect(kept.find([...facts])).toBe(stand);
  });

  test('is not trusted for a log that somebody else has added to, or ended otherwise', () => {
    const kept = new KeptStands();
    kept.keep(facts, stand);
    expect(kept.find([...facts, { ...facts[0]!, id: 'another', seq: 99 }])).toBeUndefined();
    expect(kept.find([...facts.slice(0, -1), { ...facts.at(-1)!, id: 'another' }])).toBeUndefined();
    expect(kept.find(facts.slice(0, -1))).toBeUndefined();
    expect(kept.find([])).toBeUndefined();
  });

  test('leaves out no fact: where one is dated later, nothing is kept', () => {
    const kept = new KeptStands();
    const early = standOf('deltagare', facts, { ...options, asOf: facts[3]!.on });
    kept.keep(facts, early);
    expect(early.whole).toBe(false);
    expect(kept.find(facts)).toBeUndefined();
  });

  test('is bounded: the case that nobody has asked for longest goes first', () => {
    const kept = new KeptStands(2);
    const of = (id: string) => facts.map((fact) => ({ ...fact, case: id }));
    for (const id of ['a', 'b']) kept.keep(of(id), stand);
    kept.find(of('a'));
    kept.keep(of('c'), stand);
    expect(['a', 'b', 'c'].map((id) => kept.find(of(id)) === stand)).toEqual([true, false, true]);
    expect(kept.size).toBe(2);
  });
});
