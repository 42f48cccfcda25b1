import { setup } from 'xstate';
import { defineProcess, type FactEvent, type Meta, type TimeFactEvent } from '../../grammar/index.js';
import type { facts as changeFacts } from '../andrade-forhallanden/facts.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import { facts } from './facts.js';

type Facts = typeof facts &
  Pick<typeof changeFacts, 'forhallande.andrat'> &
  Pick<
    typeof programmeFacts,
    | 'programanvisning.beslutad'
    | 'omfattning.andrad'
    | 'utskrivning.beslutad'
    | 'aterintrade.skett'
    | 'aterkallelse.beslutad'
    | 'program.avslutat'
  >;

// 2017:820 24 §: the participant is to report what may affect the participation. The duty lasts while somebody takes part,
// gives no number of days, and is about what the law cannot foresee; absence has its own rules (17–19 §§).
const machine = setup({
  types: {
    events: {} as FactEvent<Facts> | TimeFactEvent<'fonstret.stangt' | 'programtiden.forbrukad'>,
    meta: {} as Meta,
  },
  guards: {
    // Income and household bear on the money alone (2017:819 10 kap. 2 §), which is Försäkringskassan's.
    kanPaverkaDeltagandet: ({ event }) => 'slag' in event.data && !['inkomst', 'hushall'].includes(event.data.slag),
  },
}).createMachine({
  id: 'andringsanmalan',
  initial: 'vilande',
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['programanvisning.beslutad', 'aterintrade.skett'] },
      on: {
        'programanvisning.beslutad': 'iProgrammet',
        'aterintrade.skett': 'iProgrammet',
        'program.avslutat': 'avslutad',
      },
    },
    iProgrammet: {
      initial: 'ingenAndring',
      on: {
        'utskrivning.beslutad': 'vilande',
        'aterkallelse.beslutad': 'vilande',
        'program.avslutat': 'avslutad',
        'fonstret.stangt': 'avslutad',
        'programtiden.forbrukad': 'avslutad',
      },
      states: {
        ingenAndring: {
          meta: { dormant: true, wakes: ['forhallande.andrat', 'andring.anmald'] },
          on: {
            // Of a change in money alone this process takes no notice, and does not stand against it.
            'forhallande.andrat': [{ guard: 'kanPaverkaDeltagandet', target: 'vantarPaAndringsanmalan' }, {}],
            'andring.anmald': 'vantarPaAndringsprovning',
          },
        },
        vantarPaAndringsanmalan: {
          meta: {
            owner: 'enskild',
            basis: '2017:820 24 §',
            deadline: { none: true },
            awaits: ['andring.anmald'],
          },
          on: {
            'andring.anmald': 'vantarPaAndringsprovning',
            // Arbetsförmedlingen may have learnt it another way, and acted on it.
            'andring.provad': 'ingenAndring',
            'omfattning.andrad': 'ingenAndring',
          },
        },
        // 8 §: the extent follows the labour supply, so a reported change is tried against it.
        vantarPaAndringsprovning: {
          meta: {
            owner: 'arbetsformedlingen',
            basis: '2017:820 8 §',
            deadline: { none: true },
            awaits: ['andring.provad', 'omfattning.andrad'],
          },
          on: { 'andring.provad': 'ingenAndring', 'omfattning.andrad': 'ingenAndring' },
        },
      },
    },
    avslutad: { type: 'final' },
  },
});

export const andringsanmalan = defineProcess({
  id: 'andringsanmalan',
  subject: 'deltagare',
  editions: [{ since: '2018-01-01', basis: '2017:820 24 §', machine }],
  facts,
  dates: {},
  samples: [
    { type: 'programanvisning.beslutad', data: { omfattning: 100 } },
    { type: 'omfattning.andrad', data: { omfattning: 50, skal: 'foraldrapenning' } },
    { type: 'utskrivning.beslutad', data: { grund: '17 § 1' } },
    { type: 'aterintrade.skett' },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 1' } },
    { type: 'program.avslutat', data: { till: 'arbete' } },
    { type: 'forhallande.andrat', data: { slag: 'forskola' }, weight: 0.3 },
    { type: 'andring.anmald', weight: 0.3 },
    { type: 'andring.provad' },
    { type: 'fonstret.stangt' },
    { type: 'programtiden.forbrukad' },
  ],
});
