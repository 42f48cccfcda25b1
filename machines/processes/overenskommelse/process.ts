import { defineProcess } from '../../grammar/index.js';
import { facts } from './facts.js';
import { dates, form, ingenOverenskommelse } from './form.js';
import { gallande } from './gallande.js';

// No statute says that there is to be an agreement, nor how it lives. What Etapp shows here is the parties' own custom and
// its own defaults, all of them practice (0000:1 40–46 §§).
const machine = form.createMachine({
  id: 'overenskommelse',
  initial: 'vantarPaUtkast',
  context: ingenOverenskommelse,
  states: {
    vantarPaUtkast: {
      meta: {
        owner: 'arbetsformedlingen',
        basis: '0000:1 40 §',
        deadline: { none: true },
        awaits: ['utkast.upprattat'],
      },
      on: {
        'utkast.upprattat': 'vantarPaUndertecknande',
        // An agreement that was there before Etapp has no draft to tell of.
        'overenskommelse.undertecknad': [
          { guard: 'gallerGenast', target: 'gallande', actions: ['noteraGiltighet', 'noteraForsta'] },
          { guard: 'gallerSenare', target: 'fore', actions: 'noteraGiltighet' },
        ],
        'overenskommelse.avskriven': 'avskriven',
      },
    },
    vantarPaUndertecknande: {
      meta: {
        owner: 'arbetsformedlingen',
        basis: '0000:1 40 §',
        deadline: { none: true },
        awaits: ['overenskommelse.undertecknad'],
      },
      on: {
        'overenskommelse.undertecknad': [
          { guard: 'gallerGenast', target: 'gallande', actions: ['noteraGiltighet', 'noteraForsta'] },
          { guard: 'gallerSenare', target: 'fore', actions: 'noteraGiltighet' },
        ],
        'overenskommelse.avskriven': 'avskriven',
      },
    },
    // Signed; the first day has not come.
    fore: {
      meta: {
        dormant: true,
        wakes: ['giltigheten.paborjad', 'overenskommelse.ersatt'],
        clock: { 'giltigheten.paborjad': 'dagenForeBorjan' },
      },
      on: {
        'giltigheten.paborjad': { target: 'gallande', actions: 'noteraForsta' },
        'overenskommelse.ersatt': 'ersatt',
      },
    },
    gallande,
    ersatt: { type: 'final' },
    upphord: { type: 'final' },
    utgangen: { type: 'final' },
    avskriven: { type: 'final' },
  },
});

export const overenskommelse = defineProcess({
  id: 'overenskommelse',
  subject: 'overenskommelse',
  editions: [{ since: '2018-01-01', basis: '0000:1 40 §', machine }],
  facts,
  dates,
  background: ['borjan', 'slut', 'uppsagd', 'ovanforAndrad'],
  samples: [
    { type: 'utkast.upprattat', days: [30, 120] },
    { type: 'overenskommelse.undertecknad', data: { fran: '-10' }, days: [30, 90], weight: 3 },
    { type: 'overenskommelse.undertecknad', data: { fran: '+30', till: '+1100' }, days: [30, 90], weight: 3 },
    { type: 'overenskommelse.avskriven', weight: 0.1 },
    { type: 'arshjul.bestamt', data: { hostuppfoljning: 10, varuppfoljning: 3 } },
    { type: 'arshjul.bestamt', data: { statistik: 9, revidering: 5, kvartalsrapport: true } },
    { type: 'arshjul.bestamt', data: { kvartalsrapport: false }, weight: 0.3 },
    { type: 'statistik.sammanstalld' },
    { type: 'uppfoljning.host.hallen' },
    { type: 'uppfoljning.var.hallen', data: { revideras: false } },
    { type: 'uppfoljning.var.hallen', data: { revideras: true } },
    { type: 'kvartalsrapport.lamnad' },
    { type: 'overenskommelse.reviderad' },
    { type: 'overenskommelse.overordnad.andrad', data: { andring: 'omrade-borttaget' }, weight: 0.3 },
    { type: 'overenskommelse.overordnad.provad', data: { revideras: false } },
    { type: 'overenskommelse.overordnad.provad', data: { revideras: true } },
    { type: 'overenskommelse.forlangd', data: { till: '+1500' } },
    { type: 'overenskommelse.forlangd' },
    { type: 'overenskommelse.uppsagd', data: { upphor: '+90' }, weight: 0.1 },
    { type: 'overenskommelse.ersatt', weight: 0.1, days: [400, 900] },
    { type: 'giltigheten.paborjad' },
    { type: 'fortsattningsfragan.vackt' },
    { type: 'giltigheten.slut' },
  ],
});
