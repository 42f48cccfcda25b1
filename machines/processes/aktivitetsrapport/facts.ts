import { code, date, defineFacts, integer, optional } from '../../grammar/index.js';

/** The provision of 2017:819 that a ground for a warning or a suspension falls under. */
const paragraf = code('6 kap. 2 §', '6 kap. 3 §', '6 kap. 4 §', '6 kap. 5 §');

export const facts = defineFacts({
  // For the oldest month that has ended without a report.
  'aktivitetsrapport.lamnad': { by: ['enskild'], data: {} },
  'aktivitetsrapport.granskad': { by: ['arbetsformedlingen'], data: {} },
  // Another ground than a report that has not come. `on` is the day on which it occurred.
  'atgardsgrund.uppmarksammad': { by: ['arbetsformedlingen', 'forsakringskassan'], data: { paragraf } },
  // 12 §: Arbetsförmedlingen decides under 2–4 §§. 5 §: Försäkringskassan decides.
  'atgard.beslutad': {
    by: ['arbetsformedlingen', 'forsakringskassan'],
    data: {
      slag: code('varning', 'avstangning', 'ingen'),
      paragraf,
      dagar: optional(integer(1, 366, 'ersättningsdagar')),
    },
  },
  'avstangning.meddelad': { by: ['arbetsformedlingen'], data: {} },
  // `till` is the last day of the suspension.
  'avstangningsdagar.bestamda': { by: ['forsakringskassan'], data: { till: date } },
});
