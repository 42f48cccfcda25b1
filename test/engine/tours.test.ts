/** The histories that are generated to walk every branch: complete, deterministic, and accepted by the fold as they are. */
import type { PlainDate, Process, Subject } from '../../machines/grammar/index.js';
import { coverage } from '../../src/engine/coverage/coverage.js';
import { fold } from '../../src/engine/fold.js';
import { journey } from '../../src/engine/journeys.js';
import { branches, branchKey } from '../../src/engine/machine.js';
import { nextActions } from '../../src/engine/next-actions.js';
import { obligationsSeen } from '../../src/engine/obligations/seen.js';
import { inHistories, type Witness } from '../../src/engine/obligations/witnesses.js';
import { computedDate } from '../../src/engine/position.js';
import { exploreAll } from '../../src/engine/space/spaces.js';
import { isAt, isAtBoth, nameOf, type Pair, pairsOf } from '../../src/engine/tours/outcomes.js';
import { tours } from '../../src/engine/tours/tours.js';
import { exampleCases } from '../../src/engine/law-use/example-cases.js';
import { book, library, registry, tingsryd } from '../support/law.js';
import { byHand } from '../support/reckoned-by-hand.js';

const examples = exampleCases(library);
const { spaces } = exploreAll({ registry, book });
const subjects = (['deltagare', 'overenskommelse', 'utbildningsplan'] satisfies Subject[]).filter(
  (subject) => registry.of(subject).length > 0,
);
const told = subjects.map((subject) => ({ subject, ...tours({ registry, book, subject, spaces, examples }) }));

describe.each(told)('$subject', ({ subject, ...generated }) => {
  test('every branch of every process is walked by some history', () => {
    expect(generated.unwalked).toEqual([]);
    const declared = registry
      .of(subject)
      .flatMap((process: Process) => process.editions.flatMap(({ machine }) => branches(machine)));
    const walked = new Set(
      generated.tours.flatMap(({ position }) =>
        position.applied.flatMap(({ moves, besides = [] }) =>
          [...moves, ...besides].flatMap(({ process, taken }) =>
            taken.map((branch) => `${process} ${branchKey(branch)}`),
          ),
        ),
      ),
    );
    expect(walked.size).toBeLessThanOrEqual(declared.length);
    expect(generated.walked).toBe(walked.size);
  });

  test('the fold accepts every fact of every history', () => {
    for (const { facts, position } of generated.tours) {
      const folded = fold(subject, facts, { registry, book, asOf: position.asOf });
      expect(folded.misfits).toEqual([]);
      expect(folded.positions.map(({ snapshot }) => JSON.stringify(snapshot.value))).toEqual(
        position.positions.map(({ snapshot }) => JSON.stringify(snapshot.value)),
      );
    }
  });

  test('every pair of outcomes of coupled processes is ended in, or is shown to be impossible', () => {
    expect(generated.unmet).toEqual([]);
    const pairs = pairsOf(registry.of(subject));
    const never = new Set(generated.impossible.map(({ pair }) => nameOf(pair)));
    const together = (pair: Pair) => generated.tours.some(({ position }) => isAtBoth(position, pair));
    expect(pairs.filter((pair) => together(pair) === never.has(nameOf(pair))).map(nameOf)).toEqual([]);
    expect(generated.met + never.size).toBe(pairs.length);
  });

  // A pair is called impossible because the one never stands there when the other has ended. What cases show must agree.
  test('no case, generated or invented, is anywhere that an impossible pair says it cannot be', () => {
    const invented = Array.from({ length: 40 }, (_, i) =>
      journey({ registry, book, subject, seed: i + 1, from: '2018-01-01', until: '2030-01-01' }),
    );
    for (const { position } of [...generated.tours, ...invented])
      for (const { pair, ended, other } of generated.impossible) {
        const [one, another] = ended === 0 ? pair : [pair[1], pair[0]];
        if (!isAt(position, one)) continue;
        const standing = position.positions.filter(({ process }) => process === another.process);
        expect(
          standing.flatMap(({ leaves }) => leaves.map(({ state }) => state).filter((s) => !other.includes(s))),
        ).toEqual([]);
      }
  });

  test('the same machines give the same histories', () => {
    const again = tours({ registry, book, subject, spaces, examples });
    expect(again.tours.map(({ facts }) => facts)).toEqual(generated.tours.map(({ facts }) => facts));
  });
});

// Coverage shows the shortest way to a step, by the same explorer; the histories must know of every step that it asks about.
test.each(['2019-12-01', '2026-01-15'] as const)(
  'the histories come to every step that coverage asks about on %s',
  (asOf) => {
    const { requirements } = library;
    const been = new Set(
      told.flatMap(({ tours: all }) =>
        all.flatMap(({ position }) =>
          position.applied.flatMap(({ moves }) =>
            moves.flatMap(({ process, from, to }) => [...from, ...to].map((state) => `${process}/${state}`)),
          ),
        ),
      ),
    );
    const { matrix } = coverage(tingsryd, { asOf, registry, book, requirements });
    const inLaw = matrix.filter(({ points }) => points.P4 !== 'not_applicable');
    expect(inLaw.length).toBeGreaterThan(100);
    expect(inLaw.map(({ process, state }) => `${process}/${state}`).filter((step) => !been.has(step))).toEqual([]);
  },
);

const { obligations, coming = [] } = library.obligations;

/** Every evening of every history that was generated, nobody having thought of it. */
function* evenings(): Generator<Witness> {
  for (const { subject, tours } of told) yield* inHistories(library, subject, tours);
}

describe('each of the thirty-two obligations is owed in a history that nobody wrote', () => {
  const seen = obligationsSeen(library.obligations, evenings(), book).filter((one) => !one.coming);

  test('none is left out', () => {
    expect([...new Set(seen.map(({ obligation }) => obligation))]).toEqual(
      obligations
        .filter(({ steps, limits = [] }) =>
          [...steps.map(({ step }) => step), ...limits].some((key) => !coming.includes(key)),
        )
        .map(({ number }) => number),
    );
  });

  test.each(seen.map((one) => [one.obligation, one.key, one] as const))(
    'obligation %i is shown by %s, with its debtor, kind and date',
    (_, __, { by, instead }) => {
      expect(by?.history ? 'seen' : instead).toBe('seen');
    },
  );
});

describe('a day that is shown for an obligation is the day that its provision gives, reckoned by hand', () => {
  const carriers = obligations.flatMap(({ number, steps, limits = [] }) => [
    ...steps.filter(({ shows }) => shows === 'day').map(({ step, kind }) => ({ number, key: step, kind })),
    ...limits.map((key) => ({ number, key, kind: undefined })),
  ]);
  const days = new Map(carriers.map(({ key }) => [key, [] as { shown: string; byHand: string; at: string }[]]));
  for (const { position, history } of evenings()) {
    const happened = position.applied.map(({ type, on, fact }) => ({ type, on, data: fact?.data ?? {} }));
    const note = (key: string, since: PlainDate, shown: PlainDate | null | undefined) => {
      const expected = byHand[key]?.({ happened, asOf: position.asOf, since });
      if (shown && expected)
        days.get(key)?.push({ shown, byHand: expected, at: `history ${history} on ${position.asOf}` });
    };
    const actions = nextActions(position, { book, agreements: [] });
    for (const { key, kind } of carriers) {
      if (kind) {
        const action = actions.find(({ process, state }) => `${process}/${state}` === key);
        if (action?.due.kind === kind) note(key, action.since, action.due.date);
      } else {
        const [process = '', name = ''] = key.split('/');
        const of = position.positions.find((one) => one.process.id === process);
        if (of) note(key, position.asOf, computedDate(of.process, name, of.snapshot, position.asOf, book)?.date);
      }
    }
  }

  test.each(carriers.map(({ number, key }) => [number, key] as const))('obligation %i, %s', (_, key) => {
    const all = days.get(key) ?? [];
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter(({ shown, byHand }) => shown !== byHand).slice(0, 3)).toEqual([]);
  });
});
