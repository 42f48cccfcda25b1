import { code, defineFacts } from '../../grammar/index.js';

export const facts = defineFacts({
  // `on` is the day on which the person learnt of it. The kind is a category and nothing more.
  // What may affect the participation is reported to Arbetsförmedlingen besides, see andringsanmalan.
  'forhallande.andrat': {
    by: ['enskild', 'kommun', 'arbetsformedlingen', 'forsakringskassan', 'migrationsverket'],
    data: { slag: code('arbete', 'studier', 'foraldrapenning', 'forskola', 'inkomst', 'hushall', 'boende', 'annat') },
  },
  'forhallande.anmalt': { by: ['enskild', 'forsakringskassan'], data: {} },
});
