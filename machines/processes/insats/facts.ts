import { code, date, defineFacts, integer, optional, truth } from '../../grammar/index.js';

/** Tells the activities of one person apart; every fact about one of them carries it. */
const nummer = integer(1, 99, 'löpnummer');

const mottagare = code('kommun', 'anordnare', 'civilsamhallet');

export const facts = defineFacts({
  'insats.begard': {
    by: ['arbetsformedlingen', 'kommun', 'forsakringskassan'],
    data: {
      nummer,
      slag: code(
        'arbetstraning',
        'forstarkt-arbetstraning',
        'bristyrkesutbildning',
        'arbetsprovning',
        'praktik',
        'spraktraning',
        'projekt',
        'coachning',
      ),
      mottagare,
    },
  },
  'insats.accepterad': { by: ['kommun', 'anordnare', 'civilsamhallet'], data: { nummer } },
  'insats.avbojd': {
    by: ['kommun', 'anordnare', 'civilsamhallet'],
    data: { nummer, orsak: code('ingen-plats', 'passar-inte', 'underlag-saknas', 'annat') },
  },
  // After a rejection the one who asked turns to somebody else, or lets the matter rest.
  'insats.hanvisad': { by: ['arbetsformedlingen', 'kommun', 'forsakringskassan'], data: { nummer, mottagare } },
  'insats.avskriven': { by: ['arbetsformedlingen', 'kommun', 'forsakringskassan'], data: { nummer } },
  // 2017:820 13 c §: the most suitable activity. `periodslut` is the last day of the period that was tested.
  'insats.provad': { by: ['arbetsformedlingen'], data: { nummer, lamplig: truth, periodslut: optional(date) } },
  'insats.paborjad': {
    by: ['anordnare', 'kommun', 'civilsamhallet', 'arbetsformedlingen'],
    data: { nummer, handledare: optional(truth), stod: optional(truth) },
  },
  'insats.avslutad': {
    by: ['anordnare', 'kommun', 'civilsamhallet', 'arbetsformedlingen'],
    data: { nummer, orsak: optional(code('genomford', 'avbruten', 'arbete', 'studier', 'annat')) },
  },
  'insats.uppfoljd': { by: ['arbetsformedlingen', 'kommun'], data: { nummer } },
  'insats.underlag.lamnat': { by: ['anordnare', 'kommun'], data: { nummer } },
});
