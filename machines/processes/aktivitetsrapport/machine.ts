/** Aktivitetsrapport (2000:628 6 a §) every month, its review, and what follows when it does not come (2017:819 6 kap.). */
import { form } from './form.js';
import { oriktigaUppgifter } from './oriktiga-uppgifter.js';
import { ingenRapport } from './rapporttid.js';

export const machine = form.createMachine({
  id: 'aktivitetsrapport',
  initial: 'vilande',
  context: ingenRapport,
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['programanvisning.beslutad'] },
      on: { 'programanvisning.beslutad': { target: 'iProgrammet', actions: 'noteraStart' } },
    },
    iProgrammet: {
      type: 'parallel',
      on: { 'program.avslutat': 'avslutad', 'handlingsplan.upprattad': { actions: 'noteraPlan' } },
      states: {
        rapportering: {
          initial: 'rapporterar',
          states: {
            rapporterar: {
              initial: 'manadenPagar',
              on: {
                'utskrivning.beslutad': { target: 'uppehall', actions: 'noteraUppehall' },
                'aterkallelse.beslutad': [
                  { guard: 'utanVagTillbaka', target: '#aktivitetsrapport.avslutad' },
                  { guard: 'medVagTillbaka', target: 'uppehall', actions: 'noteraUppehall' },
                ],
                'fonstret.stangt': '#aktivitetsrapport.avslutad',
                'programtiden.forbrukad': '#aktivitetsrapport.avslutad',
              },
              states: {
                manadenPagar: {
                  meta: {
                    dormant: true,
                    wakes: ['rapportperioden.slut'],
                    clock: { 'rapportperioden.slut': 'rapportperiodensSlut' },
                  },
                  on: { 'rapportperioden.slut': { target: 'vantarPaRapport', actions: 'noteraManadsslut' } },
                },
                // The oldest month that is missing. When it comes, late or not, the next one follows at once if it has ended too.
                vantarPaRapport: {
                  meta: {
                    owner: 'enskild',
                    basis: '2000:628 6 a §',
                    deadline: { by: 'rapportfrist' },
                    awaits: ['aktivitetsrapport.lamnad'],
                    clock: { 'rapportfristen.passerad': 'provningsgrans' },
                  },
                  on: {
                    'aktivitetsrapport.lamnad': { target: 'manadenPagar', actions: 'noteraRapport' },
                    'rapportfristen.passerad': { actions: 'noteraUtebliven' },
                    'atgard.beslutad': { guard: 'utebliven', target: 'manadenPagar', actions: 'noteraAtgard' },
                    'handlingsplan.upprattad': [
                      {
                        guard: 'uteblivenUnderKartlaggningen',
                        target: 'manadenPagar',
                        actions: 'noteraPlanOchBorjaOm',
                      },
                      { actions: 'noteraPlan' },
                    ],
                  },
                },
              },
            },
            uppehall: {
              meta: { dormant: true, wakes: ['aterintrade.skett', 'programanvisning.beslutad'] },
              on: {
                'aterintrade.skett': { target: 'rapporterar', actions: 'noteraStart' },
                'programanvisning.beslutad': { target: 'rapporterar', actions: 'noteraStart' },
                'aterkallelse.beslutad': '#aktivitetsrapport.avslutad',
                'fonstret.stangt': '#aktivitetsrapport.avslutad',
                'aldersgransen.nadd': '#aktivitetsrapport.avslutad',
                'aterkomstfristen.passerad': '#aktivitetsrapport.avslutad',
              },
            },
          },
        },
        granskning: {
          initial: 'ingetAttGranska',
          states: {
            ingetAttGranska: {
              meta: { dormant: true, wakes: ['aktivitetsrapport.lamnad'] },
              on: { 'aktivitetsrapport.lamnad': { guard: 'rapportVantas', target: 'vantarPaGranskning' } },
            },
            vantarPaGranskning: {
              meta: {
                owner: 'arbetsformedlingen',
                basis: '2000:628 6 a §',
                deadline: { promptly: '2000:628 6 a §' },
                awaits: ['aktivitetsrapport.granskad'],
              },
              on: { 'aktivitetsrapport.granskad': 'ingetAttGranska' },
            },
          },
        },
        // 2017:819 6 kap.: Arbetsförmedlingen decides under 2–4 §§ and tells Försäkringskassan, which decides which days.
        atgarder: {
          initial: 'ingenAtgard',
          states: {
            ingenAtgard: {
              meta: { dormant: true, wakes: ['rapportfristen.passerad', 'atgardsgrund.uppmarksammad'] },
              on: {
                'rapportfristen.passerad': {
                  guard: 'efterKartlaggningen',
                  target: 'vantarPaProvning',
                  actions: 'noteraGrund',
                },
                'atgardsgrund.uppmarksammad': {
                  guard: 'grundForArbetsformedlingen',
                  target: 'vantarPaProvning',
                  actions: 'noteraGrund',
                },
              },
            },
            vantarPaProvning: {
              meta: {
                owner: 'arbetsformedlingen',
                basis: '2017:819 6 kap. 12 §',
                deadline: { promptly: '2017:819 6 kap. 14 §' },
                awaits: ['atgard.beslutad'],
              },
              on: {
                'atgard.beslutad': [
                  { guard: 'utanAvstangning', target: 'ingenAtgard' },
                  { guard: 'avstangningEnligtLagen', target: 'vantarPaUnderrattelse' },
                ],
                'atgardsgrund.uppmarksammad': { guard: 'grundForArbetsformedlingen', actions: 'behallGrund' },
              },
            },
            vantarPaUnderrattelse: {
              meta: {
                owner: 'arbetsformedlingen',
                basis: '2017:819 6 kap. 12 §',
                deadline: { promptly: '2017:819 6 kap. 12 §' },
                awaits: ['avstangning.meddelad'],
              },
              on: { 'avstangning.meddelad': 'vantarPaAvstangningsdagar' },
            },
            vantarPaAvstangningsdagar: {
              meta: {
                owner: 'forsakringskassan',
                basis: '2017:819 6 kap. 12 §',
                deadline: { none: true },
                awaits: ['avstangningsdagar.bestamda'],
              },
              on: {
                'avstangningsdagar.bestamda': [
                  // Another report may have failed to come while this suspension was being decided.
                  { guard: 'inomTaketMedNyGrund', target: 'vantarPaProvning', actions: 'noteraUteblivenGrund' },
                  { guard: 'inomTaket', target: 'ingenAtgard' },
                ],
              },
            },
          },
        },
        oriktigaUppgifter,
      },
    },
    avslutad: { type: 'final' },
  },
});
