import { erbjuds } from './erbjuds.js';
import { form } from './form.js';

export const machine = form.createMachine({
  id: 'samhallsorientering',
  initial: 'vilande',
  context: { fodd: null, folkbokford: null },
  // 2013:156 1 a §: the act is for those who hold a permit.
  on: { 'uppehallstillstand.upphort': '.utanTillstand' },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['folkbokforing.registrerad'] },
      on: {
        'uppehallstillstand.beviljat': { actions: 'noteraFodd' },
        'folkbokforing.registrerad': [
          { guard: 'harAldern', target: 'erbjuds', actions: 'noteraFolkbokford' },
          { target: 'underAldern', actions: 'noteraFolkbokford' },
        ],
      },
    },
    underAldern: {
      meta: {
        dormant: true,
        wakes: ['samhallsorienteringsaldern.nadd'],
        clock: { 'samhallsorienteringsaldern.nadd': 'underLagstaAldern' },
      },
      on: { 'samhallsorienteringsaldern.nadd': 'erbjuds' },
    },
    erbjuds,
    vantarPaGenomforande: {
      meta: {
        owner: 'kommun',
        basis: '2010:1138 4 §',
        deadline: { within: '2010:1138 4 §', from: 'samhallsorientering.paborjad' },
        awaits: ['samhallsorientering.genomford'],
      },
      on: {
        'samhallsorientering.genomford': { guard: 'tillrackligtManga', target: 'vantarPaIntyg' },
        'samhallsorientering.avbruten': 'vantarPaAterupptagande',
        'samhallsorientering.uppgifter.begarda': 'vantarPaUppgifter',
      },
    },
    // 2013:156 5 §: the municipality seeks out those who have the right, while its duty to offer lasts (4 §).
    vantarPaAterupptagande: {
      meta: {
        owner: 'kommun',
        basis: '2013:156 5 §',
        deadline: { by: 'skyldighetsslut', kind: 'soft' },
        awaits: ['samhallsorientering.aterupptagen'],
        clock: { 'skyldigheten.upphord': 'skyldighetsslut' },
      },
      on: {
        'samhallsorientering.aterupptagen': 'vantarPaGenomforande',
        'samhallsorientering.uppgifter.begarda': 'vantarPaUppgifter',
        'skyldigheten.upphord': 'skyldighetenUpphord',
      },
    },
    // 2010:1138 10 §: on request. The municipality that asked takes over and lets the person go on.
    vantarPaUppgifter: {
      meta: {
        owner: 'kommun',
        basis: '2010:1138 10 §',
        deadline: { none: true },
        awaits: ['samhallsorientering.uppgifter.lamnade'],
      },
      on: { 'samhallsorientering.uppgifter.lamnade': 'vantarPaAterupptagande' },
    },
    vantarPaIntyg: {
      meta: {
        owner: 'kommun',
        basis: '2010:1138 10 §',
        deadline: { none: true },
        awaits: ['samhallsorientering.intygad'],
      },
      on: { 'samhallsorientering.intygad': 'avslutad' },
    },
    avslutad: { type: 'final' },
    skyldighetenUpphord: { type: 'final' },
    overAldern: { type: 'final' },
    utanTillstand: { type: 'final' },
  },
});
