/** Statecharts drawn at random: regions, states in states, branches across them, states that move on by themselves. */
import fc from 'fast-check';
import { type AnyStateMachine, assign, setup } from 'xstate';

interface Context {
  n: number;
}
interface Event {
  type: 'a' | 'b' | 'c';
  v: number;
}

const form = setup({
  types: { context: {} as Context, events: {} as Event },
  guards: {
    even: ({ context }) => context.n % 2 === 0,
    small: ({ context }) => context.n < 20,
    large: ({ event }) => event.v > 2,
    never: () => false,
    fails: ({ event, context }) => {
      if (context.n === event.v) throw new Error('no answer');
      return true;
    },
  },
  actions: {
    add: assign(({ context, event }) => ({ n: context.n + event.v })),
    double: assign({ n: ({ context }) => (context.n * 2) % 101 }),
  },
});

interface Drawn {
  kind: 'leaf' | 'states' | 'regions' | 'end';
  inner: Drawn[];
  branches: Branch[];
  alone: Branch | null;
}
interface Branch {
  on: 'a' | 'b' | 'c';
  guard: string | undefined;
  target: number | undefined;
  actions: string[];
  reenter: boolean;
}

const branch: fc.Arbitrary<Branch> = fc.record({
  on: fc.constantFrom('a', 'b', 'c'),
  guard: fc.constantFrom(undefined, undefined, 'even', 'small', 'large', 'never', 'fails'),
  target: fc.option(fc.nat(40), { nil: undefined, freq: 4 }),
  actions: fc.constantFrom([], [], ['add'], ['double'], ['add', 'double']),
  reenter: fc.boolean(),
});

const { state } = fc.letrec<{ state: Drawn; leaf: Drawn }>((tie) => {
  const own = { branches: fc.array(branch, { maxLength: 3 }), alone: fc.option(branch, { freq: 3 }) };
  return {
    leaf: fc.record({ kind: fc.constantFrom('leaf', 'leaf', 'leaf', 'end'), inner: fc.constant([]), ...own }),
    state: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      tie('leaf'),
      fc.record({
        kind: fc.constantFrom('states', 'regions'),
        inner: fc.array(tie('state'), { minLength: 1, maxLength: 3 }),
        ...own,
      }),
    ),
  };
});

/** What is drawn has no types: any state may be the target of any branch. */
const machineOf = form.createMachine.bind(form) as unknown as (config: object) => AnyStateMachine;

/** A machine of at least two states, with the facts that it may be offered. */
export const drawnMachine: fc.Arbitrary<AnyStateMachine> = fc
  .record({ kind: fc.constantFrom('states', 'regions'), inner: fc.array(state, { minLength: 2, maxLength: 4 }) })
  .map(({ kind, inner }) => {
    const root: Drawn = { kind, inner, branches: [], alone: null };
    const count = { states: 0 };
    for (const one of inner) number(one, count);
    const config = { ...configOf(root, count.states), context: { n: 0 }, id: 'drawn', options: { maxIterations: 30 } };
    delete (config as { on?: unknown }).on;
    return machineOf(config);
  });

export const drawnFact: fc.Arbitrary<Event> = fc.record({ type: fc.constantFrom('a', 'b', 'c'), v: fc.nat(5) });

const numbers = new WeakMap<Drawn, number>();

function number(drawn: Drawn, count: { states: number }): void {
  numbers.set(drawn, count.states++);
  for (const one of drawn.inner) number(one, count);
}

function configOf(drawn: Drawn, states: number): object {
  const own = numbers.get(drawn);
  const ended = drawn.kind === 'end';
  const on: Record<string, object[]> = {};
  for (const { on: type, ...rest } of ended ? [] : drawn.branches) (on[type] ??= []).push(written(rest, states));
  const alone = drawn.alone && !ended && own !== undefined ? written(guarded(drawn.alone), states) : undefined;
  const inner = Object.fromEntries(drawn.inner.map((one, i) => [`s${i}`, configOf(one, states)]));
  return {
    ...(own !== undefined && { id: `n${own}` }),
    on,
    ...(alone && { always: alone }),
    ...(ended && { type: 'final' }),
    ...(drawn.inner.length > 0 && { states: inner }),
    ...(drawn.kind === 'states' && { initial: 's0' }),
    ...(drawn.kind === 'regions' && { type: 'parallel' }),
  };
}

/** A state moves on by itself under a guard on the context, and to some other state, or it would never come to rest. */
const guarded = (one: Branch): Branch => ({
  ...one,
  guard: one.guard === 'small' ? 'small' : 'even',
  actions: ['add'],
});

const written = ({ guard, target, actions, reenter }: Omit<Branch, 'on'>, states: number): object => ({
  ...(guard && { guard }),
  ...(target !== undefined && { target: `#n${target % states}` }),
  actions,
  reenter,
});
