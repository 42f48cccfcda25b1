/** Etableringsprogrammet (2017:820): from enrolment at Arbetsförmedlingen to exit, with every way out and back. */
import { avslut } from './avslut.js';
import { foreProgrammet, utanforMalgruppen } from './fore-programmet.js';
import { form } from './form.js';
import { narvaro } from './narvaro.js';
import { planering } from './planering.js';
import { ingenTid } from './programtid.js';
import { utanforProgrammet } from './utanfor-programmet.js';

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
    foreProgrammet,
    utanforMalgruppen,
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
        'aldersgransen.nadd': { target: 'vantarPaAterkallelse', actions: 'glomFranvaro' },
        'uppehallstillstand.upphort': { target: 'vantarPaAterkallelse', actions: 'glomFranvaro' },
        'omfattning.andrad': { guard: 'farAndraOmfattning', actions: 'andraOmfattning' },
        'intensivar.paborjat': { guard: 'inomProgramtiden' },
        'utbildning.paborjad': { guard: 'inomProgramtiden' },
        'insats.paborjad': { guard: 'inomProgramtiden' },
        'familjeledighet.godkand': { guard: 'inomFamiljedagarna', actions: 'noteraFamiljedagar' },
        'utskrivning.beslutad': [
          { guard: 'annanGrundAnSjukdom', target: 'utanforProgrammet', actions: 'lamna' },
          { guard: 'sjukLangreAnGransen', target: 'utanforProgrammet', actions: 'lamna' },
        ],
        'aterkallelse.beslutad': [
          { guard: 'utanVagTillbaka', target: 'aterkallad', actions: 'noteraAterkallelse' },
          { guard: 'medVagTillbaka', target: 'utanforProgrammet.vantarPaNyInskrivning', actions: 'noteraAterkallelse' },
        ],
        'program.avslutat': { target: 'avslutad', actions: 'lamna' },
      },
      type: 'parallel',
      // These run side by side: a plan grows old while somebody is ill, and somebody may fall ill before it is made.
      states: { planering, narvaro, avslut },
    },
    utanforProgrammet,
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
