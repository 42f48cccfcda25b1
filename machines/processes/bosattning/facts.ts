import { date, defineFacts, kommun, optional } from '../../grammar/index.js';

export const facts = defineFacts({
  // `senast` is the latest day of reception that Migrationsverket's decision states (2016:39 10 §).
  'bosattning.anvisad': { by: ['migrationsverket'], data: { kommun: optional(kommun), senast: date } },
  'bosattning.mottagen': { by: ['kommun'], data: { kommun: optional(kommun) } },
});
