import { assign, setup } from 'xstate';
import {
  type Dates,
  defineProcess,
  type FactEvent,
  type Meta,
  type PlainDate,
  type TimeFactEvent,
} from '../../grammar/index.js';
import { facts } from './facts.js';
import { type Kallor, vidLivstecken } from './livstecken.js';

interface Context {
  /** The latest sign of life, and what it was. */
  senast: PlainDate | null;
  faktum: string | null;
}

const dates: Dates<Context> = {
  // 2017:584 5 § gives the task without a number: how long a case may be quiet is Etapp's own default, shown as such.
  tystnadsgrans: ({ senast, faktum }, law) =>
    senast && faktum ? law.through(senast, '0000:1 34 §', 'quiet', { kind: 'entitlement', input: faktum }) : undefined,
};

const slut = {
  'program.avslutat': 'avslutad',
  'fonstret.stangt': 'avslutad',
} as const;

// 2017:584 5 §: Arbetsförmedlingen coordinates and shall be «stödjande och pådrivande». A quiet case owes one push and no
// more: what is late in each process is shown there. Outside the programme nobody is pushed.
const machine = setup({
  types: {
    context: {} as Context,
    events: {} as
      | FactEvent<typeof facts & Kallor>
      | TimeFactEvent<'tystnadsgransen.passerad' | 'fonstret.stangt' | 'programtiden.forbrukad'>,
    meta: {} as Meta,
  },
  actions: { noteraLivstecken: assign(({ event }) => ({ senast: event.on, faktum: event.type })) },
}).createMachine({
  id: 'samordning',
  initial: 'vilande',
  context: { senast: null, faktum: null },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['programanvisning.beslutad', 'aterintrade.skett'] },
      on: {
        'programanvisning.beslutad': { target: 'iProgrammet', actions: 'noteraLivstecken' },
        'aterintrade.skett': { target: 'iProgrammet', actions: 'noteraLivstecken' },
        ...slut,
      },
    },
    iProgrammet: {
      initial: 'iRorelse',
      on: {
        ...vidLivstecken({ target: '.iRorelse', actions: 'noteraLivstecken' }),
        'utskrivning.beslutad': 'vilande',
        'aterkallelse.beslutad': 'vilande',
        ...slut,
        'programtiden.forbrukad': 'avslutad',
      },
      states: {
        iRorelse: {
          meta: {
            dormant: true,
            wakes: ['tystnadsgransen.passerad'],
            clock: { 'tystnadsgransen.passerad': 'tystnadsgrans' },
          },
          on: { 'tystnadsgransen.passerad': 'vantarPaSamordning' },
        },
        vantarPaSamordning: {
          meta: {
            owner: 'arbetsformedlingen',
            basis: '2017:584 5 §',
            deadline: { none: true },
            awaits: ['samordning.skedd'],
          },
          on: { 'samordning.skedd': { target: 'iRorelse', actions: 'noteraLivstecken' } },
        },
      },
    },
    avslutad: { type: 'final' },
  },
});

export const samordning = defineProcess({
  id: 'samordning',
  subject: 'deltagare',
  editions: [{ since: '2018-01-01', basis: '2017:584 5 §', machine }],
  facts,
  dates,
  samples: [
    { type: 'programanvisning.beslutad', data: { omfattning: 100 } },
    { type: 'aterintrade.skett' },
    { type: 'handlingsplan.upprattad' },
    { type: 'samordning.skedd', days: [2, 21] },
    { type: 'utskrivning.beslutad', data: { grund: '17 § 1' } },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 1' } },
    { type: 'program.avslutat', data: { till: 'arbete' } },
    { type: 'tystnadsgransen.passerad' },
    { type: 'fonstret.stangt' },
    { type: 'programtiden.forbrukad' },
  ],
});
