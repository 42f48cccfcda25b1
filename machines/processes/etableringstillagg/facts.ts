import { defineFacts, truth } from '../../grammar/index.js';

export const facts = defineFacts({
  // Somebody has seen that the household may have a right to it. Nothing about the household is told.
  'etableringstillagg.uppmarksammat': { by: ['kommun', 'arbetsformedlingen', 'enskild'], data: {} },
  'etableringstillagg.sokt': { by: ['enskild'], data: {} },
  'etableringstillagg.beslutat': { by: ['forsakringskassan'], data: { bifall: truth } },
});
