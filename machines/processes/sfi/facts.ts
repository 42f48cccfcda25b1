import { code, date, defineFacts, kommun, optional, truth } from '../../grammar/index.js';

export const facts = defineFacts({
  'sfi.anmald': { by: ['enskild', 'arbetsformedlingen', 'kommun'], data: {} },
  // The day of first reception starts the right of 2010:800 20 kap. 31 a §.
  'sfi.mottagen': { by: ['kommun'], data: {} },
  'sfi.kunskaper.bedomda': { by: ['kommun', 'anordnare'], data: {} },
  // 2010:800 20 kap. 8 a §: the plan tells when the pupil was first received, perhaps in another municipality.
  'sfi.studieplan.upprattad': { by: ['kommun', 'anordnare'], data: { 'forst-mottagen': optional(date) } },
  'sfi.vagledning.given': { by: ['kommun'], data: {} },
  'sfi.introduktion.paborjad': { by: ['kommun', 'anordnare'], data: {} },
  'sfi.studievag.beslutad': { by: ['kommun', 'anordnare'], data: { studievag: code('1', '2', '3') } },
  'sfi.paborjad': { by: ['kommun', 'anordnare'], data: {} },
  'sfi.kurs.godkand': { by: ['kommun', 'anordnare'], data: { kurs: code('A', 'B', 'C', 'D') } },
  'sfi.progression.avstannad': { by: ['kommun', 'anordnare'], data: {} },
  'sfi.atgard.beslutad': { by: ['kommun'], data: {} },
  // Whether the pupil is ill or on leave, or neither; which of them is nobody's business here.
  'sfi.franvaro.paborjad': { by: ['kommun', 'anordnare'], data: { giltig: truth } },
  'sfi.franvaro.avslutad': { by: ['kommun', 'anordnare'], data: {} },
  'sfi.flyttad': { by: ['kommun', 'enskild'], data: { kommun } },
  // The pupil stops of their own will; `sfi.avslutad` is the ending by huvudmannen.
  'sfi.avbruten': { by: ['enskild', 'kommun'], data: {}, order: 'last' },
  'sfi.avslutad': { by: ['kommun', 'anordnare'], data: {} },
  'sfi.aterupptagande.beslutat': { by: ['kommun'], data: { bifall: truth } },
  'sfi.forlangning.beslutad': { by: ['kommun'], data: { till: date } },
  'sfi.forlangning.avslagen': { by: ['kommun'], data: {} },
  'sfi.uppgifter.begarda': { by: ['arbetsformedlingen'], data: {} },
  'sfi.uppgifter.lamnade': { by: ['kommun'], data: {} },
});
