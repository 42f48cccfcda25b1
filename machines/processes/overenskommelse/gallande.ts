/** An agreement that applies: it is followed up, reported on and revised, and looks upwards and ahead, all side by side. */
import type { Citation } from '../../grammar/index.js';
import { form } from './form.js';

interface Held {
  fact: 'statistik.sammanstalld' | 'uppfoljning.host.hallen' | 'uppfoljning.var.hallen';
  notes: 'noteraStatistik' | 'noteraHostuppfoljning' | 'noteraVaruppfoljning';
}

/** What comes back every year: held, it is awaited again by the day of the next. */
const varjeAr = (state: string, basis: Citation, by: string, { fact, notes }: Held) =>
  form.createStateConfig({
    initial: state,
    states: {
      [state]: {
        meta: {
          owner: 'enligtOverenskommelse',
          otherwise: 'kommun',
          basis,
          deadline: { by, kind: 'practice' },
          awaits: [fact],
        },
        on: { [fact]: { target: state, actions: notes } },
      },
    },
  });

export const gallande = form.createStateConfig({
  type: 'parallel',
  meta: { clock: { 'giltigheten.slut': 'giltighetensSlut' } },
  on: {
    'overenskommelse.ersatt': 'ersatt',
    'giltigheten.slut': [
      { guard: 'arUppsagd', target: 'upphord' },
      { guard: 'inteUppsagd', target: 'utgangen' },
    ],
  },
  states: {
    statistik: varjeAr('vantarPaStatistik', '0000:1 42 §', 'statistikdag', {
      fact: 'statistik.sammanstalld',
      notes: 'noteraStatistik',
    }),
    host: varjeAr('vantarPaHostuppfoljning', '0000:1 41 §', 'hostuppfoljningsdag', {
      fact: 'uppfoljning.host.hallen',
      notes: 'noteraHostuppfoljning',
    }),
    var: varjeAr('vantarPaVaruppfoljning', '0000:1 41 §', 'varuppfoljningsdag', {
      fact: 'uppfoljning.var.hallen',
      notes: 'noteraVaruppfoljning',
    }),
    // The spring meeting, or a change above, decides that the text is to be revised; the old text applies meanwhile.
    revidering: {
      initial: 'ingenRevidering',
      states: {
        ingenRevidering: {
          meta: { dormant: true, wakes: ['uppfoljning.var.hallen', 'overenskommelse.overordnad.provad'] },
          on: {
            'uppfoljning.var.hallen': { guard: 'revideras', target: 'vantarPaRevidering', actions: 'noteraRevidering' },
            'overenskommelse.overordnad.provad': {
              guard: 'reviderasEfterProvning',
              target: 'vantarPaRevidering',
              actions: 'noteraRevidering',
            },
          },
        },
        vantarPaRevidering: {
          meta: {
            owner: 'enligtOverenskommelse',
            otherwise: 'kommun',
            basis: '0000:1 43 §',
            deadline: { by: 'revideringsdag', kind: 'practice' },
            awaits: ['overenskommelse.reviderad'],
          },
          on: { 'overenskommelse.reviderad': 'ingenRevidering' },
        },
      },
    },
    kvartal: {
      initial: 'ingenKvartalsrapport',
      states: {
        ingenKvartalsrapport: {
          meta: { dormant: true, wakes: ['arshjul.bestamt'] },
          on: {
            'arshjul.bestamt': [
              { guard: 'medKvartalsrapport', target: 'vantarPaKvartalsrapport', actions: 'noteraArshjul' },
              { guard: 'utanKvartalsrapport', actions: 'noteraArshjul' },
              { guard: 'kvartalsrapportSomForut', actions: 'noteraArshjul' },
            ],
          },
        },
        vantarPaKvartalsrapport: {
          meta: {
            owner: 'enligtOverenskommelse',
            otherwise: 'kommun',
            basis: '0000:1 44 §',
            deadline: { within: '0000:1 44 §', from: ['arshjul.bestamt', 'kvartalsrapport.lamnad'] },
            awaits: ['kvartalsrapport.lamnad'],
          },
          on: {
            'kvartalsrapport.lamnad': 'vantarPaKvartalsrapport',
            'arshjul.bestamt': [
              { guard: 'medKvartalsrapport', actions: 'noteraArshjul' },
              { guard: 'utanKvartalsrapport', target: 'ingenKvartalsrapport', actions: 'noteraArshjul' },
              { guard: 'kvartalsrapportSomForut', actions: 'noteraArshjul' },
            ],
          },
        },
      },
    },
    // Agreements above shrink and end while those below still lean on them.
    overordnad: {
      initial: 'overordnadOforandrad',
      states: {
        overordnadOforandrad: {
          meta: { dormant: true, wakes: ['overenskommelse.overordnad.andrad'] },
          on: {
            'overenskommelse.overordnad.andrad': { target: 'vantarPaProvning', actions: 'noteraAndringOvanfor' },
          },
        },
        vantarPaProvning: {
          meta: {
            owner: 'enligtOverenskommelse',
            otherwise: 'kommun',
            basis: '0000:1 46 §',
            deadline: { none: true },
            awaits: ['overenskommelse.overordnad.provad'],
          },
          on: {
            'overenskommelse.overordnad.provad': { target: 'overordnadOforandrad', actions: 'noteraProvning' },
          },
        },
      },
    },
    giltighet: {
      initial: 'galler',
      states: {
        galler: {
          meta: {
            dormant: true,
            wakes: ['fortsattningsfragan.vackt', 'overenskommelse.uppsagd'],
            clock: { 'fortsattningsfragan.vackt': 'fortsattningsdag' },
          },
          on: {
            'fortsattningsfragan.vackt': 'vantarPaFortsattning',
            'overenskommelse.forlangd': { guard: 'forlangs', target: 'galler', actions: 'noteraForlangning' },
            'overenskommelse.uppsagd': { guard: 'upphorInteFore', target: 'uppsagd', actions: 'noteraUppsagning' },
          },
        },
        vantarPaFortsattning: {
          meta: {
            owner: 'arbetsformedlingen',
            basis: '0000:1 45 §',
            deadline: { by: 'giltighetensSlut', kind: 'practice' },
            awaits: ['overenskommelse.forlangd', 'overenskommelse.ersatt'],
          },
          on: {
            'overenskommelse.forlangd': { guard: 'forlangs', target: 'galler', actions: 'noteraForlangning' },
            'overenskommelse.uppsagd': { guard: 'upphorInteFore', target: 'uppsagd', actions: 'noteraUppsagning' },
          },
        },
        uppsagd: { meta: { dormant: true, wakes: ['giltigheten.slut', 'overenskommelse.ersatt'] } },
      },
    },
  },
});
