import { defineProcess } from '../../grammar/index.js';
import { vuxen } from '../uppehallstillstand/facts.js';
import { facts } from './facts.js';
import { machine } from './machine.js';
import { dates, measures } from './programtid.js';

const grant = { grund: 'UtlL 5:1', route: 'anvisad', fodd: vuxen };

export const etableringsprogrammet = defineProcess({
  id: 'etableringsprogrammet',
  subject: 'deltagare',
  editions: [{ since: '2018-01-01', basis: '2017:820 1 §', machine }],
  facts,
  dates,
  measures,
  background: ['plan', 'delvisFranvarande'],
  samples: [
    { type: 'uppehallstillstand.beviljat', data: grant },
    { type: 'uppehallstillstand.upphort' },
    { type: 'bosattning.mottagen' },
    { type: 'folkbokforing.registrerad' },
    { type: 'arbetssokande.inskriven', data: { vag: 'kommunstod' } },
    { type: 'arbetssokande.inskriven', data: { vag: 'digitalt' } },
    { type: 'arbetssokande.inskriven', data: { vag: 'servicekontor' } },
    { type: 'arbetssokande.inskriven', data: { vag: 'telefon' } },
    { type: 'malgrupp.provad', data: { omfattas: true }, weight: 19 },
    { type: 'malgrupp.provad', data: { omfattas: false } },
    { type: 'programanvisning.beslutad', data: { omfattning: 100 }, weight: 4 },
    { type: 'programanvisning.beslutad', data: { omfattning: 75 } },
    { type: 'kartlaggning.paborjad' },
    { type: 'kartlaggning.genomford', days: [14, 75] },
    { type: 'handlingsplan.upprattad', weight: 0.1 },
    { type: 'handlingsplan.reviderad' },
    { type: 'omfattning.andrad', data: { omfattning: 50, skal: 'nedsatt-formaga' } },
    { type: 'franvaro.paborjad', data: { skal: 'sjuk' } },
    { type: 'franvaro.paborjad', data: { skal: 'foraldrapenning' } },
    { type: 'franvaro.paborjad', data: { skal: 'annat', omfattning: 50 } },
    { type: 'anpassning.provad' },
    { type: 'franvaro.avslutad', days: [3, 60] },
    { type: 'utskrivning.beslutad', data: { grund: '17 § 4' }, weight: 0.5 },
    { type: 'aterintrade.skett', days: [30, 240], weight: 2 },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 1' }, weight: 0.2 },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 2' }, weight: 0.1 },
    { type: 'program.avslutat', data: { till: 'arbete' } },
    { type: 'program.avslutat', data: { till: 'studier' }, weight: 0.5 },
    { type: 'program.avslutat', data: { till: 'jobbgarantin' }, weight: 0.5 },
    { type: 'fonstret.stangt' },
    { type: 'programtiden.forbrukad' },
    { type: 'aldersgransen.nadd' },
    { type: 'franvarogransen.passerad' },
    { type: 'aterkomstfristen.passerad' },
    { type: 'karenstiden.slut' },
  ],
});
