/** 2017:820 23 a–b §§: support to the provider of an activity, and the documents that it rests on. */
import { form } from './form.js';

export const underlag = form.createStateConfig({
  id: 'underlag',
  initial: 'utanStod',
  states: {
    utanStod: { meta: { dormant: true, wakes: ['insats.avskriven'] } },
    periodenPagar: {
      meta: { dormant: true, wakes: ['insats.avslutad', 'insatstiden.slut'] },
      on: {
        'insats.avslutad': 'vantarPaUnderlag',
        'insatstiden.slut': 'vantarPaUnderlag',
        'utskrivning.beslutad': 'vantarPaUnderlag',
        'aterkallelse.beslutad': 'vantarPaUnderlag',
        'program.avslutat': 'vantarPaUnderlag',
        'fonstret.stangt': 'vantarPaUnderlag',
        'programtiden.forbrukad': 'vantarPaUnderlag',
        'insats.provad': { guard: 'olampligNyPeriod', target: 'vantarPaUnderlag' },
      },
    },
    vantarPaUnderlag: {
      meta: {
        owner: 'anordnare',
        basis: '2017:820 23 b §',
        deadline: { by: 'underlagsfrist' },
        awaits: ['insats.underlag.lamnat'],
        clock: { 'underlagstiden.slut': 'underlagsfrist' },
      },
      on: {
        'insats.underlag.lamnat': [
          { guard: 'arUppfoljd', target: '#insats.avslutad' },
          { guard: 'inteUppfoljd', target: 'underlagLamnat', actions: 'noteraUnderlag' },
        ],
        'underlagstiden.slut': [
          { guard: 'arUppfoljd', target: '#insats.avslutad' },
          { guard: 'inteUppfoljd', target: 'rattenForfallen', actions: 'noteraUnderlag' },
        ],
      },
    },
    underlagLamnat: { meta: { dormant: true, wakes: ['insats.avskriven'] } },
    rattenForfallen: { meta: { dormant: true, wakes: ['insats.avskriven'] } },
  },
});
