import { code, defineFacts, integer, optional, percent, truth } from '../../grammar/index.js';

/** 2017:820 5 §: what stands in the way of an assignment, one code for each of the five items. */
const hinder = code('heltidsarbete', 'gymnasieskola', 'foraldrapenning', 'sjukpenning', 'asylboende');

// 2017:820 8–9 §§: why somebody takes part in less than full time, as a category and nothing more.
const skal = optional(code('arbetsutbud', 'arbete', 'sjuk', 'foraldrapenning', 'forskola', 'nedsatt-formaga', 'annat'));
// 2017:820 9 §: whether sjukpenning can be given for the part that illness or disability takes.
const sjukpenning = optional(truth);

const till = code('arbete', 'studier', 'jobbgarantin', 'kommunalt-stod', 'tiden-slut', 'annat');

export const facts = defineFacts({
  'arbetssokande.inskriven': {
    by: ['enskild', 'arbetsformedlingen'],
    data: { vag: code('digitalt', 'servicekontor', 'telefon', 'kommunstod') },
    attributes: ['vag'],
  },
  'hinder.uppkommit': {
    by: ['arbetsformedlingen', 'enskild', 'forsakringskassan', 'kommun', 'migrationsverket'],
    data: { hinder },
  },
  'hinder.upphort': {
    by: ['arbetsformedlingen', 'enskild', 'forsakringskassan', 'kommun', 'migrationsverket'],
    data: { hinder },
  },
  'malgrupp.provad': { by: ['arbetsformedlingen'], data: { omfattas: truth } },
  // Full time unless something else is decided (2017:820 7 §).
  'programanvisning.beslutad': {
    by: ['arbetsformedlingen'],
    data: { omfattning: optional(percent), skal, sjukpenning },
  },
  // 2017:820 11 §: an earlier mapping has been considered, and either suffices or has to be supplemented.
  'kartlaggning.beaktad': { by: ['arbetsformedlingen'], data: { racker: truth } },
  'kartlaggning.paborjad': { by: ['arbetsformedlingen'], data: {} },
  'kartlaggning.genomford': { by: ['arbetsformedlingen'], data: {} },
  'handlingsplan.upprattad': { by: ['arbetsformedlingen'], data: {} },
  'handlingsplan.reviderad': { by: ['arbetsformedlingen'], data: {} },
  'omfattning.andrad': { by: ['arbetsformedlingen'], data: { omfattning: percent, skal, sjukpenning } },
  'franvaro.paborjad': {
    by: ['enskild', 'arbetsformedlingen'],
    data: { skal: code('sjuk', 'foraldrapenning', 'arbete', 'utbildning', 'annat'), omfattning: optional(percent) },
  },
  'franvaro.bedomd': { by: ['arbetsformedlingen'], data: { kortvarig: truth } },
  'anpassning.provad': { by: ['arbetsformedlingen'], data: {} },
  'franvaro.avslutad': { by: ['enskild', 'arbetsformedlingen'], data: {} },
  // 2017:820 17 § 6: judged to lack all ability to take part. Nothing is said of why.
  'oformaga.bedomd': { by: ['arbetsformedlingen'], data: {} },
  'familjeledighet.godkand': { by: ['arbetsformedlingen'], data: { dagar: integer(1, 100, 'dagar') } },
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
  'overlamning.planerad': { by: ['arbetsformedlingen'], data: { till } },
  'program.avslutat': { by: ['arbetsformedlingen'], data: { till }, order: 'last' },
});
