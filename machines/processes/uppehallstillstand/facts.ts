import { code, date, defineFacts, optional, pattern, truth } from '../../grammar/index.js';

/** How a person comes to a municipality; it decides who does what there. */
export const route = code('anvisad', 'kvot', 'eget-boende', 'anknytning');

export const facts = defineFacts({
  'uppehallstillstand.beviljat': {
    by: ['migrationsverket'],
    data: {
      grund: pattern('^UtlL \\d+(:\\d+( [a-z])?| kap\\.)$', 'UtlL 5:1'),
      'galler-till': optional(date),
      route,
      fodd: date,
      asylboende: optional(truth),
    },
    attributes: ['route'],
  },
  'uppehallstillstand.forlangning.sokt': { by: ['enskild'], data: {} },
  'uppehallstillstand.forlangt': { by: ['migrationsverket'], data: { 'galler-till': optional(date) } },
  // Expired without an application, or a rejection that has gained legal force (2017:584 3 §).
  'uppehallstillstand.upphort': { by: ['migrationsverket'], data: {} },
});

/** A birth date for samples: an adult, inside both age limits whatever the day. */
export const vuxen = '-21170..-7700';
