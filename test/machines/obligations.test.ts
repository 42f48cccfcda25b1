/**
 * The catalogue says what each party owes. If an obligation is owed in no case, the catalogue is only words; if it is
 * owed by somebody else, or with another kind of time, either the catalogue or the machine is wrong.
 */
import { isStep } from '../../machines/grammar/index.js';
import { obligationsSeen } from '../../src/engine/obligations/seen.js';
import { inExamples, inJourneys, type Witness } from '../../src/engine/obligations/witnesses.js';
import { runAll } from '../../src/engine/verify/data-proofs.js';
import { book, library, registry } from '../support/law.js';

const { obligations, coming = [] } = library.obligations;
const SEEDS = 10;

function* everywhere(): Generator<Witness> {
  yield* inExamples(library, runAll(library));
  yield* inJourneys(library, { seeds: SEEDS, from: '2024-01-08', until: '2027-12-31' });
}

test('the catalogue holds the thirty-two obligations, in order', () => {
  expect(obligations.map(({ number }) => number)).toEqual(Array.from({ length: 32 }, (_, i) => i + 1));
});

const seen = obligationsSeen(library.obligations, everywhere(), book);

test.each(seen.filter((one) => !one.coming).map((one) => [one.obligation, one.key, one] as const))(
  'obligation %i is shown by %s, with its debtor, kind and date',
  (_, __, { by, instead }) => {
    expect(by ? 'seen' : instead).toBe('seen');
  },
);

test('every obligation is carried by a step or has a limit', () => {
  const bare = obligations.filter(({ steps, limits = [] }) => steps.length + limits.length === 0);
  expect(bare.map(({ number }) => number)).toEqual([]);
});

test('what is said to be coming has not come yet, and something waits for it', () => {
  const dates = registry.processes.flatMap(({ id, dates }) => Object.keys(dates).map((name) => `${id}/${name}`));
  const there = new Set([...registry.states.keys(), ...dates]);
  expect(coming.filter((key) => there.has(key))).toEqual([]);
  const named = new Set(seen.map(({ key }) => key));
  expect(coming.filter((key) => !named.has(key))).toEqual([]);
});

test('an obligation that somebody owes in law cites what the step or its time rests on', () => {
  const grounds = (key: string): string[] => {
    const meta = registry.states.get(key)?.meta;
    if (!isStep(meta)) return [];
    const { basis, deadline } = meta;
    return [basis, ...('within' in deadline ? [deadline.within] : 'promptly' in deadline ? [deadline.promptly] : [])];
  };
  const uncited = obligations.filter(({ steps, sources }) => {
    const all = steps.flatMap(({ step }) => grounds(step));
    return all.length > 0 && !all.some((ground) => sources.includes(ground));
  });
  expect(uncited.map(({ number }) => number)).toEqual([]);
});

test('an obligation owed by another party, or shown in another way, is not seen', () => {
  const [first] = obligations;
  const [step] = first?.steps ?? [];
  if (!first || !step) throw new Error('no first obligation');
  const other = { ...first, steps: [{ ...step, party: 'kommun' as const }], limits: [] };
  const [found] = obligationsSeen({ obligations: [other] }, inExamples(library, runAll(library)), book);
  expect(found?.by).toBeUndefined();
  expect(found?.instead).toContain('migrationsverket, soft, standard');
});
