import { setup } from 'xstate';
import { defineProcess, type FactEvent, type Meta, type TimeFactEvent } from '../../grammar/index.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import { facts } from './facts.js';

type Facts = typeof facts &
  Pick<
    typeof programmeFacts,
    | 'programanvisning.beslutad'
    | 'utskrivning.beslutad'
    | 'aterintrade.skett'
    | 'aterkallelse.beslutad'
    | 'program.avslutat'
  >;

// 2017:820 14 § is a rule of content, not a status: it binds while the person takes part, and it comes back with the
// person after discharge, to be assessed anew.
const machine = setup({
  types: {
    events: {} as FactEvent<Facts> | TimeFactEvent<'fonstret.stangt' | 'programtiden.forbrukad'>,
    meta: {} as Meta,
  },
  guards: {
    omfattas: ({ event }) => 'omfattas' in event.data && event.data.omfattas,
    omfattasInte: ({ event }) => 'omfattas' in event.data && !event.data.omfattas,
  },
}).createMachine({
  id: 'utbildningsplikt',
  initial: 'vilande',
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['programanvisning.beslutad', 'aterintrade.skett'] },
      on: { 'programanvisning.beslutad': 'iProgrammet', 'aterintrade.skett': 'iProgrammet' },
    },
    iProgrammet: {
      initial: 'vantarPaBedomning',
      on: {
        'utskrivning.beslutad': 'vilande',
        'aterkallelse.beslutad': 'vilande',
        'program.avslutat': 'avslutad',
        'fonstret.stangt': 'avslutad',
        'programtiden.forbrukad': 'avslutad',
      },
      states: {
        vantarPaBedomning: {
          meta: {
            owner: 'arbetsformedlingen',
            basis: '2017:820 14 §',
            deadline: { none: true },
            awaits: ['utbildningsplikt.bedomd'],
          },
          on: {
            'utbildningsplikt.bedomd': [
              { guard: 'omfattas', target: 'omfattad' },
              { guard: 'omfattasInte', target: 'omfattasInte' },
            ],
          },
        },
        omfattasInte: {
          meta: { dormant: true, wakes: ['utbildningsplikt.bedomd'] },
          on: { 'utbildningsplikt.bedomd': { guard: 'omfattas', target: 'omfattad' } },
        },
        omfattad: {
          initial: 'vantarPaSokanvisning',
          // Re-assessment may release at any time.
          on: { 'utbildningsplikt.bedomd': { guard: 'omfattasInte', target: 'omfattasInte' } },
          states: {
            vantarPaSokanvisning: {
              meta: {
                owner: 'arbetsformedlingen',
                basis: '2017:820 14 §',
                deadline: { none: true },
                awaits: ['utbildning.sokning.anvisad'],
              },
              on: { 'utbildning.sokning.anvisad': 'vantarPaAnsokan' },
            },
            vantarPaAnsokan: {
              meta: { owner: 'enskild', basis: '2017:820 14 §', deadline: { none: true }, awaits: ['utbildning.sokt'] },
              on: { 'utbildning.sokt': 'vantarPaPlats' },
            },
            vantarPaPlats: {
              meta: {
                owner: 'kommun',
                basis: '2017:820 14 §',
                deadline: { none: true },
                awaits: ['utbildning.plats.erbjuden'],
              },
              on: { 'utbildning.plats.erbjuden': 'vantarPaStart' },
            },
            vantarPaStart: {
              meta: {
                owner: 'kommun',
                basis: '2017:820 14 §',
                deadline: { none: true },
                awaits: ['utbildning.paborjad'],
              },
              on: { 'utbildning.paborjad': 'vantarPaProgression' },
            },
            // How progression is followed is for the agreement to say; when the education ends the duty is assessed anew.
            vantarPaProgression: {
              meta: {
                owner: 'enligtOverenskommelse',
                otherwise: 'kommun',
                basis: 'R39',
                deadline: { none: true },
                awaits: ['utbildning.avslutad'],
              },
              on: { 'utbildning.avslutad': '#utbildningsplikt.iProgrammet.vantarPaBedomning' },
            },
          },
        },
      },
    },
    avslutad: { type: 'final' },
  },
});

export const utbildningsplikt = defineProcess({
  id: 'utbildningsplikt',
  subject: 'deltagare',
  editions: [{ since: '2018-01-01', basis: '2017:820 14 §', machine }],
  facts,
  dates: {},
  samples: [
    { type: 'programanvisning.beslutad', data: { omfattning: 100 } },
    { type: 'utbildningsplikt.bedomd', data: { omfattas: true } },
    { type: 'utbildningsplikt.bedomd', data: { omfattas: false }, weight: 1.5 },
    { type: 'utbildning.sokning.anvisad' },
    { type: 'utbildning.sokt' },
    { type: 'utbildning.plats.erbjuden' },
    { type: 'utbildning.paborjad' },
    { type: 'utbildning.avslutad', days: [150, 500] },
    { type: 'utskrivning.beslutad', data: { grund: '17 § 1' } },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 1' } },
    { type: 'aterintrade.skett' },
    { type: 'program.avslutat', data: { till: 'studier' } },
    { type: 'fonstret.stangt' },
    { type: 'programtiden.forbrukad' },
  ],
});
