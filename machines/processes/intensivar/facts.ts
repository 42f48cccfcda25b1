import { code, defineFacts, optional, percent, truth } from '../../grammar/index.js';

const del = code('sprak', 'arbetsplats');

export const facts = defineFacts({
  // `samplanering`: the year is planned together with the kommun and others before it begins.
  'intensivar.beslutat': { by: ['arbetsformedlingen'], data: { samplanering: optional(truth) } },
  'intensivar.planerat': { by: ['arbetsformedlingen', 'kommun'], data: {} },
  'intensivar.paborjat': { by: ['arbetsformedlingen'], data: {} },
  'intensivar.del.paborjad': { by: ['arbetsformedlingen', 'kommun', 'anordnare'], data: { del } },
  'intensivar.del.avslutad': { by: ['arbetsformedlingen', 'kommun', 'anordnare'], data: { del } },
  'intensivar.praktik.paborjad': { by: ['arbetsformedlingen'], data: { andel: optional(percent) } },
  'intensivar.praktik.forlangd': { by: ['arbetsformedlingen'], data: {} },
  'intensivar.praktik.avslutad': { by: ['arbetsformedlingen', 'anordnare'], data: {} },
  'intensivar.avslutat': { by: ['arbetsformedlingen'], data: {} },
  'kunskapscertifikat.begart': { by: ['enskild'], data: {} },
  'kunskapscertifikat.utfardat': { by: ['arbetsformedlingen'], data: {} },
  'kunskapscertifikat.avslaget': { by: ['arbetsformedlingen'], data: {} },
});
