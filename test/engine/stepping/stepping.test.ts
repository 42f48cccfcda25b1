/**
 * Steps are asked of XState once and then remembered. If memory ever differed from the public functions, every position
 * that Etapp shows could be wrong without any other test noticing.
 */
import fc from 'fast-check';
import { type AnyMachineSnapshot, type AnyStateMachine, assign, type EventObject, setup, transition } from 'xstate';
import { branchOf, initial, isFast, step } from '../../../src/engine/machine.js';
import { offers } from '../../../src/engine/space/offers.js';
import { explore } from '../../../src/engine/space/state-space.js';
import { observed } from '../../../src/engine/stepping/own-scope.js';
import { book, registry } from '../../support/law.js';
import { evenly, runs } from '../../support/properties.js';
import { drawnFact, drawnMachine } from './drawn-statechart.js';

const editions = registry.processes.flatMap((process) =>
  process.editions.map((edition) => [`${process.id} since ${edition.since}`, process, edition] as const),
);

/** What the public function answers, or what it throws. */
const publicly = (machine: AnyStateMachine, from: AnyMachineSnapshot, fact: EventObject) =>
  told(() => transition(machine, from, fact)[0] as AnyMachineSnapshot);
const told = (ask: () => AnyMachineSnapshot): unknown => {
  try {
    const { value, context, status } = ask();
    return { value, context, status };
  } catch (error) {
    return { throws: (error as Error).message };
  }
};

/** The branches that XState walks, in its order. */
const walked = (machine: AnyStateMachine, from: AnyMachineSnapshot, fact: EventObject) =>
  observed(machine, from, fact).microsteps.flatMap(({ _transitions }) => _transitions.map(branchOf));

describe.each(editions)('%s', (_, process, edition) => {
  const { machine } = edition;

  test('holds nothing but states, guards and assigns, so that its steps are remembered', () => {
    expect(isFast(machine)).toBe(true);
  });

  test('steps from every situation of a day as the public functions do, twice', () => {
    const on = edition.since > '2024-03-01' ? edition.since : '2024-03-01';
    const offered = offers(process, on, book, registry);
    const { situations } = explore({ process, edition, on, offers: offered, book });
    const questions = situations.flatMap(({ snapshot }) =>
      offered.flatMap((fact) =>
        snapshot.status === 'active' && snapshot._nodes.some((node) => node.transitions.has(fact.type))
          ? [{ snapshot, fact }]
          : [],
      ),
    );
    expect(questions.length).toBeGreaterThan(0);
    for (const { snapshot, fact } of evenly(questions, 1_500)) {
      const expected = publicly(machine, snapshot, fact);
      const own = () => step(machine, snapshot, fact);
      expect(told(() => own().to)).toEqual(expected);
      expect(told(() => own().to)).toEqual(expected);
      if (!('throws' in (expected as object))) expect(own().taken).toEqual(walked(machine, snapshot, fact));
    }
  });
});

test('statecharts drawn at random are walked as the public functions walk them', () => {
  let steps = 0;
  fc.assert(
    fc.property(drawnMachine, fc.array(drawnFact, { minLength: 5, maxLength: 40 }), (machine, facts) => {
      let at: AnyMachineSnapshot;
      try {
        at = initial(machine);
      } catch {
        return;
      }
      // The same facts twice over, from wherever the first time ended: most steps of the second time are remembered.
      for (const fact of [...facts, ...facts]) {
        if (at.status !== 'active') return;
        const expected = publicly(machine, at, fact);
        const here = at;
        expect(told(() => step(machine, here, fact).to)).toEqual(expected);
        if ('throws' in (expected as object)) continue;
        const { to, taken, heard, awaited } = step(machine, here, fact);
        expect(taken).toEqual(walked(machine, here, fact));
        expect(heard).toBe(here.can(fact as never));
        expect(awaited && !heard).toBe(false);
        expect([to._nodes, to.value]).toEqual([to._nodes, machine.resolveState(to).value]);
        steps++;
        at = to;
      }
    }),
    runs(250),
  );
  expect(steps).toBeGreaterThan(1_000);
});

describe('a machine that holds more', () => {
  const form = setup({
    types: { context: {} as { n: number } },
    actions: { add: assign({ n: ({ context }) => context.n + 1 }) },
  });

  test('is stepped by XState itself', () => {
    const machine = form.createMachine({
      context: { n: 0 },
      initial: 'one',
      states: { one: { on: { go: 'two' }, exit: 'add' }, two: { entry: 'add' } },
    });
    expect(isFast(machine)).toBe(false);
    expect(step(machine, initial(machine), { type: 'go' }).to.context).toEqual({ n: 2 });
  });

  test('has no effects', () => {
    const machine = form.createMachine({
      context: { n: 0 },
      initial: 'one',
      states: { one: { on: { go: { actions: () => undefined } } } },
    });
    expect(isFast(machine)).toBe(false);
    expect(() => step(machine, initial(machine), { type: 'go' })).toThrow('assign is the only action');
  });
});
