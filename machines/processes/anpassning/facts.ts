import { code, defineFacts } from '../../grammar/index.js';

/**
 * On what ground the parties may talk about one person: the person's consent (2009:400 10 kap. 1 §), a duty in law to
 * give the data (10 kap. 28 §), or without saying who it is (8 kap. 1 § then hinders nothing).
 */
const grund = code('samtycke', 'uppgiftsskyldighet', 'avidentifierat');

export const facts = defineFacts({
  // The kind of need as a category, never a diagnosis or a story.
  'behov.identifierat': {
    by: ['arbetsformedlingen', 'kommun', 'regionen', 'anordnare', 'enskild'],
    data: { slag: code('arbetsformaga', 'halsa', 'boende', 'familj', 'annat') },
  },
  'dialog.begard': { by: ['arbetsformedlingen', 'kommun', 'regionen', 'enskild'], data: { grund } },
  'dialog.hallen': { by: ['arbetsformedlingen', 'kommun', 'regionen'], data: {} },
  // Raised in the forum for single cases that the agreement names.
  'behov.lyft': { by: ['kommun', 'arbetsformedlingen'], data: { grund } },
  'anpassning.beslutad': { by: ['arbetsformedlingen', 'kommun', 'anordnare'], data: {} },
  'anpassning.uppfoljd': {
    by: ['arbetsformedlingen', 'kommun', 'anordnare'],
    data: { utfall: code('fortsatter', 'andras', 'avslutas') },
  },
  'behov.avslutat': { by: ['arbetsformedlingen', 'kommun'], data: {} },
  // Told and acknowledged the same day as the decision, which itself is the last of its day.
  'avbrott.meddelat': { by: ['arbetsformedlingen'], data: {}, order: 'last' },
  'avbrott.bekraftat': { by: ['kommun'], data: {}, order: 'last' },
});
