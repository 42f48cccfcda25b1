/** Reconsideration by Arbetsförmedlingen, and appeal to court, of a decision that the person has been served. */
import { form } from './form.js';

const tillVila = [{ guard: 'efterSlut', target: '#omprovning.avslutad' }, { target: '#omprovning.vilande' }] as const;

export const machine = form.createMachine({
  id: 'omprovning',
  initial: 'vilande',
  context: { delgivet: null, omprovningDelgiven: null, omAtgard: false, overklagbart: false, slut: false },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['utskrivning.beslutad', 'aterkallelse.beslutad', 'beslut.delgivet'] },
      on: {
        'utskrivning.beslutad': 'efterBeslut',
        'aterkallelse.beslutad': { target: 'efterBeslut', actions: 'noteraBeslut' },
        'beslut.delgivet': [
          { guard: 'delgivenAtgard', target: '#begaranOmAtgard', actions: 'noteraDelgivning' },
          { target: 'efterBeslut.vantarPaBegaran', actions: 'noteraDelgivning' },
        ],
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
            'beslut.delgivet': [
              { guard: 'delgivenAtgard', target: 'vantarPaBegaranOmAtgard', actions: 'noteraDelgivning' },
              { target: 'vantarPaBegaran', actions: 'noteraDelgivning' },
            ],
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
            'omprovningsfristen.passerad': tillVila,
          },
        },
        // 2017:819 11 kap.: the same right for a warning or a suspension, by the ordinance on compensation.
        vantarPaBegaranOmAtgard: {
          id: 'begaranOmAtgard',
          meta: {
            owner: 'enskild',
            basis: '2017:819 11 kap.',
            deadline: { by: 'omprovningsfrist' },
            awaits: ['omprovning.begard'],
            clock: { 'omprovningsfristen.passerad': 'omprovningsfrist' },
          },
          on: {
            'omprovning.begard': { guard: 'inomOmprovningsfristen', target: 'vantarPaOmprovningAvAtgard' },
            'utskrivning.beslutad': 'vantarPaDelgivning',
            'aterkallelse.beslutad': { target: 'vantarPaDelgivning', actions: 'noteraBeslut' },
            'omprovningsfristen.passerad': tillVila,
          },
        },
        vantarPaOmprovningAvAtgard: {
          meta: {
            owner: 'arbetsformedlingen',
            basis: '2017:819 11 kap.',
            deadline: { promptly: '2017:900 9 §' },
            awaits: ['omprovning.beslutad'],
          },
          on: {
            'omprovning.beslutad': [{ guard: 'kanOverklagas', target: 'vantarPaDelgivningAvOmprovning' }, ...tillVila],
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
            'omprovning.beslutad': [{ guard: 'kanOverklagas', target: 'vantarPaDelgivningAvOmprovning' }, ...tillVila],
          },
        },
        vantarPaDelgivningAvOmprovning: {
          meta: {
            owner: 'arbetsformedlingen',
            basis: '2017:900 33 §',
            deadline: { none: true },
            awaits: ['omprovning.delgiven'],
          },
          on: {
            'omprovning.delgiven': [
              { guard: 'omprovadAtgard', target: 'vantarPaOverklagandeAvAtgard', actions: 'noteraOmprovningDelgiven' },
              { target: 'vantarPaOverklagande', actions: 'noteraOmprovningDelgiven' },
            ],
          },
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
            'overklagandefristen.passerad': tillVila,
          },
        },
        vantarPaOverklagandeAvAtgard: {
          meta: {
            owner: 'enskild',
            basis: '2017:819 11 kap.',
            deadline: { by: 'overklagandefrist' },
            awaits: ['overklagande.inlamnat'],
            clock: { 'overklagandefristen.passerad': 'overklagandefrist' },
          },
          on: {
            'overklagande.inlamnat': { guard: 'inomOverklagandefristen', target: 'hosDomstol' },
            'overklagandefristen.passerad': tillVila,
          },
        },
        // The court is none of the parties: nobody here is awaited.
        hosDomstol: {
          meta: { dormant: true, wakes: ['overklagande.avgjort'] },
          on: {
            'overklagande.avgjort': tillVila,
          },
        },
      },
    },
    avslutad: { type: 'final' },
  },
});
