import { defineFacts } from '../../grammar/index.js';

/** That something was offered, booked, done or declined. What an examination shows has no place here. */
export const facts = defineFacts({
  'regionen.underrattad': { by: ['kommun', 'arbetsformedlingen', 'enskild'], data: {} },
  'halsoundersokning.erbjuden': { by: ['regionen'], data: {} },
  'halsoundersokning.bokad': { by: ['regionen', 'kommun', 'enskild'], data: {} },
  'halsoundersokning.genomford': { by: ['regionen', 'kommun', 'enskild'], data: {} },
  'halsoundersokning.avbojd': { by: ['enskild', 'regionen', 'kommun'], data: {} },
});
