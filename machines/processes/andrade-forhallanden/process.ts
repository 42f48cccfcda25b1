import { assign, setup } from 'xstate';
import { type Dates, defineProcess, type FactEvent, type Meta, type PlainDate } from '../../grammar/index.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import { facts } from './facts.js';

interface Context {
  /** The day on which the first change that is not reported became known. */
  kand: PlainDate | null;
  programmetSlut: boolean;
}

type Facts = typeof facts &
  Pick<typeof programmeFacts, 'programanvisning.beslutad' | 'aterkallelse.beslutad' | 'program.avslutat'>;

const dates: Dates<Context> = {
  // 2017:819 10 kap. 2 §: counted from the first change that is not reported; a later one does not give more time for it.
  sistaDagAttAnmalaAndring: ({ kand }, law) =>
    kand ? law.within(kand, '2017:819 10 kap. 2 §', 'forhallande.andrat') : undefined,
};

const machine = setup({
  types: { context: {} as Context, events: {} as FactEvent<Facts>, meta: {} as Meta },
  actions: {
    noteraAndring: assign({ kand: ({ context, event }) => context.kand ?? event.on }),
    noteraAnmalan: assign({ kand: null }),
    noteraSlut: assign({ programmetSlut: true }),
  },
  guards: {
    efterProgrammet: ({ context }) => context.programmetSlut,
    underProgrammet: ({ context }) => !context.programmetSlut,
  },
}).createMachine({
  id: 'andradeForhallanden',
  initial: 'vilande',
  context: { kand: null, programmetSlut: false },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['programanvisning.beslutad'] },
      on: { 'programanvisning.beslutad': 'ingetAttAnmala', 'program.avslutat': 'avslutad' },
    },
    ingetAttAnmala: {
      meta: { dormant: true, wakes: ['forhallande.andrat'] },
      on: {
        'forhallande.andrat': { target: 'vantarPaAnmalan', actions: 'noteraAndring' },
        'aterkallelse.beslutad': 'vilande',
        'program.avslutat': 'avslutad',
      },
    },
    // Somebody who gets a job leaves the programme because of the very change that is to be reported: the duty remains.
    vantarPaAnmalan: {
      meta: {
        owner: 'enskild',
        basis: '2017:819 10 kap. 2 §',
        deadline: { by: 'sistaDagAttAnmalaAndring' },
        awaits: ['forhallande.anmalt'],
      },
      on: {
        'forhallande.anmalt': [
          { guard: 'efterProgrammet', target: 'avslutad' },
          { guard: 'underProgrammet', target: 'ingetAttAnmala', actions: 'noteraAnmalan' },
        ],
        'forhallande.andrat': { actions: 'noteraAndring' },
        'program.avslutat': { actions: 'noteraSlut' },
      },
    },
    avslutad: { type: 'final' },
  },
});

export const andradeForhallanden = defineProcess({
  id: 'andrade-forhallanden',
  subject: 'deltagare',
  editions: [{ since: '2018-01-01', basis: '2017:819 10 kap. 2 §', machine }],
  facts,
  dates,
  background: ['programmetSlut'],
  samples: [
    { type: 'programanvisning.beslutad', data: { omfattning: 100 } },
    { type: 'forhallande.andrat', data: { slag: 'arbete' } },
    { type: 'forhallande.andrat', data: { slag: 'hushall' } },
    { type: 'forhallande.anmalt', days: [0, 16] },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 1' } },
    { type: 'program.avslutat', data: { till: 'arbete' } },
  ],
});
