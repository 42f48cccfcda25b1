/** Several of one process in a case, told apart by a field of their facts: an invented process that can run twice at once. */
import { setup } from 'xstate';
import { defineFacts, integer, type Process } from '../../machines/grammar/index.js';
import { advance } from '../../src/engine/advance.js';
import { explain } from '../../src/engine/explain.js';
import { fold } from '../../src/engine/fold.js';
import { nextActions } from '../../src/engine/next-actions.js';
import { registryOf } from '../../src/engine/registry.js';
import type { Fact } from '../../src/engine/types.js';
import { book } from '../support/law.js';
import { refusalOf } from '../support/given.js';

const nummer = { nummer: integer(1, 99, 'löpnummer') };
const facts = defineFacts({
  'arende.oppnat': { by: ['kommun'], data: {} },
  'arende.stangt': { by: ['kommun'], data: {}, order: 'last' },
});
const own = defineFacts({
  'plats.begard': { by: ['kommun'], data: nummer },
  'plats.borjad': { by: ['anordnare'], data: nummer },
  'plats.slutad': { by: ['anordnare'], data: nummer },
});

const step = (awaits: string, owner: string) => ({
  owner,
  basis: '2013:156 4 §',
  deadline: { none: true },
  awaits: [awaits],
});

const arende: Process = {
  id: 'arende',
  subject: 'deltagare',
  editions: [
    {
      since: '2018-01-01',
      basis: '2013:156 3 §',
      machine: setup({}).createMachine({
        id: 'arende',
        initial: 'vantarPaOppnande',
        states: {
          vantarPaOppnande: { meta: step('arende.oppnat', 'kommun'), on: { 'arende.oppnat': 'oppet' } },
          oppet: { meta: { dormant: true, wakes: ['arende.stangt'] }, on: { 'arende.stangt': 'stangt' } },
          stangt: { type: 'final' },
        },
      }) as never,
    },
  ],
  facts,
  dates: {},
  samples: [],
};

const plats = (changes: Partial<Process> = {}): Process => ({
  id: 'plats',
  subject: 'deltagare',
  instances: { key: 'nummer', opens: ['plats.begard'] },
  editions: [
    {
      since: '2018-01-01',
      basis: '2013:156 3 §',
      machine: setup({}).createMachine({
        id: 'plats',
        initial: 'vilande',
        states: {
          vilande: { meta: { dormant: true, wakes: ['arende.oppnat'] }, on: { 'arende.oppnat': 'mojlig' } },
          mojlig: { meta: { dormant: true, wakes: ['plats.begard'] }, on: { 'plats.begard': 'vantarPaBorjan' } },
          vantarPaBorjan: { meta: step('plats.borjad', 'anordnare'), on: { 'plats.borjad': 'pagar' } },
          pagar: {
            meta: { ...step('plats.slutad', 'anordnare'), clock: { 'platsen.upphord': 'slut' } },
            on: { 'plats.slutad': 'slutad', 'arende.stangt': 'slutad', 'platsen.upphord': 'slutad' },
          },
          slutad: { type: 'final' },
        },
      }) as never,
    },
  ],
  facts: own,
  dates: { slut: () => undefined },
  samples: [
    { type: 'arende.oppnat' },
    { type: 'plats.begard', data: { nummer: 1 } },
    { type: 'plats.borjad', data: { nummer: 1 } },
  ],
  ...changes,
});

const registry = registryOf([arende, plats()]);
const options = { registry, book };

const told = (...list: [on: string, type: string, nummer?: number][]): Fact[] =>
  list.map(([on, type, nr], i) => ({
    id: `fact-${i + 1}`,
    case: 'case',
    seq: i + 1,
    type,
    on: on as Fact['on'],
    by: { party: 'kommun' },
    data: nr === undefined ? {} : { nummer: nr },
    recordedAt: `${on}T12:00:00.000Z`,
    recordedBy: 'test',
  }));

const standing = (list: readonly Fact[]) =>
  fold('deltagare', list, { ...options, asOf: '2024-12-31' }).positions.map((p) => [
    p.process.id,
    p.instance,
    p.leaves[0]?.state,
  ]);

const two = told(
  ['2024-01-10', 'arende.oppnat'],
  ['2024-02-01', 'plats.begard', 2],
  ['2024-02-05', 'plats.begard', 1],
  ['2024-02-10', 'plats.borjad', 1],
);

test('a case has none until a fact opens one', () => {
  expect(standing(told(['2024-01-10', 'arende.oppnat']))).toEqual([['arende', null, 'oppet']]);
});

test('two run side by side, and a fact moves only the one it names', () => {
  expect(standing(two)).toEqual([
    ['arende', null, 'oppet'],
    ['plats', '2', 'vantarPaBorjan'],
    ['plats', '1', 'pagar'],
  ]);
});

test('each is owed by itself, and says which', () => {
  const position = fold('deltagare', two, { ...options, asOf: '2024-12-31' });
  const owed = nextActions(position, { book, agreements: [] });
  expect(owed.map(({ process, instance, state }) => [process, instance, state])).toEqual([
    ['plats', '2', 'vantarPaBorjan'],
    ['plats', '1', 'pagar'],
  ]);
});

test('a fact of another process reaches every one of them', () => {
  expect(standing([...two, ...told(['2024-06-01', 'arende.stangt'])])).toEqual([
    ['arende', null, 'stangt'],
    ['plats', '2', 'vantarPaBorjan'],
    ['plats', '1', 'slutad'],
  ]);
});

test('a new one has heard what befell the others before it was opened', () => {
  expect(standing(told(['2024-02-01', 'plats.begard', 1]))).toEqual([['arende', null, 'vantarPaOppnande']]);
});

test('a fact about one that nobody opened is refused, with the fact that opens it', () => {
  const facts = told(['2024-01-10', 'arende.oppnat']);
  const [proposed] = told(['2024-03-01', 'plats.borjad', 7]);
  const refusal = refusalOf(
    advance({ subject: 'deltagare', facts }, { ...proposed!, id: 'new', seq: 9 }, { ...options, asOf: '2024-03-01' }),
  );
  expect(refusal).toMatchObject({ slug: 'not-awaited', missing: ['plats.begard'] });
});

test('the same number is not opened twice', () => {
  const [proposed] = told(['2024-03-01', 'plats.begard', 2]);
  const outcome = advance(
    { subject: 'deltagare', facts: two },
    { ...proposed!, id: 'new', seq: 9 },
    { ...options, asOf: '2024-03-01' },
  );
  expect(refusalOf(outcome)).toMatchObject({
    slug: 'not-awaited',
    awaited: [{ process: 'plats', instance: '2', state: 'vantarPaBorjan' }],
  });
});

test('an explanation speaks of the one that is asked about, the latest opened when none is named', () => {
  const position = fold('deltagare', two, { ...options, asOf: '2024-12-31' });
  const of = (instance?: string) => explain(position, 'plats', { book, agreements: [], instance });
  expect(of()).toMatchObject({ instance: '1', instances: ['2', '1'] });
  expect(of('2')?.facts.map(({ type }) => type)).toEqual(['plats.begard']);
  expect(of('3')).toBeUndefined();
});

test('the computed date of one moves that one only', () => {
  const clocked = plats({
    dates: {
      slut: (_, law) => ({
        date: law.calendar.addMonths(law.on, 1),
        kind: 'entitlement',
        certainty: 'settled',
        rules: [],
        inputs: {},
      }),
    },
  });
  const withClock = { registry: registryOf([arende, clocked]), book };
  const facts = [...two, ...told(['2024-05-01', 'plats.borjad', 2])];
  const on = (asOf: Fact['on']) =>
    fold('deltagare', facts, { ...withClock, asOf }).positions.map((p) => p.leaves[0]?.state);
  expect(on('2024-03-11')).toEqual(['oppet', 'vantarPaBorjan', 'slutad']);
  expect(on('2024-05-02')).toEqual(['oppet', 'pagar', 'slutad']);
});

test.each([
  ['a fact without the key', { facts: { ...own, 'plats.bytt': { by: ['kommun'] as const, data: {} } } }],
  ['an opening fact that nobody defines', { instances: { key: 'nummer', opens: ['plats.funnen'] as const } }],
])('%s is no process', (_, changes) => {
  expect(() => registryOf([arende, plats(changes as Partial<Process>)])).toThrow(/plats/);
});
