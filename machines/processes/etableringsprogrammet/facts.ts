import { code, defineFacts, optional, percent, truth } from '../../grammar/index.js';

export const facts = defineFacts({
  'arbetssokande.inskriven': {
    by: ['enskild', 'arbetsformedlingen'],
    data: { vag: code('digitalt', 'servicekontor', 'telefon', 'kommunstod') },
    attributes: ['vag'],
  },
  'malgrupp.provad': { by: ['arbetsformedlingen'], data: { omfattas: truth } },
  'programanvisning.beslutad': { by: ['arbetsformedlingen'], data: { omfattning: percent } },
  'kartlaggning.paborjad': { by: ['arbetsformedlingen'], data: {} },
  'kartlaggning.genomford': { by: ['arbetsformedlingen'], data: {} },
  'handlingsplan.upprattad': { by: ['arbetsformedlingen'], data: {} },
  'handlingsplan.reviderad': { by: ['arbetsformedlingen'], data: {} },
  // `skal` says on which ground of 8–9 §§ the extent changed, as a category and nothing more.
  'omfattning.andrad': {
    by: ['arbetsformedlingen'],
    data: {
      omfattning: percent,
      skal: optional(code('arbetsutbud', 'arbete', 'sjuk', 'foraldrapenning', 'forskola', 'nedsatt-formaga', 'annat')),
    },
  },
  'franvaro.paborjad': {
    by: ['enskild'],
    data: { skal: code('sjuk', 'foraldrapenning', 'annat'), omfattning: optional(percent) },
  },
  'anpassning.provad': { by: ['arbetsformedlingen'], data: {} },
  'franvaro.avslutad': { by: ['enskild'], data: {} },
  'utskrivning.beslutad': {
    by: ['arbetsformedlingen'],
    data: { grund: code('17 § 1', '17 § 2', '17 § 3', '17 § 4', '17 § 5', '17 § 6') },
    order: 'last',
  },
  'aterintrade.skett': { by: ['arbetsformedlingen'], data: { omfattning: optional(percent) } },
  'aterkallelse.beslutad': {
    by: ['arbetsformedlingen'],
    data: { grund: code('21 § 1', '21 § 2', '21 § 3') },
    order: 'last',
  },
  'program.avslutat': {
    by: ['arbetsformedlingen'],
    data: { till: code('arbete', 'studier', 'jobbgarantin', 'tiden-slut', 'annat') },
    order: 'last',
  },
});
