/** The end of the programme time in sight: the hand-over is planned before it is needed (2007:414 5 §). */
import { form } from './form.js';

const planerad = { target: 'programtidenLoper', actions: 'noteraOverlamning' } as const;

export const avslut = form.createStateConfig({
  initial: 'programtidenLoper',
  states: {
    programtidenLoper: {
      meta: {
        dormant: true,
        wakes: ['programslutet.narmar', 'overlamning.planerad'],
        clock: { 'programslutet.narmar': 'overlamningsstart' },
      },
      on: { 'programslutet.narmar': 'vantarPaOverlamningsplan', 'overlamning.planerad': planerad },
    },
    vantarPaOverlamningsplan: {
      meta: {
        owner: 'arbetsformedlingen',
        basis: '2007:414 5 § 6 p',
        deadline: { none: true },
        awaits: ['overlamning.planerad'],
      },
      on: { 'overlamning.planerad': planerad },
    },
  },
});
