import { assign, setup } from 'xstate';
import { type Dates, defineProcess, type FactEvent, type Meta, type TimeFactEvent } from '../../grammar/index.js';
import { type Bakat, ingenManad, nastaManad, sistaDagUtanForlust } from '../etableringsersattning/bakat.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import { facts } from './facts.js';

interface Context extends Bakat {
  programmetSlut: boolean;
}

type Facts = typeof facts &
  Pick<
    typeof programmeFacts,
    'programanvisning.beslutad' | 'handlingsplan.upprattad' | 'aterkallelse.beslutad' | 'program.avslutat'
  >;

const dates: Dates<Context> = { bostadsersattningUtanForlust: sistaDagUtanForlust };

const machine = setup({
  types: {
    context: {} as Context,
    events: {} as FactEvent<Facts> | TimeFactEvent<'bostadsmanaden.forlorad'>,
    meta: {} as Meta,
  },
  actions: {
    noteraStart: assign({ manad: ({ event }) => event.on, forlorade: 0 }),
    noteraPlan: assign(({ context, event }) => (context.medPlan ? {} : { medPlan: true, manad: event.on })),
    forloraManad: assign(({ context, event }) => nastaManad(context, event.law)),
    noteraSlut: assign({ programmetSlut: true }),
  },
  guards: {
    efterProgrammet: ({ context }) => context.programmetSlut,
    bifall: ({ event }) => 'bifall' in event.data && event.data.bifall,
    avslag: ({ event }) => 'bifall' in event.data && !event.data.bifall,
  },
}).createMachine({
  id: 'bostadsersattning',
  initial: 'vilande',
  context: { ...ingenManad, programmetSlut: false },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['programanvisning.beslutad'] },
      on: {
        'programanvisning.beslutad': { target: 'iProgrammet', actions: 'noteraStart' },
        'program.avslutat': 'upphord',
      },
    },
    // Who has a right to it depends on household and rent, which Etapp does not know: nothing is owed until somebody has seen it.
    iProgrammet: {
      initial: 'inteSokt',
      on: {
        'handlingsplan.upprattad': { actions: 'noteraPlan' },
        'aterkallelse.beslutad': 'vilande',
        'program.avslutat': 'upphord',
      },
      states: {
        inteSokt: {
          meta: { dormant: true, wakes: ['bostadsersattning.uppmarksammad', 'bostadsersattning.sokt'] },
          on: {
            'bostadsersattning.uppmarksammad': 'vantarPaAnsokan',
            'bostadsersattning.sokt': '#bostadsersattning.vantarPaBeslut',
          },
        },
        vantarPaAnsokan: {
          meta: {
            owner: 'enskild',
            basis: '2017:819 10 kap. 1 §',
            deadline: { by: 'bostadsersattningUtanForlust' },
            awaits: ['bostadsersattning.sokt'],
            clock: { 'bostadsmanaden.forlorad': 'bostadsersattningUtanForlust' },
          },
          on: {
            'bostadsersattning.sokt': '#bostadsersattning.vantarPaBeslut',
            'bostadsmanaden.forlorad': { actions: 'forloraManad' },
          },
        },
        lamnas: {
          meta: { dormant: true, wakes: ['bostadsersattning.sokt', 'program.avslutat'] },
          on: { 'bostadsersattning.sokt': '#bostadsersattning.vantarPaBeslut' },
        },
      },
    },
    // An application that is made has to be decided, whatever becomes of the person's time in the programme meanwhile.
    vantarPaBeslut: {
      meta: {
        owner: 'forsakringskassan',
        basis: '2017:819 10 kap. 3 §',
        deadline: { promptly: '2017:900 9 §' },
        awaits: ['bostadsersattning.beslutad'],
      },
      on: {
        'bostadsersattning.beslutad': [
          { guard: 'efterProgrammet', target: 'upphord' },
          { guard: 'bifall', target: 'iProgrammet.lamnas' },
          { guard: 'avslag', target: 'iProgrammet.inteSokt' },
        ],
        'program.avslutat': { actions: 'noteraSlut' },
      },
    },
    upphord: { type: 'final' },
  },
});

export const bostadsersattning = defineProcess({
  id: 'bostadsersattning',
  subject: 'deltagare',
  // Before that day the general rule of speed stood in another act, which has not been read.
  editions: [{ since: '2018-07-01', basis: '2017:819 3 kap. 13 §', machine }],
  facts,
  dates,
  background: ['programmetSlut'],
  askedLast: ['bifall', 'avslag'],
  samples: [
    { type: 'programanvisning.beslutad', data: { omfattning: 100 } },
    { type: 'handlingsplan.upprattad' },
    { type: 'bostadsersattning.uppmarksammad' },
    { type: 'bostadsersattning.sokt', days: [2, 30] },
    { type: 'bostadsersattning.beslutad', data: { bifall: true }, weight: 6 },
    { type: 'bostadsersattning.beslutad', data: { bifall: false } },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 1' } },
    { type: 'program.avslutat', data: { till: 'arbete' } },
    { type: 'bostadsmanaden.forlorad' },
  ],
});
