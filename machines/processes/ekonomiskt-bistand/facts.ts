import { defineFacts, truth } from '../../grammar/index.js';

export const facts = defineFacts({
  'bistand.sokt': { by: ['enskild', 'kommun'], data: {} },
  'bistand.beslutat': { by: ['kommun'], data: { bifall: truth } },
  // Assistance and back-payment have been looked at side by side. Whether anything was to be repaid is not told.
  // The payment that calls for it may come the same day.
  'bistand.avstamt': { by: ['kommun', 'enskild'], data: {}, order: 'last' },
  // The person supports themselves, in whatever way.
  'egenforsorjning.meddelad': { by: ['enskild', 'kommun'], data: {} },
});
