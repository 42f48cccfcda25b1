import { form } from './form.js';

const franvaro = [
  { guard: 'utanGiltigtSkal', target: 'vantarPaAterkomst', actions: 'noteraFranvaro' },
  { guard: 'medGiltigtSkal', target: 'franvarandeMedGiltigtSkal' },
] as const;
const ended = { target: '#sfi.utbildning.studier.avbruten', actions: 'lamna' } as const;
const begun = { target: 'vantarPaKursresultat', actions: 'noteraStart' } as const;

/** The studies themselves, from the start to the last course. */
export const gang = form.createStateConfig({
  initial: 'vantarPaStart',
  states: {
    vantarPaStart: {
      meta: {
        owner: 'kommun',
        basis: '2010:800 20 kap. 29 § 2 st',
        deadline: { within: '2010:800 20 kap. 29 § 2 st', from: 'sfi.anmald' },
        awaits: ['sfi.paborjad'],
      },
      on: {
        'sfi.paborjad': begun,
        'sfi.introduktion.paborjad': { target: 'vantarPaPlacering', actions: 'noteraStart' },
      },
    },
    // An introductory group is sfi begun; law knows no such group, so how long it lasts is local.
    vantarPaPlacering: {
      meta: {
        owner: 'kommun',
        basis: '2010:800 20 kap. 8 a §',
        deadline: { none: true },
        awaits: ['sfi.paborjad'],
      },
      on: { 'sfi.paborjad': begun },
    },
    // 9 §: taken in again, or come from another municipality. The law gives no number of its own for that start.
    vantarPaAterstart: {
      meta: {
        owner: 'kommun',
        basis: '2010:800 20 kap. 9 §',
        deadline: { none: true },
        awaits: ['sfi.paborjad'],
      },
      on: { 'sfi.paborjad': begun },
    },
    vantarPaKursresultat: {
      meta: {
        owner: 'kommun',
        basis: '2010:800 20 kap. 36 §',
        deadline: { none: true },
        awaits: ['sfi.kurs.godkand', 'sfi.avslutad'],
      },
      on: {
        'sfi.kurs.godkand': [
          { guard: 'sistaKursen', target: 'vantarPaAvslut' },
          { guard: 'nastaKurs', actions: 'noteraKurs' },
        ],
        'sfi.progression.avstannad': 'vantarPaAtgard',
        'sfi.franvaro.paborjad': franvaro,
        'sfi.avslutad': ended,
      },
    },
    // Nobody's by law: Tingsryd's agreement admits that there is no clear routine.
    vantarPaAtgard: {
      meta: {
        owner: 'enligtOverenskommelse',
        otherwise: 'kommun',
        basis: 'R39',
        deadline: { none: true },
        awaits: ['sfi.atgard.beslutad'],
      },
      on: {
        'sfi.atgard.beslutad': 'vantarPaKursresultat',
        'sfi.franvaro.paborjad': franvaro,
        'sfi.avslutad': ended,
      },
    },
    // The law only says what follows after three weeks (9 a §); who reaches out before that is for the agreement.
    vantarPaAterkomst: {
      meta: {
        owner: 'enligtOverenskommelse',
        otherwise: 'kommun',
        basis: 'R33',
        deadline: { by: 'franvarograns' },
        awaits: ['sfi.franvaro.avslutad'],
        clock: { 'sfifranvaron.overlang': 'franvarograns' },
      },
      on: {
        'sfi.franvaro.avslutad': { target: 'vantarPaKursresultat', actions: 'avslutaFranvaro' },
        'sfi.franvaro.paborjad': {
          guard: 'medGiltigtSkal',
          target: 'franvarandeMedGiltigtSkal',
          actions: 'avslutaFranvaro',
        },
        'sfifranvaron.overlang': ended,
        'sfi.avslutad': ended,
      },
    },
    franvarandeMedGiltigtSkal: {
      meta: { dormant: true, wakes: ['sfi.franvaro.avslutad', 'sfi.franvaro.paborjad'] },
      on: {
        'sfi.franvaro.avslutad': 'vantarPaKursresultat',
        'sfi.franvaro.paborjad': { guard: 'utanGiltigtSkal', target: 'vantarPaAterkomst', actions: 'noteraFranvaro' },
        'sfi.avslutad': ended,
      },
    },
    vantarPaAvslut: {
      meta: {
        owner: 'kommun',
        basis: '2010:800 20 kap. 36 §',
        deadline: { none: true },
        awaits: ['sfi.avslutad'],
      },
      on: { 'sfi.avslutad': '#sfi.avslutad' },
    },
  },
});
