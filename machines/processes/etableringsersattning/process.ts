import { assign, setup } from 'xstate';
import {
  type Dates,
  defineProcess,
  type FactEvent,
  type Meta,
  type PlainDate,
  type TimeFactEvent,
} from '../../grammar/index.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import { facts } from './facts.js';

interface Context {
  start: PlainDate | null;
  /** Where the person is while Försäkringskassan decides: in the programme, out with a way back, or out for good. */
  ute: 'uppehall' | 'slut' | null;
}

type Facts = typeof facts &
  Pick<
    typeof programmeFacts,
    | 'programanvisning.beslutad'
    | 'utskrivning.beslutad'
    | 'aterintrade.skett'
    | 'aterkallelse.beslutad'
    | 'program.avslutat'
  >;

const dates: Dates<Context> = {
  // 2017:819 10 kap. 5 §: nothing is paid for longer back than the month before the month of application, so the first
  // month is lost when the application comes after the end of the following one. It is a limit on money, not an act that rolls.
  ansokanUtanForlust: ({ start }, law) =>
    start
      ? law.reckon(start, '2017:819 10 kap. 5 §', 'backMonths', { kind: 'entitlement', input: 'start' }, (months) =>
          law.calendar.lastOfMonth(law.calendar.addMonths(start, months)),
        )
      : undefined,
};

const machine = setup({
  types: {
    context: {} as Context,
    events: {} as
      | FactEvent<Facts>
      | TimeFactEvent<
          'fonstret.stangt' | 'programtiden.forbrukad' | 'aldersgransen.nadd' | 'aterkomstfristen.passerad'
        >,
    meta: {} as Meta,
  },
  actions: {
    noteraStart: assign({ start: ({ event }) => event.on, ute: null }),
    noteraUppehall: assign({ ute: 'uppehall' }),
    noteraSlut: assign({ ute: 'slut' }),
  },
  guards: {
    bifall: ({ context, event }) => context.ute === null && 'bifall' in event.data && event.data.bifall,
    avslag: ({ context, event }) => context.ute === null && 'bifall' in event.data && !event.data.bifall,
    // 2017:820 22 §: a way back exists after recall on grounds 1 and 3, not on ground 2.
    utanVagTillbaka: ({ event }) => 'grund' in event.data && event.data.grund === '21 § 2',
    medVagTillbaka: ({ event }) => 'grund' in event.data && event.data.grund !== '21 § 2',
    efterSlut: ({ context }) => context.ute === 'slut',
    underUppehall: ({ context }) => context.ute === 'uppehall',
  },
}).createMachine({
  id: 'etableringsersattning',
  initial: 'vilande',
  context: { start: null, ute: null },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['programanvisning.beslutad'] },
      on: { 'programanvisning.beslutad': { target: 'iProgrammet', actions: 'noteraStart' } },
    },
    iProgrammet: {
      initial: 'vantarPaAnsokan',
      on: {
        'program.avslutat': 'upphord',
        'fonstret.stangt': 'upphord',
        'programtiden.forbrukad': 'upphord',
        'utskrivning.beslutad': 'uppehall',
        'aterkallelse.beslutad': [
          { guard: 'utanVagTillbaka', target: 'upphord' },
          { guard: 'medVagTillbaka', target: 'uppehall' },
        ],
      },
      states: {
        vantarPaAnsokan: {
          meta: {
            owner: 'enskild',
            basis: '2017:819 10 kap. 1 §',
            deadline: { by: 'ansokanUtanForlust' },
            awaits: ['etableringsersattning.sokt'],
          },
          on: { 'etableringsersattning.sokt': 'vantarPaBeslut' },
        },
        vantarPaBeslut: {
          meta: {
            owner: 'forsakringskassan',
            basis: '2017:819 10 kap. 3 §',
            deadline: { promptly: '2017:900 9 §' },
            awaits: ['etableringsersattning.beslutad'],
          },
          // An application that is made has to be decided, whatever becomes of the person's time in the programme meanwhile.
          on: {
            'etableringsersattning.beslutad': [
              { guard: 'efterSlut', target: '#etableringsersattning.upphord' },
              { guard: 'underUppehall', target: '#etableringsersattning.uppehall' },
              { guard: 'bifall', target: 'utbetalas' },
              { guard: 'avslag', target: 'avslagen' },
            ],
            'utskrivning.beslutad': { actions: 'noteraUppehall' },
            'aterkallelse.beslutad': [
              { guard: 'utanVagTillbaka', actions: 'noteraSlut' },
              { guard: 'medVagTillbaka', actions: 'noteraUppehall' },
            ],
            'aterintrade.skett': { actions: 'noteraStart' },
            'programanvisning.beslutad': { actions: 'noteraStart' },
            'program.avslutat': { actions: 'noteraSlut' },
            'fonstret.stangt': { actions: 'noteraSlut' },
            'programtiden.forbrukad': { actions: 'noteraSlut' },
            'aterkomstfristen.passerad': { actions: 'noteraSlut' },
          },
        },
        utbetalas: { meta: { dormant: true, wakes: ['program.avslutat', 'utskrivning.beslutad'] } },
        avslagen: {
          meta: { dormant: true, wakes: ['etableringsersattning.sokt'] },
          on: { 'etableringsersattning.sokt': 'vantarPaBeslut' },
        },
      },
    },
    uppehall: {
      meta: { dormant: true, wakes: ['aterintrade.skett', 'programanvisning.beslutad'] },
      on: {
        'aterintrade.skett': { target: 'iProgrammet', actions: 'noteraStart' },
        'programanvisning.beslutad': { target: 'iProgrammet', actions: 'noteraStart' },
        'program.avslutat': 'upphord',
        // Everything that ends the way back to the programme ends the pause too.
        'aterkallelse.beslutad': 'upphord',
        'fonstret.stangt': 'upphord',
        'aldersgransen.nadd': 'upphord',
        'aterkomstfristen.passerad': 'upphord',
      },
    },
    upphord: { type: 'final' },
  },
});

export const etableringsersattning = defineProcess({
  id: 'etableringsersattning',
  subject: 'deltagare',
  // Before that day the general rule of speed stood in another act, which has not been read.
  editions: [{ since: '2018-07-01', basis: '2017:819 10 kap. 1 §', machine }],
  facts,
  dates,
  samples: [
    { type: 'programanvisning.beslutad', data: { omfattning: 100 } },
    { type: 'etableringsersattning.sokt' },
    { type: 'etableringsersattning.beslutad', data: { bifall: true }, weight: 12 },
    { type: 'etableringsersattning.beslutad', data: { bifall: false } },
    { type: 'utskrivning.beslutad', data: { grund: '17 § 1' } },
    { type: 'aterintrade.skett' },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 1' } },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 2' } },
    { type: 'program.avslutat', data: { till: 'arbete' } },
    { type: 'fonstret.stangt' },
    { type: 'programtiden.forbrukad' },
    { type: 'aldersgransen.nadd' },
    { type: 'aterkomstfristen.passerad' },
  ],
});
