import { code, defineFacts } from '../../grammar/index.js';

export const facts = defineFacts({
  // What somebody else than the participant knows to have changed. The duty to report it is the participant's.
  'forhallande.andrat': {
    by: ['kommun', 'forsakringskassan', 'migrationsverket', 'enskild'],
    data: { vad: code('arbete', 'utbildning', 'foraldrapenning', 'forskola', 'boende', 'annat') },
  },
  'andring.anmald': { by: ['enskild'], data: {} },
  // The change has been tried and the extent stays as it was.
  'andring.provad': { by: ['arbetsformedlingen'], data: {} },
});
