import { defineFacts, kommun, optional } from '../../grammar/index.js';

export const facts = defineFacts({
  'folkbokforing.anmald': { by: ['enskild'], data: { kommun: optional(kommun) } },
  // `on` is the day from which folkbokföringen applies (1991:481 35 §), often before the decision.
  'folkbokforing.registrerad': { by: ['skatteverket'], data: { kommun: optional(kommun) } },
});
