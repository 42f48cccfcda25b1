import { code, date, defineFacts, integer, optional } from '../../grammar/index.js';

/** Tells the areas of one agreement apart; every fact about one of them carries it. */
const nummer = integer(1, 99, 'löpnummer');

// Those who can answer for an area in the agreements that have been read.
const agare = code('kommun', 'arbetsformedlingen', 'regionen');

/** What the parties themselves say is missing, as the agreement numbers it; what it is about stands there, not here. */
export const facts = defineFacts({
  // `senast` is the last day of the time plan. An area may be taken up without anybody to answer for it.
  'utvecklingsomrade.upptaget': {
    by: ['kommun', 'arbetsformedlingen'],
    data: { nummer, senast: date, agare: optional(agare) },
  },
  'utvecklingsomrade.agare.utsedd': { by: ['kommun', 'arbetsformedlingen'], data: { nummer, agare } },
  'utvecklingsomrade.rapporterat': {
    by: ['kommun', 'arbetsformedlingen', 'regionen'],
    data: { nummer, lage: code('enligt-tidplan', 'forsenat', 'vilande') },
  },
  'utvecklingsomrade.tidplan.andrad': { by: ['kommun', 'arbetsformedlingen'], data: { nummer, senast: date } },
  'utvecklingsomrade.genomfort': { by: ['kommun', 'arbetsformedlingen', 'regionen'], data: { nummer } },
  // The parties let it rest: it is no longer an admitted gap, but the gap may remain.
  'utvecklingsomrade.avskrivet': { by: ['kommun', 'arbetsformedlingen'], data: { nummer } },
});
