/** Before the programme: registration, target group and assignment, and what stands in the way (2017:820 5–6 §§). */
import { form } from './form.js';

const nyttHinder = { guard: 'nyttHinder', actions: 'noteraHinder' } as const;
const kantHinder = { guard: 'kantHinder', actions: 'avslutaHinder' } as const;

export const foreProgrammet = form.createStateConfig({
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
      on: {
        'arbetssokande.inskriven': [
          { guard: 'hinderFinns', target: 'vantarPaHindretsSlut' },
          { target: 'vantarPaMalgruppsprovning' },
        ],
        'hinder.uppkommit': [
          { guard: 'blirUpptagen', target: 'hindradForeInskrivning', actions: 'noteraHinder' },
          nyttHinder,
        ],
        'hinder.upphort': kantHinder,
      },
    },
    // Nobody is awaited while work, school, care of a child or illness takes all the time; whoever wants may register.
    hindradForeInskrivning: {
      meta: { dormant: true, wakes: ['hinder.upphort', 'arbetssokande.inskriven'] },
      on: {
        'arbetssokande.inskriven': 'vantarPaHindretsSlut',
        'hinder.uppkommit': nyttHinder,
        'hinder.upphort': [{ guard: 'blirLedig', target: 'vantarPaInskrivning', actions: 'avslutaHinder' }, kantHinder],
      },
    },
    // 2017:820 6 §: Arbetsförmedlingen is to examine as soon as the conditions are met, and not before the last block ends.
    vantarPaHindretsSlut: {
      meta: { dormant: true, wakes: ['hinder.upphort', 'bosattning.mottagen', 'malgrupp.provad'] },
      on: {
        'hinder.upphort': [
          { guard: 'sistaHindretForProvad', target: 'vantarPaAnvisning', actions: 'avslutaHinder' },
          { guard: 'sistaHindret', target: 'vantarPaMalgruppsprovning', actions: 'avslutaHinder' },
          kantHinder,
        ],
        'bosattning.mottagen': [
          { guard: 'boendetVarSistaHindretForProvad', target: 'vantarPaAnvisning', actions: 'noteraMottagen' },
          { guard: 'boendetVarSistaHindret', target: 'vantarPaMalgruppsprovning', actions: 'noteraMottagen' },
          { actions: 'noteraMottagen' },
        ],
        'hinder.uppkommit': nyttHinder,
        'malgrupp.provad': [
          { guard: 'omfattas', actions: 'noteraMalgrupp' },
          { guard: 'omfattasInte', target: '#etableringsprogrammet.utanforMalgruppen' },
        ],
      },
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
          { guard: 'omfattas', target: 'vantarPaAnvisning', actions: 'noteraMalgrupp' },
          { guard: 'omfattasInte', target: '#etableringsprogrammet.utanforMalgruppen' },
        ],
        'hinder.uppkommit': { ...nyttHinder, target: 'vantarPaHindretsSlut' },
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
        'hinder.uppkommit': { ...nyttHinder, target: 'vantarPaHindretsSlut' },
      },
    },
  },
});

// Blocks come and go while somebody is outside the target group too.
export const utanforMalgruppen = form.createStateConfig({
  meta: { dormant: true, wakes: ['malgrupp.provad'] },
  on: {
    'malgrupp.provad': [
      { guard: 'omfattasMedHinder', target: 'foreProgrammet.vantarPaHindretsSlut', actions: 'noteraMalgrupp' },
      { guard: 'omfattas', target: 'foreProgrammet.vantarPaAnvisning', actions: 'noteraMalgrupp' },
    ],
    'hinder.uppkommit': nyttHinder,
    'hinder.upphort': kantHinder,
  },
});
