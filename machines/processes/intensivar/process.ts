import { defineProcess } from '../../grammar/index.js';
import { facts } from './facts.js';
import { machine } from './machine.js';
import { dates } from './tider.js';

export const intensivar = defineProcess({
  id: 'intensivar',
  subject: 'deltagare',
  editions: [{ since: '2018-01-01', basis: '2017:820 1 §', machine }],
  facts,
  dates,
  askedLast: ['iKraft'],
  samples: [
    { type: 'handlingsplan.upprattad' },
    { type: 'intensivar.beslutat', weight: 2 },
    { type: 'intensivar.beslutat', data: { samplanering: true } },
    { type: 'intensivar.planerat' },
    { type: 'intensivar.paborjat' },
    { type: 'intensivar.del.paborjad', data: { del: 'sprak' } },
    { type: 'intensivar.del.paborjad', data: { del: 'arbetsplats' } },
    { type: 'intensivar.del.avslutad', data: { del: 'sprak' }, days: [60, 180] },
    { type: 'intensivar.del.avslutad', data: { del: 'arbetsplats' }, days: [60, 180] },
    { type: 'intensivar.praktik.paborjad', data: { andel: 50 } },
    { type: 'intensivar.praktik.forlangd' },
    { type: 'intensivar.praktik.avslutad', days: [60, 180] },
    { type: 'intensivar.avslutat', days: [200, 400] },
    { type: 'kunskapscertifikat.begart' },
    { type: 'kunskapscertifikat.utfardat', weight: 4 },
    { type: 'kunskapscertifikat.avslaget' },
    { type: 'utskrivning.beslutad', data: { grund: '17 § 1' } },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 1' } },
    { type: 'aterintrade.skett' },
    { type: 'programanvisning.beslutad', data: { omfattning: 100 } },
    { type: 'program.avslutat', data: { till: 'arbete' } },
    { type: 'fonstret.stangt' },
    { type: 'programtiden.forbrukad' },
    { type: 'bestammelsen.upphavd' },
    { type: 'intensivaret.fullgjort' },
    { type: 'praktiktiden.slut' },
    { type: 'certifikatsfristen.passerad' },
  ],
});
