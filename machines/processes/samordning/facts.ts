import { defineFacts } from '../../grammar/index.js';

export const facts = defineFacts({
  // Arbetsförmedlingen has asked the parties what the case is waiting for. What they answered is told by their own facts.
  'samordning.skedd': { by: ['arbetsformedlingen'], data: {} },
});
