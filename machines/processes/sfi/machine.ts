import { form } from './form.js';
import { ingenSfi } from './rattstid.js';
import { ratten } from './ratten.js';
import { studier } from './studier.js';

// The right to sfi is that of anyone who lives in Sweden (2010:800 20 kap. 31 §, 29 kap. 2 §): it waits neither for
// folkbokföring nor for the programme. The studies may come and go; the right beside them is one and the same.
export const machine = form.createMachine({
  id: 'sfi',
  initial: 'vilande',
  context: ingenSfi,
  // 29 kap. 2 §: living here means that one is to be folkbokförd, which takes a permit (1991:481 4 §).
  on: { 'uppehallstillstand.upphort': '.utanTillstand' },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['uppehallstillstand.beviljat'] },
      on: {
        'uppehallstillstand.beviljat': [
          { guard: 'underAldern', target: 'underAldern', actions: 'noteraFodd' },
          { target: 'utbildning', actions: 'noteraFodd' },
        ],
      },
    },
    underAldern: {
      meta: { dormant: true, wakes: ['sfiratten.intradd'], clock: { 'sfiratten.intradd': 'sistaDagUtanRatt' } },
      on: { 'sfiratten.intradd': 'utbildning' },
    },
    utbildning: {
      type: 'parallel',
      states: {
        studier,
        ratten,
        // 2000:625 1 a §, from 2026-03-01: what Arbetsförmedlingen needs in a case, when it asks. How and how often is local.
        uppgifter: {
          initial: 'ingenBegaran',
          states: {
            ingenBegaran: {
              meta: { dormant: true, wakes: ['sfi.uppgifter.begarda'] },
              on: { 'sfi.uppgifter.begarda': { guard: 'uppgifterSkaLamnas', target: 'vantarPaUppgifter' } },
            },
            vantarPaUppgifter: {
              meta: {
                owner: 'kommun',
                basis: '2000:625 1 a §',
                deadline: { none: true },
                awaits: ['sfi.uppgifter.lamnade'],
              },
              on: { 'sfi.uppgifter.lamnade': 'ingenBegaran' },
            },
          },
        },
      },
    },
    avslutad: { type: 'final' },
    rattenUpphord: { type: 'final' },
    utanTillstand: { type: 'final' },
  },
});
