import { defineFacts, truth } from '../../grammar/index.js';

export const facts = defineFacts({
  // Somebody has seen that the household may have a right to it. Nothing about the household is told.
  'bostadsersattning.uppmarksammad': { by: ['kommun', 'arbetsformedlingen', 'enskild'], data: {} },
  'bostadsersattning.sokt': { by: ['enskild'], data: {} },
  'bostadsersattning.beslutad': { by: ['forsakringskassan'], data: { bifall: truth } },
});
