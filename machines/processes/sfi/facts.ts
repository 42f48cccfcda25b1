import { code, defineFacts } from '../../grammar/index.js';

export const facts = defineFacts({
  'sfi.anmald': { by: ['enskild', 'arbetsformedlingen', 'kommun'], data: {} },
  // The day of first reception starts the right of 2010:800 20 kap. 31 a §.
  'sfi.mottagen': { by: ['kommun'], data: {} },
  'sfi.paborjad': { by: ['kommun', 'anordnare'], data: {} },
  'sfi.kurs.godkand': { by: ['kommun', 'anordnare'], data: { kurs: code('A', 'B', 'C', 'D') } },
  'sfi.progression.avstannad': { by: ['kommun', 'anordnare'], data: {} },
  'sfi.atgard.beslutad': { by: ['kommun'], data: {} },
  'sfi.avslutad': { by: ['kommun', 'anordnare'], data: {} },
});
