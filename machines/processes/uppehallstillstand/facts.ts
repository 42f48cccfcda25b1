import { birth, code, date, defineFacts, optional, pattern, truth } from '../../grammar/index.js';

/** How a person comes to a municipality; it decides who does what there. */
export const route = code('anvisad', 'kvot', 'eget-boende', 'anknytning');

export const facts = defineFacts({
  'uppehallstillstand.beviljat': {
    by: ['migrationsverket'],
    data: {
      grund: pattern('^UtlL \\d+(:\\d+( [a-z])?| kap\\.)$', 'UtlL 5:1'),
      'galler-till': optional(date),
      route,
      fodd: birth,
      asylboende: optional(truth),
      // 2017:584 2 §, about the person to whom the tie is: first received in a municipality, when the relative applied,
      // and whether that person then was a Swedish citizen.
      'anknytning-mottagen': optional(date),
      'anknytning-ansokt': optional(date),
      'anknytning-svensk': optional(truth),
      // Temporary protection counts from the first of the permits (2024:691 5 §), which may be older than this one.
      'skydd-sedan': optional(date),
    },
    attributes: ['route'],
  },
  'uppehallstillstand.forlangning.sokt': { by: ['enskild'], data: {} },
  'uppehallstillstand.forlangt': { by: ['migrationsverket'], data: { 'galler-till': optional(date) } },
  // 2017:900 12 §: the person asks, in writing and once, that a case older than six months be decided.
  'uppehallstillstand.avgorande.begart': { by: ['enskild'], data: {} },
  'uppehallstillstand.begaran.avslagen': { by: ['migrationsverket'], data: {} },
  'uppehallstillstand.forlangning.avslagen': { by: ['migrationsverket'], data: {} },
  // The day the person had the rejection: the time to appeal runs from it (2017:900 44 §).
  'uppehallstillstand.avslag.delgivet': { by: ['migrationsverket', 'enskild'], data: {} },
  // The day the appeal came in to Migrationsverket (2017:900 22 §).
  'uppehallstillstand.avslag.overklagat': { by: ['enskild', 'migrationsverket'], data: {} },
  // Expired without an application, or a rejection that has gained legal force (2017:584 3 §).
  'uppehallstillstand.upphort': { by: ['migrationsverket'], data: {} },
});

/** A birth date for samples: an adult, inside both age limits whatever the day. */
export const vuxen = '-21170..-7700';
