import { assign, setup } from 'xstate';
import {
  type Dates,
  defineProcess,
  type FactEvent,
  limit,
  type Meta,
  type PlainDate,
  type TimeFactEvent,
} from '../../grammar/index.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import { facts } from './facts.js';

interface Context {
  delgivet: PlainDate | null;
  omprovningDelgiven: PlainDate | null;
  /** The decision is of a kind that may be appealed when it has been reconsidered (29 §). */
  overklagbart: boolean;
  /** The programme has ended: when this right has, so has the process. */
  slut: boolean;
}

type Facts = typeof facts &
  Pick<typeof programmeFacts, 'utskrivning.beslutad' | 'aterkallelse.beslutad' | 'program.avslutat'>;

type TimeFacts = 'omprovningsfristen.passerad' | 'overklagandefristen.passerad' | 'aterkomstfristen.passerad';

// 2017:820 29 §: decisions under 18, 20 and 21 §§. Assignment, extent, content and reckoned time can only be reconsidered.
const overklagbara: readonly string[] = ['utskrivning', 'aterintrade', 'aterkallelse'];

const dates: Dates<Context> = {
  // 2017:820 28 §: the request must have come in within the time, counted from the day of service. An act, so it rolls over.
  omprovningsfrist: ({ delgivet }, law) =>
    delgivet ? law.within(delgivet, '2017:820 28 §', 'beslut.delgivet') : undefined,
  overklagandefrist: ({ omprovningDelgiven }, law) =>
    omprovningDelgiven && law.inForce('2017:900 44 §')
      ? law.within(omprovningDelgiven, '2017:900 44 §', 'omprovning.delgiven')
      : undefined,
};

const machine = setup({
  types: { context: {} as Context, events: {} as FactEvent<Facts> | TimeFactEvent<TimeFacts>, meta: {} as Meta },
  actions: {
    // 2017:820 22 §: after recall on ground 2 there is no way back, so nothing follows this decision.
    noteraBeslut: assign({
      slut: ({ context, event }) => context.slut || ('grund' in event.data && event.data.grund === '21 § 2'),
    }),
    noteraDelgivning: assign({
      delgivet: ({ event }) => event.on,
      overklagbart: ({ event }) => 'beslut' in event.data && overklagbara.includes(event.data.beslut),
    }),
    noteraOmprovningDelgiven: assign({ omprovningDelgiven: ({ event }) => event.on }),
    noteraSlut: assign({ slut: true }),
  },
  guards: {
    inomOmprovningsfristen: limit(dates, { through: ['omprovningsfrist'] }),
    inomOverklagandefristen: limit(dates, { through: ['overklagandefrist'] }),
    // A decision that stands, of a kind that a court may try.
    kanOverklagas: ({ context, event }) => context.overklagbart && 'andrat' in event.data && !event.data.andrat,
    efterSlut: ({ context }) => context.slut,
  },
}).createMachine({
  id: 'omprovning',
  initial: 'vilande',
  context: { delgivet: null, omprovningDelgiven: null, overklagbart: false, slut: false },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['utskrivning.beslutad', 'aterkallelse.beslutad', 'beslut.delgivet'] },
      on: {
        'utskrivning.beslutad': 'efterBeslut',
        'aterkallelse.beslutad': { target: 'efterBeslut', actions: 'noteraBeslut' },
        'beslut.delgivet': { target: 'efterBeslut.vantarPaBegaran', actions: 'noteraDelgivning' },
        'program.avslutat': 'avslutad',
        'aterkomstfristen.passerad': 'avslutad',
      },
    },
    efterBeslut: {
      initial: 'vantarPaDelgivning',
      on: {
        'program.avslutat': { actions: 'noteraSlut' },
        'aterkomstfristen.passerad': { actions: 'noteraSlut' },
      },
      states: {
        vantarPaDelgivning: {
          meta: {
            owner: 'arbetsformedlingen',
            basis: '2017:900 33 §',
            deadline: { none: true },
            awaits: ['beslut.delgivet'],
          },
          on: {
            'beslut.delgivet': { target: 'vantarPaBegaran', actions: 'noteraDelgivning' },
            // Nobody has said that the person was served, and the programme is over: the question is let go.
            'program.avslutat': '#omprovning.avslutad',
            'aterkomstfristen.passerad': '#omprovning.avslutad',
          },
        },
        // A right, not a duty: it is shown while it lasts and goes away by itself.
        vantarPaBegaran: {
          meta: {
            owner: 'enskild',
            basis: '2017:820 28 §',
            deadline: { by: 'omprovningsfrist' },
            awaits: ['omprovning.begard'],
            clock: { 'omprovningsfristen.passerad': 'omprovningsfrist' },
          },
          on: {
            'omprovning.begard': { guard: 'inomOmprovningsfristen', target: 'vantarPaOmprovning' },
            // A newer decision is a new matter; the older one, which nobody has pursued, goes with it.
            'utskrivning.beslutad': 'vantarPaDelgivning',
            'aterkallelse.beslutad': { target: 'vantarPaDelgivning', actions: 'noteraBeslut' },
            'omprovningsfristen.passerad': [
              { guard: 'efterSlut', target: '#omprovning.avslutad' },
              { target: '#omprovning.vilande' },
            ],
          },
        },
        vantarPaOmprovning: {
          meta: {
            owner: 'arbetsformedlingen',
            basis: '2017:820 28 §',
            deadline: { promptly: '2017:900 9 §' },
            awaits: ['omprovning.beslutad'],
          },
          on: {
            'omprovning.beslutad': [
              { guard: 'kanOverklagas', target: 'vantarPaDelgivningAvOmprovning' },
              { guard: 'efterSlut', target: '#omprovning.avslutad' },
              { target: '#omprovning.vilande' },
            ],
          },
        },
        vantarPaDelgivningAvOmprovning: {
          meta: {
            owner: 'arbetsformedlingen',
            basis: '2017:900 33 §',
            deadline: { none: true },
            awaits: ['omprovning.delgiven'],
          },
          on: { 'omprovning.delgiven': { target: 'vantarPaOverklagande', actions: 'noteraOmprovningDelgiven' } },
        },
        vantarPaOverklagande: {
          meta: {
            owner: 'enskild',
            basis: '2017:820 29 §',
            deadline: { by: 'overklagandefrist' },
            awaits: ['overklagande.inlamnat'],
            clock: { 'overklagandefristen.passerad': 'overklagandefrist' },
          },
          on: {
            'overklagande.inlamnat': { guard: 'inomOverklagandefristen', target: 'hosDomstol' },
            'overklagandefristen.passerad': [
              { guard: 'efterSlut', target: '#omprovning.avslutad' },
              { target: '#omprovning.vilande' },
            ],
          },
        },
        // The court is none of the parties: nobody here is awaited.
        hosDomstol: {
          meta: { dormant: true, wakes: ['overklagande.avgjort'] },
          on: {
            'overklagande.avgjort': [
              { guard: 'efterSlut', target: '#omprovning.avslutad' },
              { target: '#omprovning.vilande' },
            ],
          },
        },
      },
    },
    avslutad: { type: 'final' },
  },
});

export const omprovning = defineProcess({
  id: 'omprovning',
  subject: 'deltagare',
  // Before that day service and appeal followed another act, which has not been read.
  editions: [{ since: '2018-07-01', basis: '2017:820 28 §', machine }],
  facts,
  dates,
  askedLast: ['efterSlut'],
  samples: [
    { type: 'utskrivning.beslutad', data: { grund: '17 § 1' } },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 1' } },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 2' } },
    { type: 'program.avslutat', data: { till: 'arbete' } },
    { type: 'aterkomstfristen.passerad' },
    { type: 'beslut.delgivet', data: { beslut: 'utskrivning' }, weight: 0.5, days: [2, 12] },
    { type: 'beslut.delgivet', data: { beslut: 'anvisning' }, weight: 0.1 },
    { type: 'omprovning.begard', weight: 0.2 },
    { type: 'omprovning.beslutad', data: { andrat: true } },
    { type: 'omprovning.beslutad', data: { andrat: false }, weight: 3 },
    { type: 'omprovning.delgiven', days: [2, 12] },
    { type: 'overklagande.inlamnat', weight: 0.2 },
    { type: 'overklagande.avgjort', days: [60, 240] },
    { type: 'omprovningsfristen.passerad' },
    { type: 'overklagandefristen.passerad' },
  ],
});
