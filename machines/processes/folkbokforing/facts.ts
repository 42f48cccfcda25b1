import { date, defineFacts, kommun, optional } from '../../grammar/index.js';

export const facts = defineFacts({
  // Arrived in Sweden to live here: the three months of 1991:481 26 § 1 st run from this day.
  'inresa.skedd': { by: ['enskild', 'kommun', 'migrationsverket'], data: {} },
  'folkbokforing.anmald': { by: ['enskild'], data: { kommun: optional(kommun) } },
  // `on` is the day from which folkbokföringen applies (1991:481 35 §), often before the decision.
  'folkbokforing.registrerad': { by: ['skatteverket'], data: { kommun: optional(kommun), beslutad: optional(date) } },
  // 2017:900 12 §: the person asks, in writing and once, that a case older than six months be decided.
  'folkbokforing.avgorande.begart': { by: ['enskild'], data: {} },
  'folkbokforing.begaran.avslagen': { by: ['skatteverket'], data: {} },
  // The day the person had the decision not to register: the time to appeal runs from it (1991:481 40 §).
  'folkbokforing.avslagen': { by: ['skatteverket', 'enskild'], data: {} },
  // The day the appeal came in to Skatteverket.
  'folkbokforing.overklagad': { by: ['enskild', 'skatteverket'], data: {} },
  'flytt.skedd': { by: ['enskild', 'kommun'], data: { kommun: optional(kommun) } },
  'flytt.anmald': { by: ['enskild'], data: { kommun: optional(kommun) } },
  'idkort.sokt': { by: ['enskild'], data: {} },
  'idkort.utfardat': { by: ['skatteverket'], data: {} },
  'idkort.nekat': { by: ['skatteverket'], data: {} },
  'folkbokforing.avregistrerad': { by: ['skatteverket'], data: {}, order: 'last' },
});
