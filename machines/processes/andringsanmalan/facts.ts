import { defineFacts } from '../../grammar/index.js';

export const facts = defineFacts({
  'andring.anmald': { by: ['enskild'], data: {} },
  // The change has been tried and the extent stays as it was.
  'andring.provad': { by: ['arbetsformedlingen'], data: {} },
});
