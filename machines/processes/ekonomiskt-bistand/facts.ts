import { defineFacts, truth } from '../../grammar/index.js';

export const facts = defineFacts({
  'bistand.sokt': { by: ['enskild', 'kommun'], data: {} },
  'bistand.beslutat': { by: ['kommun'], data: { bifall: truth } },
  // Assistance and back-payment have been looked at side by side. Whether anything was to be repaid is not told.
  'bistand.avstamt': { by: ['kommun', 'enskild'], data: {} },
  // The person supports themselves, in whatever way.
  'egenforsorjning.meddelad': { by: ['enskild', 'kommun'], data: {} },
});
