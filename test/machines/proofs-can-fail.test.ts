/** A proof that cannot fail proves nothing: at least one deliberately broken machine for each. */
import { type AnyStateMachine, assign, setup } from 'xstate';
import { inForce, limit } from '../../machines/grammar/index.js';
import type { Evidence } from '../../src/engine/verify/proof.js';
import {
  answer,
  answered,
  begunBefore,
  evidence,
  example,
  failing,
  ja,
  lateWindow,
  slut,
  sound,
  step,
  texts,
  to,
  waiting,
} from './broken-machine.js';

test('every proof holds for a sound machine', () => {
  expect(failing(evidence(sound))).toEqual([]);
});

const regions = {
  id: 'prov',
  type: 'parallel',
  states: {
    ena: { initial: 'vantarPaProv', states: { vantarPaProv: { meta: step, on: { 'prov.gjort': '#klart' } } } },
    andra: {
      initial: 'vantarDar',
      states: { vantarDar: { meta: step, on: { 'prov.gjort': 'klart' } }, klart: { id: 'klart', type: 'final' } },
    },
  },
};

const counting = setup({
  types: { context: {} as { ord: string } },
  actions: { fler: assign({ ord: ({ context }) => `${context.ord}x` }) },
});

test.each<[proof: string, how: string, given: () => Evidence]>([
  [
    'maskinerna är ren XState utan klocka och sidoeffekter',
    'a timer',
    () =>
      evidence({
        ...sound,
        states: {
          ...sound.states,
          vantarPaProv: { meta: step, on: { 'prov.gjort': 'klart' }, after: { 1000: 'klart' } },
        },
      }),
  ],
  [
    'maskinerna är ren XState utan klocka och sidoeffekter',
    'a guard without a name',
    () => evidence(waiting({}, { 'prov.gjort': { guard: () => true, target: 'klart' } })),
  ],
  ['ingen övergång nollställer det som pågår vid sidan av', 'a leap between regions', () => evidence(regions)],
  [
    'varje tillstånd väntar på någon eller vet vad som väcker det',
    'no meta',
    () => evidence({ ...sound, states: { ...sound.states, vantarPaProv: { on: { 'prov.gjort': 'klart' } } } }),
  ],
  [
    'alla lägen går att räkna upp',
    'a context that grows',
    () => {
      const growing = { 'prov.gjort': { actions: 'fler' } };
      const machine = counting.createMachine({ ...waiting({}, growing), context: { ord: 'x' } } as never);
      return evidence(sound, {
        editions: [{ since: '2018-01-01', basis: '2013:156 3 §', machine: machine as unknown as AnyStateMachine }],
      });
    },
  ],
  [
    'varje tillstånd kan nås någon dag',
    'a state that nothing leads to',
    () => evidence({ ...sound, states: { ...sound.states, ensamt: { meta: step, on: { 'prov.gjort': 'klart' } } } }),
  ],
  [
    'från varje tillstånd finns en väg till ett slut',
    'a circle',
    () => evidence(waiting({}, { 'prov.gjort': 'vantarPaProv' })),
  ],
  [
    'från varje tillstånd finns en väg till ett slut',
    'a way that no fact can walk',
    () => evidence(waiting({}, to('aldrig')), { guards: { aldrig: () => false } }),
  ],
  [
    'den som äger ett steg kan fullgöra det',
    'a fact that is not the owner’s',
    () => evidence(waiting({ owner: 'regionen' })),
  ],
  [
    'den som äger ett steg kan fullgöra det',
    'a fact that is never taken',
    () => evidence(waiting({}, to('aldrig')), { guards: { aldrig: () => false } }),
  ],
  [
    'inget faktum är både väntat och omöjligt',
    'a guard that never holds',
    () => evidence(waiting({}, to('aldrig')), { guards: { aldrig: () => false } }),
  ],
  ['inget faktum är både väntat och omöjligt', 'a fact without a sample', () => evidence(sound, { samples: [] })],
  [
    'inget faktum är både väntat och omöjligt',
    'a time that never comes',
    () =>
      evidence(
        {
          ...sound,
          states: {
            ...sound.states,
            vantarPaProv: {
              meta: { dormant: true, wakes: ['tiden.ute'], clock: { 'tiden.ute': 'slut' } },
              on: { 'tiden.ute': 'klart' },
            },
          },
        },
        { dates: { slut: () => undefined }, samples: [{ type: 'tiden.ute' }] },
      ),
  ],
  [
    'villkor på samma faktum utesluter varandra',
    'two guards that both hold',
    () => evidence(waiting({}, to('ja', 'alltid')), { guards: { ja, alltid: () => true }, ...answer }),
  ],
  [
    'villkor på samma faktum utesluter varandra',
    'two guards that both hold on a later day only',
    () =>
      evidence(waiting({}, to('fore', 'sistaDagen')), {
        guards: {
          fore: limit(slut, { through: ['slut'] }),
          sistaDagen: ({ event }: { event: { on: string } }) => event.on >= '2018-06-30',
        },
        dates: slut,
      }),
  ],
  [
    'villkor på ett väntat faktum lämnar inget utanför',
    'an answer that no guard takes',
    () => evidence(waiting({}, to('ja')), { guards: { ja }, ...answer }),
  ],
  [
    'villkor på ett väntat faktum lämnar inget utanför',
    'a condition hidden behind a date',
    () =>
      evidence(waiting({}, to('ja', 'nejITid')), {
        guards: { ja, nejITid: limit(slut, { through: ['slut'] }, () => false) },
        dates: slut,
        ...answer,
      }),
  ],
  [
    'varje klocka har ett datum och flyttar sin process',
    'a clock without a date',
    () => evidence(waiting({ clock: { 'provet.slut': 'provslut' } })),
  ],
  [
    'varje datum går att räkna ut där det behövs',
    'a date function that throws',
    () =>
      evidence(waiting({ clock: { 'tiden.ute': 'slut' } }, { 'prov.gjort': 'klart', 'tiden.ute': 'klart' }), {
        dates: {
          slut: () => {
            throw new Error('trasigt');
          },
        },
      }),
  ],
  [
    'varje datum går att räkna ut där det behövs',
    'a step due by a date that lacks its inputs',
    () => evidence(waiting({ deadline: { by: 'slut' } }), { dates: { slut: () => undefined } }),
  ],
  [
    'varje datum går att räkna ut där det behövs',
    'a guard that the law does not answer',
    () =>
      evidence(waiting({}, to('lag')), {
        guards: {
          lag: ({ event }: { event: { law: { inForce(c: string): boolean } } }) => event.law.inForce('1:1 1 §'),
        },
      }),
  ],
  [
    'varje hänvisning finns i lagen eller bland kraven',
    'a typing error',
    () => evidence(waiting({ basis: '2013:165 4 §' })),
  ],
  [
    'varje hänvisning finns i lagen eller bland kraven',
    'no such requirement',
    () => evidence(waiting({ basis: 'R999' })),
  ],
  [
    'varje grund gäller varje dag då någon kan stå där',
    'a ground that is not in force the whole time',
    () => evidence(waiting({ basis: '2017:820 13 e §' })),
  ],
  [
    'varje grund gäller varje dag då någon kan stå där',
    'a state that is come to the day after the repeal by who began the day before',
    () => evidence(begunBefore, { guards: { iKraft: inForce('2017:820 13 e §') } }),
  ],
  [
    'varje grund gäller varje dag då någon kan stå där',
    'an edition that outlives its ground',
    () => {
      const { editions } = evidence(sound).registry.processes[0]!;
      return evidence(sound, { editions: [{ ...editions[0], since: '2022-01-01', basis: '2017:820 13 e §' }] });
    },
  ],
  [
    'varje tidsgräns finns i lagen',
    'a provision without a length',
    () => evidence(waiting({ deadline: { within: '2013:156 3 §', from: 'prov.gjort' } })),
  ],
  [
    'varje text finns på svenska och engelska',
    'a state without words',
    () => evidence(sound, {}, { ...texts, states: { klart: { title: 'Klart' } } }),
  ],
  [
    'varje prov på ett faktum följer dess schema',
    'a code outside the list',
    () => evidence(sound, { facts: answered, samples: [{ type: 'prov.gjort', data: { svar: 'kanske', dag: '+3' } }] }),
  ],
  [
    'varje exempel håller',
    'another state than the machine’s',
    () => ({
      ...evidence(sound),
      examples: [
        {
          process: 'prov',
          examples: [{ ...example, steps: [{ then: '2024-03-01', in: { prov: 'klart' } }] } as never],
        },
      ],
    }),
  ],
  [
    'varje övergång går av ett exempel',
    'no example at all',
    () => ({ ...evidence(sound), examples: [{ process: 'prov', examples: [] }] }),
  ],
  ['ingen mottagen insats ligger utanför programtiden', 'a window that closes a day late', lateWindow],
])('%s – fails on %s', (proof, _, given) => {
  expect(failing(given())).toContain(proof);
});
