import { code, defineFacts, integer, optional, truth } from '../../grammar/index.js';

const hos = optional(code('kommun', 'folkhogskola'));
/** Hours of education a week, on average over four weeks. */
const timmar = integer(1, 60, 'timmar i veckan');

export const facts = defineFacts({
  'utbildningsplikt.bedomd': { by: ['arbetsformedlingen'], data: { omfattas: truth } },
  'utbildning.sokning.anvisad': { by: ['arbetsformedlingen'], data: { hos } },
  'utbildning.sokt': { by: ['enskild'], data: { hos } },
  'utbildning.plats.erbjuden': { by: ['kommun', 'anordnare'], data: {} },
  'utbildning.plats.nekad': { by: ['kommun', 'anordnare'], data: {} },
  // What the parties do while a place is awaited is for them to agree on the spot.
  'vantetid.aktivitet.paborjad': {
    by: ['kommun', 'arbetsformedlingen', 'anordnare', 'civilsamhallet'],
    data: { slag: optional(code('sprak', 'arbetsmarknadskunskap', 'halsa', 'praktik', 'insats', 'annat')) },
  },
  'vantetid.aktivitet.avslutad': { by: ['kommun', 'arbetsformedlingen', 'anordnare', 'civilsamhallet'], data: {} },
  'utbildning.paborjad': { by: ['kommun', 'anordnare'], data: {} },
  'utbildning.studieplan.upprattad': { by: ['kommun', 'anordnare'], data: { timmar } },
  'utbildning.studieplan.reviderad': { by: ['kommun', 'anordnare'], data: { timmar } },
  'utbildning.progression.uppfoljd': { by: ['kommun', 'anordnare'], data: {} },
  'utbildning.progression.avstannad': { by: ['kommun', 'anordnare'], data: {} },
  'utbildning.atgard.beslutad': { by: ['kommun', 'arbetsformedlingen'], data: {} },
  // 2010:800 20 kap. 9 and 9 a §§: absent too long, or ended by the one who runs the education.
  'utbildning.avbruten': {
    by: ['kommun', 'anordnare'],
    data: { skal: optional(code('franvaro', 'huvudman', 'eget-val')) },
  },
  'utbildning.avslutad': { by: ['kommun', 'anordnare'], data: {} },
});
