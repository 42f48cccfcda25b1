import { defineFacts, truth } from '../../grammar/index.js';

export const facts = defineFacts({
  'etableringsersattning.sokt': { by: ['enskild'], data: {} },
  'etableringsersattning.beslutad': { by: ['forsakringskassan'], data: { bifall: truth } },
  // Money has reached the person. The first time ends the gap that assistance from the municipality bridges.
  'etableringsersattning.utbetald': { by: ['forsakringskassan', 'enskild', 'kommun'], data: {} },
  // The application of one month, for the month before; the first one is `etableringsersattning.sokt`.
  'etableringsersattning.manad.sokt': { by: ['enskild'], data: {} },
  // That somebody ill has told Arbetsförmedlingen, and has handed in a certificate. Nothing about the illness.
  'sjukdom.anmald': { by: ['enskild', 'arbetsformedlingen'], data: {} },
  'lakarintyg.lamnat': { by: ['enskild', 'arbetsformedlingen'], data: {} },
});
