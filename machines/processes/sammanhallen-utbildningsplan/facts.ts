import { defineFacts, optional, truth } from '../../grammar/index.js';

/** The plan is made for a group. A fact says that something was delivered or decided, never a number of people. */
export const facts = defineFacts({
  // The municipality has called Arbetsförmedlingen to the work, for a first plan or a new one.
  'planarbete.paborjat': { by: ['kommun'], data: {} },
  'planmote.hallet': { by: ['arbetsformedlingen', 'kommun'], data: {} },
  'malgruppsanalys.lamnad': { by: ['arbetsformedlingen'], data: {} },
  'kompetensbehov.lamnat': { by: ['arbetsformedlingen'], data: {} },
  'aktivitetsforslag.lamnat': { by: ['arbetsformedlingen'], data: {} },
  'utbildningsplan.beslutad': { by: ['kommun'], data: {} },
  'utbildningsplan.reviderad': { by: ['kommun'], data: {} },
  'gruppinformation.lamnad': { by: ['arbetsformedlingen'], data: {} },
  // `vidgas`: whether the plan is to hold groups with like needs besides; left out when nobody has tried it.
  'utbildningsplan.oversedd': { by: ['kommun'], data: { revideras: truth, vidgas: optional(truth) } },
  'utbildningsplan.upphavd': { by: ['kommun'], data: {}, order: 'last' },
});
