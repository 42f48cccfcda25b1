import { defineFacts, truth } from '../../grammar/index.js';

export const facts = defineFacts({
  'utbildningsplikt.bedomd': { by: ['arbetsformedlingen'], data: { omfattas: truth } },
  'utbildning.sokning.anvisad': { by: ['arbetsformedlingen'], data: {} },
  'utbildning.sokt': { by: ['enskild'], data: {} },
  'utbildning.plats.erbjuden': { by: ['kommun', 'anordnare'], data: {} },
  'utbildning.paborjad': { by: ['kommun', 'anordnare'], data: {} },
  'utbildning.avslutad': { by: ['kommun', 'anordnare'], data: {} },
});
