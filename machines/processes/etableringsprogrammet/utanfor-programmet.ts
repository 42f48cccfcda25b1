/** Out of the programme with a way back: re-entry after discharge, and a new assignment after recall (2017:820 20–22 §§). */
import { form } from './form.js';

const nyttHinder = { guard: 'nyttHinder', actions: 'noteraHinder' } as const;
const kantHinder = { guard: 'kantHinder', actions: 'avslutaHinder' } as const;

export const utanforProgrammet = form.createStateConfig({
  initial: 'vantarPaAterintrade',
  meta: { clock: { 'fonstret.stangt': 'fonsterslut', 'aldersgransen.nadd': 'aldersgrans' } },
  on: {
    'program.avslutat': 'avslutad',
    'aldersgransen.nadd': 'overAldersgransen',
    'uppehallstillstand.upphort': 'vantarPaAterkallelse',
    // 5 § holds for a new assignment too. For a re-entry it does not: that is no new assignment.
    'hinder.uppkommit': nyttHinder,
    'hinder.upphort': kantHinder,
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
        'karenstiden.slut': [
          { guard: 'hinderFinns', target: 'hindradForeNyAnvisning' },
          { target: 'vantarPaNyAnvisning' },
        ],
        'fonstret.stangt': '#etableringsprogrammet.aterkallad',
      },
    },
    hindradForeNyAnvisning: {
      meta: { dormant: true, wakes: ['hinder.upphort'] },
      on: {
        'hinder.upphort': [
          { guard: 'sistaHindret', target: 'vantarPaNyAnvisning', actions: 'avslutaHinder' },
          kantHinder,
        ],
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
        'hinder.uppkommit': { ...nyttHinder, target: 'hindradForeNyAnvisning' },
        'fonstret.stangt': '#etableringsprogrammet.aterkallad',
      },
    },
  },
});
