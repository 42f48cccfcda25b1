import { defineProcess } from '../../grammar/index.js';
import { facts } from './facts.js';
import { machine } from './machine.js';
import { dates } from './rapporttid.js';

const [andra, femte] = ['6 kap. 2 §', '6 kap. 5 §'];

export const aktivitetsrapport = defineProcess({
  id: 'aktivitetsrapport',
  subject: 'deltagare',
  editions: [{ since: '2018-01-01', basis: '2000:628 6 a §', machine }],
  facts,
  dates,
  background: ['rapportVantas', 'utebliven', 'medPlan'],
  askedLast: ['inomTaket'],
  samples: [
    { type: 'programanvisning.beslutad', data: { omfattning: 100 } },
    { type: 'handlingsplan.upprattad' },
    { type: 'aktivitetsrapport.lamnad', days: [0, 12], weight: 25 },
    { type: 'aktivitetsrapport.lamnad', days: [15, 40] },
    { type: 'aktivitetsrapport.granskad', days: [0, 10] },
    { type: 'atgardsgrund.uppmarksammad', data: { paragraf: andra }, weight: 0.05 },
    { type: 'atgardsgrund.uppmarksammad', data: { paragraf: femte }, weight: 0.01 },
    { type: 'atgard.beslutad', data: { slag: 'varning', paragraf: andra }, days: [3, 20], weight: 6 },
    { type: 'atgard.beslutad', data: { slag: 'ingen', paragraf: andra }, days: [3, 20], weight: 3 },
    { type: 'atgard.beslutad', data: { slag: 'avstangning', paragraf: andra, dagar: 1 }, days: [3, 20] },
    { type: 'atgard.beslutad', data: { slag: 'avstangning', paragraf: femte, dagar: 130 }, days: [10, 40] },
    { type: 'atgard.beslutad', data: { slag: 'ingen', paragraf: femte }, days: [10, 40] },
    { type: 'avstangning.meddelad', days: [0, 5] },
    { type: 'avstangningsdagar.bestamda', data: { till: '+2' }, days: [2, 15] },
    { type: 'utskrivning.beslutad', data: { grund: '17 § 1' } },
    { type: 'aterintrade.skett' },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 1' } },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 2' } },
    { type: 'program.avslutat', data: { till: 'arbete' } },
    { type: 'rapportperioden.slut' },
    { type: 'rapportfristen.passerad' },
    { type: 'fonstret.stangt' },
    { type: 'programtiden.forbrukad' },
    { type: 'aldersgransen.nadd' },
    { type: 'aterkomstfristen.passerad' },
  ],
});
