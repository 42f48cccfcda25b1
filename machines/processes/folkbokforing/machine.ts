/** Folkbokföring: from permit to registration, with protection's own rules, refusal, moves and the identity card. */
import { ingenBosattning } from './dagar.js';
import { form } from './form.js';

export const machine = form.createMachine({
  id: 'folkbokforing',
  initial: 'vilande',
  context: ingenBosattning,
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['uppehallstillstand.beviljat'] },
      on: {
        'uppehallstillstand.beviljat': [
          { guard: 'skyddITreAr', target: 'foreAnmalan.vantarPaAnmalan', actions: 'noteraVillkor' },
          { guard: 'medTillfalligtSkydd', target: 'foreAnmalan.utanFolkbokforingVidSkydd', actions: 'noteraTillstand' },
          { guard: 'kommerMedTillstand', target: 'foreAnmalan.vantarPaInresa', actions: 'noteraTillstand' },
          { target: 'foreAnmalan.vantarPaAnmalan', actions: 'noteraVillkor' },
        ],
      },
    },
    foreAnmalan: {
      initial: 'vantarPaAnmalan',
      on: {
        'folkbokforing.anmald': { target: '#vantarPaRegistrering', actions: 'noteraAnmalan' },
        // 1991:481 35 §: registration applies from the moving day when it is notified in time, so its day may come before
        // the notification's; without notification it applies from the day of the decision.
        'folkbokforing.registrerad': 'folkbokford.registreradForeAnmalan',
        // 1991:481 4 §: without a permit the conditions are no longer met, and nobody is awaited to notify.
        'uppehallstillstand.upphort': 'villkorenUpphorde',
      },
      states: {
        vantarPaAnmalan: {
          meta: {
            owner: 'enskild',
            basis: '1991:481 26 § 2 st',
            deadline: { by: 'sistaAnmalningsdag', orNone: true },
            awaits: ['folkbokforing.anmald'],
          },
        },
        // Granted abroad. Nobody is awaited before the person is here.
        vantarPaInresa: {
          meta: {
            dormant: true,
            wakes: ['inresa.skedd', 'bosattning.mottagen', 'folkbokforing.anmald', 'folkbokforing.registrerad'],
          },
          on: {
            'inresa.skedd': { target: 'vantarPaAnmalanEfterInresa', actions: 'noteraInresa' },
            // Received in a municipality, so here; the day of arrival is not known by it, and no last day is shown.
            'bosattning.mottagen': 'vantarPaAnmalanEfterInresa',
          },
        },
        vantarPaAnmalanEfterInresa: {
          meta: {
            owner: 'enskild',
            basis: '1991:481 26 § 1 st',
            deadline: { by: 'sistaAnmalningsdagEfterInresa', orNone: true },
            awaits: ['folkbokforing.anmald'],
          },
          on: { 'inresa.skedd': { guard: 'inresanOkand', actions: 'noteraInresa' } },
        },
        // 1991:481 4 § 2 st: protection expected to last shorter than three years. The clock is 2024:691 coming into
        // force; a permit granted after that passes here on its first day.
        utanFolkbokforingVidSkydd: {
          meta: {
            dormant: true,
            wakes: ['uppehallstillstand.forlangt', 'folkbokforing.registrerad'],
            clock: { 'skyddsreglerna.andrade': 'treArsregelnsSlut' },
          },
          on: {
            'uppehallstillstand.forlangt': [
              { guard: 'skyddITreAr', target: 'vantarPaAnmalan', actions: 'noteraVillkor' },
              { actions: 'noteraTillstand' },
            ],
            'skyddsreglerna.andrade': [
              { guard: 'overgangsregeln', target: 'vantarPaAnmalanEfterOvergangsregeln' },
              { target: 'tolvManaderMedSkydd' },
            ],
          },
        },
        vantarPaAnmalanEfterOvergangsregeln: {
          meta: {
            owner: 'enskild',
            basis: '2024:691 5 §',
            deadline: { by: 'sistaAnmalningsdagOvergang' },
            awaits: ['folkbokforing.anmald'],
          },
        },
        // 2024:691 5 §: not during the first twelve months; after that, if at least six more months are expected.
        tolvManaderMedSkydd: {
          meta: {
            dormant: true,
            wakes: ['uppehallstillstand.forlangt', 'folkbokforing.registrerad'],
            clock: { 'tolvmanaderna.passerade': 'tolvManadersDag' },
          },
          on: {
            'uppehallstillstand.forlangt': { actions: 'noteraTillstand' },
            'tolvmanaderna.passerade': [
              { guard: 'vantasStannaSexManader', target: 'vantarPaAnmalan', actions: 'noteraVillkor' },
              { target: 'kortTidKvarMedSkydd' },
            ],
          },
        },
        kortTidKvarMedSkydd: {
          meta: { dormant: true, wakes: ['uppehallstillstand.forlangt', 'folkbokforing.registrerad'] },
          on: {
            'uppehallstillstand.forlangt': [
              { guard: 'vantasStannaSexManader', target: 'vantarPaAnmalan', actions: 'noteraVillkor' },
              { actions: 'noteraTillstand' },
            ],
          },
        },
      },
    },
    provning: {
      initial: 'vantarPaRegistrering',
      on: {
        'folkbokforing.registrerad': 'folkbokford.registrerad',
        'folkbokforing.avslagen': { target: 'vantarPaOverklagande', actions: 'noteraAvslag' },
      },
      states: {
        vantarPaRegistrering: {
          id: 'vantarPaRegistrering',
          meta: {
            owner: 'skatteverket',
            basis: '1991:481 18 §',
            deadline: { promptly: '2017:900 9 §' },
            awaits: ['folkbokforing.registrerad', 'folkbokforing.avslagen'],
            clock: { 'sexmanaderna.passerade': 'sexManaderFranAnmalan' },
          },
          on: { 'sexmanaderna.passerade': 'vantarPaForsenadRegistrering' },
        },
        // 2017:900 12 §: the person may now ask for a decision. Nobody has to, so it is still Skatteverket that is awaited.
        vantarPaForsenadRegistrering: {
          meta: {
            owner: 'skatteverket',
            basis: '1991:481 18 §',
            deadline: { promptly: '2017:900 9 §' },
            awaits: ['folkbokforing.registrerad', 'folkbokforing.avslagen'],
          },
          on: { 'folkbokforing.avgorande.begart': { target: 'vantarPaSvarPaBegaran', actions: 'noteraBegaran' } },
        },
        vantarPaSvarPaBegaran: {
          meta: {
            owner: 'skatteverket',
            basis: '2017:900 12 §',
            deadline: { by: 'sistaSvarsdag' },
            awaits: ['folkbokforing.registrerad', 'folkbokforing.avslagen', 'folkbokforing.begaran.avslagen'],
          },
          on: { 'folkbokforing.begaran.avslagen': 'vantarPaRegistreringEfterBegaran' },
        },
        // 2017:900 12 § 3 st: the person may ask once.
        vantarPaRegistreringEfterBegaran: {
          meta: {
            owner: 'skatteverket',
            basis: '1991:481 18 §',
            deadline: { promptly: '2017:900 9 §' },
            awaits: ['folkbokforing.registrerad', 'folkbokforing.avslagen'],
          },
        },
      },
    },
    // A right and not a duty. It is shown because it ends on a day.
    vantarPaOverklagande: {
      meta: {
        owner: 'enskild',
        basis: '1991:481 40 §',
        deadline: { by: 'sistaOverklagandedag' },
        awaits: ['folkbokforing.overklagad'],
        clock: { 'folkbokforing.overklagandetid.utgangen': 'sistaOverklagandedag' },
      },
      on: {
        'folkbokforing.overklagad': 'overprovas',
        'folkbokforing.registrerad': 'folkbokford.registrerad',
        'folkbokforing.overklagandetid.utgangen': 'inteFolkbokford',
        'folkbokforing.anmald': { target: '#vantarPaRegistrering', actions: 'noteraAnmalan' },
      },
    },
    overprovas: {
      meta: { dormant: true, wakes: ['folkbokforing.registrerad', 'folkbokforing.anmald'] },
      on: {
        'folkbokforing.registrerad': 'folkbokford.registrerad',
        'folkbokforing.anmald': { target: '#vantarPaRegistrering', actions: 'noteraAnmalan' },
        'uppehallstillstand.upphort': 'villkorenUpphorde',
      },
    },
    inteFolkbokford: {
      meta: { dormant: true, wakes: ['folkbokforing.anmald', 'folkbokforing.registrerad'] },
      on: {
        'folkbokforing.registrerad': 'folkbokford.registrerad',
        'folkbokforing.anmald': { target: '#vantarPaRegistrering', actions: 'noteraAnmalan' },
        'uppehallstillstand.upphort': 'villkorenUpphorde',
      },
    },
    folkbokford: {
      initial: 'registrerad',
      on: {
        'idkort.sokt': { guard: 'idkortsaldern', target: '.vantarPaIdkort', actions: 'noteraIdkort' },
        'flytt.skedd': '.vantarPaFlyttanmalan',
        'folkbokforing.avregistrerad': 'avregistrerad',
      },
      states: {
        registrerad: {
          meta: { dormant: true, wakes: ['idkort.sokt', 'flytt.skedd', 'folkbokforing.avregistrerad'] },
        },
        // The notification that led to the registration may bear a later day than the day the registration applies from.
        registreradForeAnmalan: {
          meta: { dormant: true, wakes: ['folkbokforing.anmald', 'idkort.sokt', 'flytt.skedd'] },
          on: { 'folkbokforing.anmald': 'registrerad' },
        },
        vantarPaIdkort: {
          meta: {
            owner: 'skatteverket',
            basis: '2015:899 1 §',
            deadline: { promptly: '2017:900 9 §' },
            awaits: ['idkort.utfardat', 'idkort.nekat'],
          },
          on: {
            'idkort.utfardat': { target: 'registrerad', actions: 'noteraIdkort' },
            'idkort.nekat': { target: 'registrerad', actions: 'noteraIdkort' },
          },
        },
        // The week of a move comes first: a card that was applied for is awaited again afterwards.
        vantarPaFlyttanmalan: {
          meta: {
            owner: 'enskild',
            basis: '1991:481 25 §',
            deadline: { within: '1991:481 25 §', from: 'flytt.skedd' },
            awaits: ['flytt.anmald'],
          },
          on: {
            'flytt.anmald': [{ guard: 'idkortSokt', target: 'vantarPaIdkort' }, { target: 'registrerad' }],
            'idkort.sokt': { guard: 'idkortsaldern', actions: 'noteraIdkort' },
            'idkort.utfardat': { guard: 'idkortSokt', actions: 'noteraIdkort' },
            'idkort.nekat': { guard: 'idkortSokt', actions: 'noteraIdkort' },
          },
        },
      },
    },
    avregistrerad: { type: 'final' },
    villkorenUpphorde: { type: 'final' },
  },
});
