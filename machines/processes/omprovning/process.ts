import { defineProcess } from '../../grammar/index.js';
import { facts } from './facts.js';
import { dates } from './form.js';
import { machine } from './machine.js';

export const omprovning = defineProcess({
  id: 'omprovning',
  subject: 'deltagare',
  // Before that day service and appeal followed another act, which has not been read.
  editions: [{ since: '2018-07-01', basis: '2017:820 28 §', machine }],
  facts,
  dates,
  askedLast: ['efterSlut'],
  samples: [
    { type: 'utskrivning.beslutad', data: { grund: '17 § 1' } },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 1' } },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 2' } },
    { type: 'program.avslutat', data: { till: 'arbete' } },
    { type: 'aterkomstfristen.passerad' },
    { type: 'beslut.delgivet', data: { beslut: 'utskrivning' }, weight: 0.5, days: [2, 12] },
    { type: 'beslut.delgivet', data: { beslut: 'anvisning' }, weight: 0.1 },
    { type: 'beslut.delgivet', data: { beslut: 'varning' }, weight: 0.1 },
    { type: 'omprovning.begard', weight: 0.2 },
    { type: 'omprovning.beslutad', data: { andrat: true } },
    { type: 'omprovning.beslutad', data: { andrat: false }, weight: 3 },
    { type: 'omprovning.delgiven', days: [2, 12] },
    { type: 'overklagande.inlamnat', weight: 0.2 },
    { type: 'overklagande.avgjort', days: [60, 240] },
    { type: 'omprovningsfristen.passerad' },
    { type: 'overklagandefristen.passerad' },
  ],
});
