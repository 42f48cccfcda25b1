/** A proof that cannot fail proves nothing: one deliberately broken machine for each. */
import { type AnyStateMachine, setup } from 'xstate';
import { defineFacts, type Process } from '../../machines/grammar/index.js';
import { registryOf } from '../../src/engine/registry.js';
import type { ProcessTexts } from '../../src/engine/texts.js';
import type { Evidence } from '../../src/engine/verify/proof.js';
import { verify } from '../../src/engine/verify/verify.js';
import { book } from '../support/law.js';

const facts = defineFacts({ 'prov.gjort': { by: ['kommun'], data: {} } });
const step = { owner: 'kommun', basis: '2013:156 4 §', deadline: { none: true }, awaits: ['prov.gjort'] };

const texts: ProcessTexts = {
  name: 'Prov',
  about: 'Ett prov.',
  states: { vantarPaProv: { title: 'Väntar', action: 'Gör provet' }, klart: { title: 'Klart' } },
  facts: { 'prov.gjort': { label: 'Provet gjort' } },
};

/** The smallest process that every proof holds for. */
const sound = {
  id: 'prov',
  initial: 'vantarPaProv',
  states: { vantarPaProv: { meta: step, on: { 'prov.gjort': 'klart' } }, klart: { type: 'final' } },
};

const example = { id: 'ett', name: 'Provet görs', cites: [], steps: [{ fact: 'prov.gjort', on: '2024-03-01' }] };

function evidence(definition: unknown, more: Partial<Process> = {}, words: ProcessTexts = texts): Evidence {
  const machine = setup({}).createMachine(definition as never) as unknown as AnyStateMachine;
  const process: Process = {
    id: 'prov',
    subject: 'deltagare',
    editions: [{ since: '2018-01-01', basis: '2013:156 3 §', machine }],
    facts,
    dates: {},
    samples: [{ type: 'prov.gjort' }],
    ...more,
  };
  return {
    registry: registryOf([process]),
    book,
    texts: { sv: { prov: words }, en: { prov: words } },
    examples: [{ process: 'prov', examples: [example as never] }],
    agreements: [],
  };
}

const failing = (given: Evidence): string[] =>
  verify(given)
    .proofs.filter((proof) => !proof.ok && proof.counterexamples.length > 0)
    .map((proof) => proof.name);

const waiting = (changed: object, on: object = { 'prov.gjort': 'klart' }) => ({
  ...sound,
  states: { ...sound.states, vantarPaProv: { meta: { ...step, ...changed }, on } },
});

test('every proof holds for a sound machine', () => {
  expect(failing(evidence(sound))).toEqual([]);
});

test.each<[proof: string, given: Evidence]>([
  [
    'maskinerna är ren XState utan klocka och sidoeffekter',
    evidence({
      ...sound,
      states: {
        ...sound.states,
        vantarPaProv: { meta: step, on: { 'prov.gjort': 'klart' }, after: { 1000: 'klart' } },
      },
    }),
  ],
  [
    'varje tillstånd väntar på någon eller vet vad som väcker det',
    evidence({ ...sound, states: { ...sound.states, vantarPaProv: { on: { 'prov.gjort': 'klart' } } } }),
  ],
  ['den som äger ett steg kan fullgöra det', evidence(waiting({ owner: 'regionen' }))],
  ['varje klocka har ett datum och flyttar sin process', evidence(waiting({ clock: { 'provet.slut': 'provslut' } }))],
  [
    'varje tillstånd kan nås någon dag',
    evidence({ ...sound, states: { ...sound.states, ensamt: { meta: step, on: { 'prov.gjort': 'klart' } } } }),
  ],
  ['från varje tillstånd finns en väg till ett slut', evidence(waiting({}, { 'prov.gjort': 'vantarPaProv' }))],
  ['varje grund gäller varje dag då någon kan stå där', evidence(waiting({ basis: '2017:820 13 e §' }))],
  ['varje tidsgräns finns i lagen', evidence(waiting({ deadline: { within: '2013:156 3 §', from: 'prov.gjort' } }))],
  [
    'varje text finns på svenska och engelska',
    evidence(sound, {}, { ...texts, states: { klart: { title: 'Klart' } } }),
  ],
  [
    'varje exempel håller',
    {
      ...evidence(sound),
      examples: [
        {
          process: 'prov',
          examples: [{ ...example, steps: [{ then: '2024-03-01', in: { prov: 'klart' } }] } as never],
        },
      ],
    },
  ],
  ['varje övergång går av ett exempel', { ...evidence(sound), examples: [{ process: 'prov', examples: [] }] }],
])('%s – fails on a machine that breaks it', (proof, given) => {
  expect(failing(given)).toContain(proof);
});
