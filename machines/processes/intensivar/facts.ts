import { defineFacts } from '../../grammar/index.js';

export const facts = defineFacts({
  'intensivar.beslutat': { by: ['arbetsformedlingen'], data: {} },
  'intensivar.paborjat': { by: ['arbetsformedlingen'], data: {} },
  'intensivar.avslutat': { by: ['arbetsformedlingen'], data: {} },
});
