/** Presence in the programme: absence, adaptation and what leads to discharge (2017:820 17–19 and 24 §§). */
import { form } from './form.js';

const ater = { target: 'narvarande', actions: 'avslutaFranvaro' } as const;

export const narvaro = form.createStateConfig({
  initial: 'narvarande',
  states: {
    narvarande: {
      meta: { dormant: true, wakes: ['franvaro.paborjad', 'oformaga.bedomd'] },
      on: {
        'franvaro.paborjad': [
          { guard: 'sjukPaHeltid', target: 'vantarPaAnpassningsprovning', actions: 'noteraSjukfranvaro' },
          { guard: 'annanFranvaroPaHeltid', target: 'vantarPaFranvarobedomning', actions: 'noteraFranvaro' },
          { guard: 'delvisFranvaro', actions: 'noteraDelvisFranvaro' },
        ],
        'franvaro.avslutad': { guard: 'delvisFranvarande', actions: 'avslutaFranvaro' },
        'oformaga.bedomd': 'vantarPaUtskrivning',
      },
    },
    // 18 §: on the other grounds than illness the person is to be discharged, unless the absence will presumably be short.
    vantarPaFranvarobedomning: {
      meta: {
        owner: 'arbetsformedlingen',
        basis: '2017:820 18 §',
        deadline: { promptly: '2017:820 18 §' },
        awaits: ['utskrivning.beslutad', 'franvaro.bedomd'],
        clock: { 'franvarogransen.passerad': 'franvarograns' },
      },
      on: {
        'franvaro.bedomd': [
          { guard: 'kortvarig', target: 'vantarPaAtergang' },
          { guard: 'langvarig', target: 'vantarPaUtskrivning' },
        ],
        'franvaro.avslutad': ater,
        'franvarogransen.passerad': 'vantarPaUtskrivning',
      },
    },
    vantarPaAnpassningsprovning: {
      meta: {
        owner: 'arbetsformedlingen',
        basis: '2017:820 19 §',
        deadline: { within: '2017:820 19 §', from: 'franvaro.paborjad' },
        awaits: ['anpassning.provad'],
      },
      on: {
        'anpassning.provad': 'vantarPaAtergang',
        'franvaro.avslutad': ater,
        'oformaga.bedomd': 'vantarPaUtskrivning',
      },
    },
    vantarPaAtergang: {
      meta: {
        owner: 'enskild',
        basis: '2017:820 24 §',
        deadline: { none: true },
        awaits: ['franvaro.avslutad'],
        clock: { 'franvarogransen.passerad': 'franvarograns' },
      },
      on: { 'franvaro.avslutad': ater, 'franvarogransen.passerad': 'vantarPaUtskrivning' },
    },
    vantarPaUtskrivning: {
      meta: {
        owner: 'arbetsformedlingen',
        basis: '2017:820 18 §',
        deadline: { promptly: '2017:820 18 §' },
        awaits: ['utskrivning.beslutad'],
      },
      on: { 'franvaro.avslutad': ater },
    },
  },
});
