/** Etableringsprogrammet (2017:820): from enrolment at Arbetsförmedlingen to exit, with every way out and back. */
import { form } from './form.js';
import { ingenTid } from './programtid.js';

export const machine = form.createMachine({
  id: 'etableringsprogrammet',
  initial: 'vilande',
  context: ingenTid,
  on: {
    'bosattning.mottagen': { actions: 'noteraMottagen' },
    'folkbokforing.registrerad': { actions: 'noteraFolkbokford' },
  },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['uppehallstillstand.beviljat'] },
      on: { 'uppehallstillstand.beviljat': { target: 'foreProgrammet', actions: 'noteraTillstand' } },
    },
    foreProgrammet: {
      initial: 'vantarPaInskrivning',
      meta: { clock: { 'fonstret.stangt': 'fonsterslut', 'aldersgransen.nadd': 'aldersgrans' } },
      on: {
        'fonstret.stangt': 'fonstretStangt',
        'aldersgransen.nadd': 'overAldersgransen',
        'uppehallstillstand.upphort': 'utanforMalgruppen',
      },
      states: {
        vantarPaInskrivning: {
          meta: {
            owner: 'enskild',
            basis: '2017:820 5 §',
            deadline: { none: true },
            awaits: ['arbetssokande.inskriven'],
          },
          on: { 'arbetssokande.inskriven': 'vantarPaMalgruppsprovning' },
        },
        vantarPaMalgruppsprovning: {
          meta: {
            owner: 'arbetsformedlingen',
            basis: '2017:820 6 §',
            deadline: { promptly: '2017:820 6 §' },
            awaits: ['malgrupp.provad'],
          },
          on: {
            'malgrupp.provad': [
              { guard: 'omfattas', target: 'vantarPaAnvisning' },
              { guard: 'omfattasInte', target: '#etableringsprogrammet.utanforMalgruppen' },
            ],
          },
        },
        vantarPaAnvisning: {
          meta: {
            owner: 'arbetsformedlingen',
            basis: '2017:820 6 §',
            deadline: { promptly: '2017:820 6 §' },
            awaits: ['programanvisning.beslutad'],
          },
          on: {
            'programanvisning.beslutad': { guard: 'farAnvisas', target: '#iProgrammet', actions: 'noteraAnvisning' },
          },
        },
      },
    },
    utanforMalgruppen: {
      meta: { dormant: true, wakes: ['malgrupp.provad'] },
      on: { 'malgrupp.provad': { guard: 'omfattas', target: 'foreProgrammet.vantarPaAnvisning' } },
    },
    iProgrammet: {
      id: 'iProgrammet',
      meta: {
        clock: {
          'fonstret.stangt': 'fonsterslut',
          'programtiden.forbrukad': 'programtidsslut',
          'aldersgransen.nadd': 'aldersgrans',
        },
      },
      on: {
        'fonstret.stangt': { target: 'vantarPaOverlamning', actions: 'lamna' },
        'programtiden.forbrukad': { target: 'vantarPaOverlamning', actions: 'lamna' },
        'aldersgransen.nadd': 'vantarPaAterkallelse',
        'uppehallstillstand.upphort': 'vantarPaAterkallelse',
        'omfattning.andrad': { guard: 'inomProgramtiden', actions: 'andraOmfattning' },
        'intensivar.paborjat': { guard: 'inomProgramtiden' },
        'utbildning.paborjad': { guard: 'inomProgramtiden' },
        'utskrivning.beslutad': { target: 'utanforProgrammet', actions: 'lamna' },
        'aterkallelse.beslutad': [
          { guard: 'utanVagTillbaka', target: 'aterkallad', actions: 'noteraAterkallelse' },
          { guard: 'medVagTillbaka', target: 'utanforProgrammet.vantarPaNyInskrivning', actions: 'noteraAterkallelse' },
        ],
        'program.avslutat': { target: 'avslutad', actions: 'lamna' },
      },
      type: 'parallel',
      // Plan and presence run side by side: a plan grows old while somebody is ill, and somebody may fall ill before it is made.
      states: {
        planering: {
          initial: 'vantarPaKartlaggning',
          states: {
            vantarPaKartlaggning: {
              meta: {
                owner: 'arbetsformedlingen',
                basis: '2017:820 11 §',
                deadline: { none: true },
                awaits: ['kartlaggning.paborjad', 'kartlaggning.genomford'],
              },
              on: {
                'kartlaggning.paborjad': 'vantarPaKartlaggningensSlut',
                // Since 2023-11-01 an earlier mapping is to be considered (11 §), so it may be done at once.
                'kartlaggning.genomford': 'vantarPaHandlingsplan',
              },
            },
            vantarPaKartlaggningensSlut: {
              meta: {
                owner: 'arbetsformedlingen',
                basis: '2017:820 11 §',
                deadline: { none: true },
                awaits: ['kartlaggning.genomford'],
              },
              on: { 'kartlaggning.genomford': 'vantarPaHandlingsplan' },
            },
            vantarPaHandlingsplan: {
              meta: {
                owner: 'arbetsformedlingen',
                basis: '2000:628 6 § 2 st',
                deadline: { promptly: '2000:628 6 § 2 st' },
                awaits: ['handlingsplan.upprattad'],
              },
              on: { 'handlingsplan.upprattad': { target: 'vantarPaFornyadPlan', actions: 'noteraPlan' } },
            },
            // Taking part. What somebody owes is the renewal of the plan.
            vantarPaFornyadPlan: {
              id: 'deltar',
              meta: {
                owner: 'arbetsformedlingen',
                basis: '2000:628 6 § 3 st',
                deadline: { within: '2000:628 6 § 3 st', from: ['handlingsplan.upprattad', 'handlingsplan.reviderad'] },
                awaits: ['handlingsplan.reviderad', 'handlingsplan.upprattad'],
              },
              on: {
                'handlingsplan.reviderad': { actions: 'noteraPlan' },
                'handlingsplan.upprattad': { actions: 'noteraPlan' },
              },
            },
          },
        },
        narvaro: {
          initial: 'narvarande',
          states: {
            narvarande: {
              meta: { dormant: true, wakes: ['franvaro.paborjad'] },
              on: {
                'franvaro.paborjad': [
                  { guard: 'sjukPaHeltid', target: 'vantarPaAnpassningsprovning', actions: 'noteraFranvaro' },
                  { guard: 'annanFranvaroPaHeltid', target: 'vantarPaAtergang', actions: 'noteraFranvaro' },
                  { guard: 'delvisFranvaro', actions: 'noteraDelvisFranvaro' },
                ],
                'franvaro.avslutad': { guard: 'delvisFranvarande', actions: 'avslutaFranvaro' },
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
                'franvaro.avslutad': { target: 'narvarande', actions: 'avslutaFranvaro' },
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
              on: {
                'franvaro.avslutad': { target: 'narvarande', actions: 'avslutaFranvaro' },
                'franvarogransen.passerad': 'vantarPaUtskrivning',
              },
            },
            vantarPaUtskrivning: {
              meta: {
                owner: 'arbetsformedlingen',
                basis: '2017:820 18 §',
                deadline: { promptly: '2017:820 18 §' },
                awaits: ['utskrivning.beslutad'],
              },
              on: { 'franvaro.avslutad': { target: 'narvarande', actions: 'avslutaFranvaro' } },
            },
          },
        },
      },
    },
    utanforProgrammet: {
      initial: 'vantarPaAterintrade',
      meta: { clock: { 'fonstret.stangt': 'fonsterslut', 'aldersgransen.nadd': 'aldersgrans' } },
      on: {
        'program.avslutat': 'avslutad',
        'aldersgransen.nadd': 'overAldersgransen',
        'uppehallstillstand.upphort': 'vantarPaAterkallelse',
      },
      states: {
        // Discharged, reversible. The law owes nobody a contact here; avbrott is where an agreement must (R60).
        vantarPaAterintrade: {
          meta: {
            owner: 'enligtOverenskommelse',
            otherwise: 'arbetsformedlingen',
            basis: 'R60',
            deadline: { none: true },
            awaits: ['aterintrade.skett', 'program.avslutat'],
          },
          on: {
            'aterintrade.skett': [
              { guard: 'inomProgramtidenMedPlan', target: '#deltar', actions: 'aterintrada' },
              { guard: 'inomProgramtidenUtanPlan', target: '#iProgrammet', actions: 'aterintrada' },
            ],
            'fonstret.stangt': '#etableringsprogrammet.vantarPaOverlamning',
          },
        },
        vantarPaNyInskrivning: {
          meta: {
            owner: 'enskild',
            basis: '2017:820 22 §',
            deadline: { by: 'aterkomstfrist' },
            awaits: ['arbetssokande.inskriven'],
            clock: { 'aterkomstfristen.passerad': 'aterkomstfrist' },
          },
          on: {
            'arbetssokande.inskriven': {
              guard: 'inomAterkomstfristen',
              target: 'vantarPaKarenstidensSlut',
              actions: 'noteraInskriven',
            },
            'aterkomstfristen.passerad': '#etableringsprogrammet.aterkallad',
            'fonstret.stangt': '#etableringsprogrammet.aterkallad',
          },
        },
        vantarPaKarenstidensSlut: {
          meta: { dormant: true, wakes: ['karenstiden.slut'], clock: { 'karenstiden.slut': 'karenstidsslut' } },
          on: {
            'karenstiden.slut': 'vantarPaNyAnvisning',
            'fonstret.stangt': '#etableringsprogrammet.aterkallad',
          },
        },
        vantarPaNyAnvisning: {
          meta: {
            owner: 'arbetsformedlingen',
            basis: '2017:820 22 §',
            deadline: { promptly: '2017:820 6 §' },
            awaits: ['programanvisning.beslutad'],
          },
          on: {
            'programanvisning.beslutad': [
              { guard: 'inomProgramtidenMedPlan', target: '#deltar', actions: 'noteraAnvisning' },
              { guard: 'inomProgramtidenUtanPlan', target: '#iProgrammet', actions: 'noteraAnvisning' },
            ],
            'fonstret.stangt': '#etableringsprogrammet.aterkallad',
          },
        },
      },
    },
    vantarPaAterkallelse: {
      meta: {
        owner: 'arbetsformedlingen',
        basis: '2017:820 21 § 2 p',
        deadline: { none: true },
        awaits: ['aterkallelse.beslutad'],
      },
      on: { 'aterkallelse.beslutad': { target: 'aterkallad', actions: 'noteraAterkallelse' } },
    },
    vantarPaOverlamning: {
      meta: {
        owner: 'arbetsformedlingen',
        basis: '2007:414 5 § 6 p',
        deadline: { none: true },
        awaits: ['program.avslutat'],
      },
      on: { 'program.avslutat': 'avslutad' },
    },
    avslutad: { type: 'final' },
    aterkallad: { type: 'final' },
    fonstretStangt: { type: 'final' },
    overAldersgransen: { type: 'final' },
  },
});
