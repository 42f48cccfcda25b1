import { defineFacts, integer } from '../../grammar/index.js';

const timmar = integer(1, 1000, 'timmar');

export const facts = defineFacts({
  'samhallsorientering.anmald': { by: ['kommun', 'arbetsformedlingen', 'enskild'], data: {} },
  'samhallsorientering.paborjad': { by: ['kommun', 'anordnare'], data: {} },
  'samhallsorientering.genomford': { by: ['kommun', 'anordnare'], data: { timmar } },
  'samhallsorientering.intygad': { by: ['kommun'], data: {} },
});
