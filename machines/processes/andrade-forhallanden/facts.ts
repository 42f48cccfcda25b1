import { code, defineFacts } from '../../grammar/index.js';

export const facts = defineFacts({
  // `on` is the day on which the person learnt of it. The kind is a category and nothing more.
  'forhallande.andrat': {
    by: ['enskild', 'kommun', 'arbetsformedlingen'],
    data: { slag: code('arbete', 'studier', 'inkomst', 'hushall', 'boende', 'annat') },
  },
  'forhallande.anmalt': { by: ['enskild', 'forsakringskassan'], data: {} },
});
