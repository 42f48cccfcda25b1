import { defineFacts, truth } from '../../grammar/index.js';

export const facts = defineFacts({
  'etableringsersattning.sokt': { by: ['enskild'], data: {} },
  'etableringsersattning.beslutad': { by: ['forsakringskassan'], data: { bifall: truth } },
});
