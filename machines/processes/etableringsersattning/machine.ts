/** Etableringsersättning (2017:819): application, decision and payment month by month, and what the ill have to do. */
import { form, ingenErsattning } from './form.js';

export const machine = form.createMachine({
  id: 'etableringsersattning',
  initial: 'vilande',
  context: ingenErsattning,
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['programanvisning.beslutad'] },
      on: { 'programanvisning.beslutad': { target: 'iProgrammet', actions: 'noteraStart' } },
    },
    iProgrammet: {
      type: 'parallel',
      on: {
        'handlingsplan.upprattad': { actions: 'noteraPlan' },
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
        ersattning: {
          initial: 'vantarPaAnsokan',
          states: {
            vantarPaAnsokan: {
              meta: {
                owner: 'enskild',
                basis: '2017:819 10 kap. 1 §',
                deadline: { by: 'ansokanUtanForlust' },
                awaits: ['etableringsersattning.sokt'],
                clock: { 'ersattningsmanaden.forlorad': 'ansokanUtanForlust' },
              },
              on: {
                'etableringsersattning.sokt': 'vantarPaBeslut',
                'ersattningsmanaden.forlorad': { actions: 'forloraManad' },
              },
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
                'etableringsersattning.manad.sokt': { actions: 'noteraManad' },
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
            // Granted, and no money yet: the gap lasts until the first payment.
            utbetalas: {
              meta: {
                owner: 'forsakringskassan',
                basis: '2017:819 10 kap. 9 §',
                deadline: { promptly: '2017:819 10 kap. 9 §' },
                awaits: ['etableringsersattning.utbetald'],
              },
              on: {
                'etableringsersattning.utbetald': { target: 'manadenPagar', actions: 'noteraManad' },
                'etableringsersattning.manad.sokt': { actions: 'noteraManad' },
              },
            },
            // A payment or an application in one month concerns the month before, so the month that runs is the next to apply for.
            manadenPagar: {
              meta: {
                dormant: true,
                wakes: ['ersattningsmanaden.slut', 'etableringsersattning.utbetald'],
                clock: { 'ersattningsmanaden.slut': 'manadsslut' },
              },
              on: {
                'ersattningsmanaden.slut': 'vantarPaManadsansokan',
                'etableringsersattning.utbetald': { actions: 'noteraManad' },
              },
            },
            vantarPaManadsansokan: {
              meta: {
                owner: 'enskild',
                basis: '2017:819 10 kap. 5 §',
                deadline: { by: 'ansokanUtanForlust' },
                awaits: ['etableringsersattning.manad.sokt', 'etableringsersattning.utbetald'],
                clock: { 'ersattningsmanaden.forlorad': 'ansokanUtanForlust' },
              },
              on: {
                'etableringsersattning.manad.sokt': { target: 'manadenPagar', actions: 'noteraManad' },
                'etableringsersattning.utbetald': { target: 'manadenPagar', actions: 'noteraManad' },
                'ersattningsmanaden.forlorad': { actions: 'forloraManad' },
              },
            },
            avslagen: {
              meta: { dormant: true, wakes: ['etableringsersattning.sokt'] },
              on: { 'etableringsersattning.sokt': 'vantarPaBeslut' },
            },
          },
        },
        // 2017:819 4 kap. 1–3 §§: compensation goes on during illness for those who report it and hand in a certificate.
        sjukdom: {
          initial: 'ingenSjukdom',
          states: {
            ingenSjukdom: {
              meta: { dormant: true, wakes: ['franvaro.paborjad'] },
              on: {
                'franvaro.paborjad': [
                  { guard: 'sjuk', target: 'vantarPaSjukanmalan', actions: 'noteraSjuk' },
                  { guard: 'annatAnSjuk' },
                ],
              },
            },
            vantarPaSjukanmalan: {
              meta: {
                owner: 'enskild',
                basis: '2017:819 4 kap. 2 §',
                deadline: { within: '2017:819 4 kap. 2 §', from: 'franvaro.paborjad' },
                awaits: ['sjukdom.anmald'],
              },
              on: { 'sjukdom.anmald': 'sjukdomAnmald', 'franvaro.avslutad': 'ingenSjukdom' },
            },
            sjukdomAnmald: {
              meta: {
                dormant: true,
                wakes: ['franvaro.avslutad', 'intygsgransen.passerad'],
                clock: { 'intygsgransen.passerad': 'sistaDagUtanIntyg' },
              },
              on: { 'franvaro.avslutad': 'ingenSjukdom', 'intygsgransen.passerad': 'vantarPaLakarintyg' },
            },
            // Whoever is well again still needs the certificate for the days after the limit, so getting well does not end it.
            vantarPaLakarintyg: {
              meta: {
                owner: 'enskild',
                basis: '2017:819 4 kap. 2 §',
                deadline: { none: true },
                awaits: ['lakarintyg.lamnat'],
              },
              on: {
                'lakarintyg.lamnat': 'lakarintygLamnat',
                'franvaro.paborjad': [
                  { guard: 'sjuk', target: 'vantarPaSjukanmalan', actions: 'noteraSjuk' },
                  { guard: 'annatAnSjuk' },
                ],
              },
            },
            lakarintygLamnat: {
              meta: { dormant: true, wakes: ['franvaro.avslutad', 'franvaro.paborjad'] },
              on: {
                'franvaro.avslutad': 'ingenSjukdom',
                'franvaro.paborjad': [
                  { guard: 'sjuk', target: 'vantarPaSjukanmalan', actions: 'noteraSjuk' },
                  { guard: 'annatAnSjuk' },
                ],
              },
            },
          },
        },
      },
    },
    uppehall: {
      meta: { dormant: true, wakes: ['aterintrade.skett', 'programanvisning.beslutad'] },
      on: {
        'aterintrade.skett': { target: 'iProgrammet', actions: 'noteraStart' },
        'programanvisning.beslutad': { target: 'iProgrammet', actions: 'noteraStart' },
        'program.avslutat': 'upphord',
        // 2017:819 10 kap. 9 §: what is paid in arrears comes after the person has left.
        'etableringsersattning.utbetald': { actions: 'noteraManad' },
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
