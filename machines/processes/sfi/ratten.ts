import { form } from './form.js';

/**
 * 2010:800 20 kap. 31 a §: the three years of the right, and their prolonging. It runs on whether the pupil studies or not,
 * and with it the right to complete a course ends (9 §).
 */
export const ratten = form.createStateConfig({
  initial: 'utanTidsgrans',
  states: {
    utanTidsgrans: {
      meta: {
        dormant: true,
        wakes: ['sfiratten.tidsbegransad'],
        clock: { 'sfiratten.tidsbegransad': 'sistaDagUtanTidsgrans' },
      },
      on: { 'sfiratten.tidsbegransad': { guard: 'tidsgransGaller', target: 'medTidsgrans' } },
    },
    medTidsgrans: {
      initial: 'tidenGar',
      meta: { clock: { 'sfiratten.upphord': 'rattensSlut' } },
      on: {
        'sfiratten.upphord': '#sfi.rattenUpphord',
        'sfi.forlangning.beslutad': [
          { guard: 'tillSistaDagen', target: '.sistaTiden', actions: 'noteraForlangning' },
          { guard: 'inomForlangningen', target: '.tidenGar', actions: 'noteraForlangning' },
        ],
      },
      states: {
        tidenGar: {
          meta: {
            dormant: true,
            wakes: ['sfiforlangningen.aktuell', 'sfi.forlangning.beslutad'],
            clock: { 'sfiforlangningen.aktuell': 'dagForeForlangningsfragan' },
          },
          on: {
            'sfiforlangningen.aktuell': [
              { guard: 'laser', target: 'vantarPaForlangningsbeslut' },
              { target: 'loperUt' },
            ],
          },
        },
        // The decision must come before the time has run out. Whether there are special personal reasons is for huvudmannen.
        vantarPaForlangningsbeslut: {
          meta: {
            owner: 'kommun',
            basis: '2010:800 20 kap. 31 a §',
            deadline: { by: 'rattensSlut' },
            awaits: ['sfi.forlangning.beslutad', 'sfi.forlangning.avslagen'],
          },
          always: { guard: 'laserInte', target: 'loperUt' },
          on: { 'sfi.forlangning.avslagen': 'sistaTiden' },
        },
        // Nobody is studying, so nobody needs to ask; a pupil who comes back in time raises the question again.
        loperUt: {
          meta: { dormant: true, wakes: ['sfi.forlangning.beslutad'] },
          always: { guard: 'laser', target: 'vantarPaForlangningsbeslut' },
        },
        // Refused, or prolonged as far as the law allows. A refusal may be changed on appeal while the time has not run out.
        sistaTiden: { meta: { dormant: true, wakes: ['sfi.forlangning.beslutad'] } },
      },
    },
  },
});
