import { setup } from 'xstate';
import {
  type Dates,
  defineProcess,
  type FactEvent,
  inForce,
  type Meta,
  type TimeFactEvent,
} from '../../grammar/index.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import { facts } from './facts.js';

type Facts = typeof facts &
  Pick<
    typeof programmeFacts,
    | 'handlingsplan.upprattad'
    | 'utskrivning.beslutad'
    | 'aterintrade.skett'
    | 'aterkallelse.beslutad'
    | 'programanvisning.beslutad'
    | 'program.avslutat'
  >;

const dates: Dates<object> = {
  // Whoever had been granted an intensivår but had not begun could not begin it afterwards.
  sistaStartdag: (_, law) => law.lastDayInForce('2017:820 13 e §'),
};

// Intensivår was never a word of the ordinance. It rested on a government assignment and on intensiv praktik
// (2017:820 13 e §, in force 2021-04-15–2025-01-31): it can be decided and begun only while that provision is in force.
const machine = setup({
  types: {
    events: {} as
      FactEvent<Facts> | TimeFactEvent<'fonstret.stangt' | 'programtiden.forbrukad' | 'bestammelsen.upphavd'>,
    meta: {} as Meta,
  },
  guards: { iKraft: inForce('2017:820 13 e §') },
}).createMachine({
  id: 'intensivar',
  initial: 'vilande',
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['handlingsplan.upprattad'] },
      on: { 'handlingsplan.upprattad': 'iProgrammet' },
    },
    iProgrammet: {
      initial: 'mojligt',
      on: {
        'utskrivning.beslutad': 'uppehall',
        'aterkallelse.beslutad': 'uppehall',
        'program.avslutat': 'avslutat',
        'fonstret.stangt': 'avslutat',
        'programtiden.forbrukad': 'avslutat',
      },
      states: {
        mojligt: {
          meta: { dormant: true, wakes: ['intensivar.beslutat'] },
          on: { 'intensivar.beslutat': { guard: 'iKraft', target: 'vantarPaStart' } },
        },
        vantarPaStart: {
          meta: {
            owner: 'arbetsformedlingen',
            basis: '2017:820 13 e §',
            deadline: { none: true },
            awaits: ['intensivar.paborjat'],
            clock: { 'bestammelsen.upphavd': 'sistaStartdag' },
          },
          on: {
            'intensivar.paborjat': { guard: 'iKraft', target: 'vantarPaGenomforande' },
            'bestammelsen.upphavd': 'mojligt',
          },
        },
        vantarPaGenomforande: {
          meta: {
            owner: 'arbetsformedlingen',
            basis: '2017:820 13 e §',
            deadline: { within: '0000:1 1 §', from: 'intensivar.paborjat' },
            awaits: ['intensivar.avslutat'],
          },
          on: { 'intensivar.avslutat': '#intensivar.avslutat' },
        },
      },
    },
    // 2017:820 20 and 22 §§: whoever left with a plan continues on it, after re-entry or a new assignment.
    uppehall: {
      meta: { dormant: true, wakes: ['aterintrade.skett', 'programanvisning.beslutad'] },
      on: {
        'aterintrade.skett': 'iProgrammet',
        'programanvisning.beslutad': 'iProgrammet',
        'program.avslutat': 'avslutat',
        'fonstret.stangt': 'avslutat',
      },
    },
    avslutat: { type: 'final' },
  },
});

export const intensivar = defineProcess({
  id: 'intensivar',
  subject: 'deltagare',
  editions: [{ since: '2018-01-01', basis: '2017:820 1 §', machine }],
  facts,
  dates,
  samples: [
    { type: 'handlingsplan.upprattad' },
    { type: 'intensivar.beslutat' },
    { type: 'intensivar.paborjat' },
    { type: 'intensivar.avslutat', days: [200, 365] },
    { type: 'utskrivning.beslutad', data: { grund: '17 § 1' } },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 1' } },
    { type: 'aterintrade.skett' },
    { type: 'programanvisning.beslutad', data: { omfattning: 100 } },
    { type: 'program.avslutat', data: { till: 'arbete' } },
    { type: 'fonstret.stangt' },
    { type: 'programtiden.forbrukad' },
    { type: 'bestammelsen.upphavd' },
  ],
});
