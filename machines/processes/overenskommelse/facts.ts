import { code, date, defineFacts, integer, optional, truth } from '../../grammar/index.js';

const manad = optional(integer(1, 12, 'månad på året'));

/** What happens to the agreement itself. No fact here is about a person. */
export const facts = defineFacts({
  'utkast.upprattat': { by: ['arbetsformedlingen', 'kommun'], data: {} },
  // Every party has signed. `fran` is the first day on which it applies, `till` the last where an end is set.
  'overenskommelse.undertecknad': { by: ['arbetsformedlingen', 'kommun'], data: { fran: date, till: optional(date) } },
  // A draft that is not signed.
  'overenskommelse.avskriven': { by: ['arbetsformedlingen', 'kommun'], data: {} },
  // The months that the parties have set; what is left out keeps the month it had.
  'arshjul.bestamt': {
    by: ['kommun', 'arbetsformedlingen'],
    data: {
      statistik: manad,
      hostuppfoljning: manad,
      varuppfoljning: manad,
      revidering: manad,
      kvartalsrapport: optional(truth),
    },
  },
  'statistik.sammanstalld': { by: ['kommun', 'arbetsformedlingen'], data: {} },
  'uppfoljning.host.hallen': { by: ['kommun', 'arbetsformedlingen'], data: {} },
  // The spring meeting decides whether the text is to be revised.
  'uppfoljning.var.hallen': { by: ['kommun', 'arbetsformedlingen'], data: { revideras: truth } },
  'kvartalsrapport.lamnad': { by: ['kommun', 'arbetsformedlingen'], data: {} },
  'overenskommelse.reviderad': { by: ['kommun', 'arbetsformedlingen'], data: {} },
  'overenskommelse.overordnad.andrad': {
    by: ['lansstyrelsen', 'kommun', 'arbetsformedlingen'],
    data: { andring: code('omrade-borttaget', 'reviderad', 'ersatt', 'upphord') },
  },
  'overenskommelse.overordnad.provad': { by: ['kommun', 'arbetsformedlingen'], data: { revideras: truth } },
  // `till` is left out when no new end is set.
  'overenskommelse.forlangd': { by: ['arbetsformedlingen', 'kommun'], data: { till: optional(date) } },
  // `upphor` is the last day on which it applies.
  'overenskommelse.uppsagd': {
    by: ['kommun', 'arbetsformedlingen', 'regionen', 'lansstyrelsen'],
    data: { upphor: date },
  },
  'overenskommelse.ersatt': { by: ['arbetsformedlingen', 'kommun'], data: {}, order: 'last' },
});
