import { assign, setup } from 'xstate';
import { defineProcess, type FactEvent, inForce, type Meta, refusing } from '../../grammar/index.js';
import { facts } from './facts.js';

interface Context {
  /** A plan has been decided before; what is decided next is a revision of it. */
  planFinns: boolean;
}

// 2010:800 20 kap. 33 d §: the coherent education follows a plan that the home municipality decides. The law says neither
// who takes part nor how often it is looked over: R41–R49 of the support for coordination do, without numbers.
const machine = setup({
  types: { context: {} as Context, events: {} as FactEvent<typeof facts>, meta: {} as Meta },
  guards: {
    iKraft: inForce('2010:800 20 kap. 33 d §'),
    // A plan is decided once and then revised: which of the two is meant the kommun knows, and a slip is refused.
    ingenPlanFinns: refusing(({ context }: { context: Context }) => !context.planFinns),
    planFinns: refusing(({ context }: { context: Context }) => context.planFinns),
    revideras: ({ event }) => 'revideras' in event.data && event.data.revideras,
  },
  actions: { noteraPlan: assign({ planFinns: true }) },
}).createMachine({
  id: 'sammanhallenUtbildningsplan',
  initial: 'vantarPaPlanarbete',
  context: { planFinns: false },
  states: {
    vantarPaPlanarbete: {
      meta: {
        owner: 'kommun',
        basis: '2010:800 20 kap. 33 d §',
        deadline: { none: true },
        awaits: ['planarbete.paborjat'],
      },
      on: { 'planarbete.paborjat': { guard: 'iKraft', target: 'planarbete' } },
    },
    // What Arbetsförmedlingen brings is awaited side by side, and none of it holds up the municipality's decision.
    planarbete: {
      type: 'parallel',
      on: {
        'utbildningsplan.beslutad': { guard: 'ingenPlanFinns', target: 'gallande', actions: 'noteraPlan' },
        'utbildningsplan.reviderad': { guard: 'planFinns', target: 'gallande' },
        'utbildningsplan.upphavd': { guard: 'planFinns', target: 'upphavd' },
      },
      states: {
        beslut: {
          initial: 'vantarPaBeslut',
          states: {
            vantarPaBeslut: {
              meta: {
                owner: 'kommun',
                basis: '2010:800 20 kap. 33 d §',
                deadline: { none: true },
                awaits: ['utbildningsplan.beslutad', 'utbildningsplan.reviderad'],
              },
            },
          },
        },
        medverkan: {
          initial: 'vantarPaMedverkan',
          states: {
            vantarPaMedverkan: {
              meta: {
                owner: 'arbetsformedlingen',
                basis: 'R42',
                deadline: { none: true },
                awaits: ['planmote.hallet'],
              },
              on: { 'planmote.hallet': 'medverkat' },
            },
            medverkat: { type: 'final' },
          },
        },
        malgrupp: {
          initial: 'vantarPaMalgruppsanalys',
          states: {
            vantarPaMalgruppsanalys: {
              meta: {
                owner: 'arbetsformedlingen',
                basis: 'R43',
                deadline: { none: true },
                awaits: ['malgruppsanalys.lamnad'],
              },
              on: { 'malgruppsanalys.lamnad': 'malgruppsanalysFinns' },
            },
            malgruppsanalysFinns: { type: 'final' },
          },
        },
        kompetens: {
          initial: 'vantarPaKompetensbehov',
          states: {
            vantarPaKompetensbehov: {
              meta: {
                owner: 'arbetsformedlingen',
                basis: 'R44',
                deadline: { none: true },
                awaits: ['kompetensbehov.lamnat'],
              },
              on: { 'kompetensbehov.lamnat': 'kompetensbehovFinns' },
            },
            kompetensbehovFinns: { type: 'final' },
          },
        },
        aktiviteter: {
          initial: 'vantarPaAktivitetsforslag',
          states: {
            vantarPaAktivitetsforslag: {
              meta: {
                owner: 'arbetsformedlingen',
                basis: 'R45',
                deadline: { none: true },
                awaits: ['aktivitetsforslag.lamnat'],
              },
              on: { 'aktivitetsforslag.lamnat': 'aktivitetsforslagFinns' },
            },
            aktivitetsforslagFinns: { type: 'final' },
          },
        },
      },
    },
    gallande: {
      type: 'parallel',
      on: { 'planarbete.paborjat': 'planarbete', 'utbildningsplan.upphavd': 'upphavd' },
      states: {
        oversyn: {
          initial: 'vantarPaOversyn',
          states: {
            vantarPaOversyn: {
              meta: {
                owner: 'kommun',
                basis: 'R41',
                deadline: {
                  within: '0000:1 35 §',
                  from: ['utbildningsplan.beslutad', 'utbildningsplan.reviderad', 'utbildningsplan.oversedd'],
                },
                awaits: ['utbildningsplan.oversedd'],
              },
              on: {
                'utbildningsplan.oversedd': [
                  { guard: 'revideras', target: '#sammanhallenUtbildningsplan.planarbete' },
                  { target: 'vantarPaOversyn' },
                ],
              },
            },
          },
        },
        information: {
          initial: 'vantarPaGruppinformation',
          states: {
            vantarPaGruppinformation: {
              meta: {
                owner: 'arbetsformedlingen',
                basis: 'R48',
                deadline: {
                  within: '0000:1 36 §',
                  from: ['utbildningsplan.beslutad', 'utbildningsplan.reviderad', 'gruppinformation.lamnad'],
                },
                awaits: ['gruppinformation.lamnad'],
              },
              on: { 'gruppinformation.lamnad': 'vantarPaGruppinformation' },
            },
          },
        },
      },
    },
    upphavd: { type: 'final' },
  },
});

export const sammanhallenUtbildningsplan = defineProcess({
  id: 'sammanhallen-utbildningsplan',
  subject: 'utbildningsplan',
  editions: [{ since: '2022-08-01', basis: '2010:800 20 kap. 33 d §', machine }],
  facts,
  dates: {},
  samples: [
    { type: 'planarbete.paborjat', weight: 0.1 },
    { type: 'planmote.hallet', days: [10, 60] },
    { type: 'malgruppsanalys.lamnad', days: [10, 60] },
    { type: 'kompetensbehov.lamnat', days: [10, 60] },
    { type: 'aktivitetsforslag.lamnat', days: [10, 60] },
    { type: 'utbildningsplan.beslutad', days: [60, 150] },
    { type: 'utbildningsplan.reviderad', days: [60, 150] },
    { type: 'gruppinformation.lamnad' },
    { type: 'utbildningsplan.oversedd', data: { revideras: false, vidgas: false }, weight: 2 },
    { type: 'utbildningsplan.oversedd', data: { revideras: true, vidgas: true } },
    { type: 'utbildningsplan.upphavd', weight: 0.1, days: [400, 900] },
  ],
});
