import { date, defineFacts, integer, kommun, optional } from '../../grammar/index.js';
import { route } from '../uppehallstillstand/facts.js';

export const facts = defineFacts({
  // `senast` is the latest day of reception that Migrationsverket's decision states (2016:39 10 §). The decision covers the
  // household (9 §); `hushall` tells how many are to be housed together.
  'bosattning.anvisad': {
    by: ['migrationsverket'],
    data: { kommun: optional(kommun), senast: date, hushall: optional(integer(1, 30, 'personer')) },
  },
  // What the municipality needs to know before the reception (2016:39 11 a §): that it was given, never what it says.
  'bosattning.underlag.lamnat': { by: ['migrationsverket', 'kommun'], data: {} },
  'bosattning.mottagen': { by: ['kommun'], data: { kommun: optional(kommun) } },
  // 2016:39 10 a §: the assignment is not used and may be replaced.
  'bosattning.anvisning.oanvand': { by: ['migrationsverket', 'kommun'], data: {} },
  // The person lives somewhere without assignment, so no assignment is awaited any longer (2016:39 11 §).
  'bosattning.boende.ordnat': {
    by: ['enskild', 'migrationsverket', 'kommun'],
    data: { route },
    attributes: ['route'],
  },
});
