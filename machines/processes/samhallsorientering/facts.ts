import { code, defineFacts, integer } from '../../grammar/index.js';

const timmar = integer(1, 1000, 'timmar');

export const facts = defineFacts({
  'samhallsorientering.erbjuden': { by: ['kommun'], data: {} },
  'samhallsorientering.avbojd': { by: ['enskild', 'kommun'], data: {} },
  // 2013:156 2 a §: those whom the act leaves out although the rest of it fits.
  'samhallsorientering.undantagen': { by: ['kommun'], data: { skal: code('gymnasieelev', 'ees-medborgare') } },
  'samhallsorientering.undantag.upphort': { by: ['kommun'], data: {} },
  'samhallsorientering.anmald': { by: ['kommun', 'arbetsformedlingen', 'enskild'], data: {} },
  'samhallsorientering.paborjad': { by: ['kommun', 'anordnare'], data: {} },
  'samhallsorientering.avbruten': { by: ['kommun', 'anordnare', 'enskild'], data: {} },
  'samhallsorientering.aterupptagen': { by: ['kommun', 'anordnare'], data: {} },
  // 2010:1138 10 §: another municipality asks about what has been done in part.
  'samhallsorientering.uppgifter.begarda': { by: ['kommun'], data: {} },
  'samhallsorientering.uppgifter.lamnade': { by: ['kommun'], data: {} },
  'samhallsorientering.genomford': { by: ['kommun', 'anordnare'], data: { timmar } },
  'samhallsorientering.intygad': { by: ['kommun'], data: {} },
});
