import { defineProcess } from '../../grammar/index.js';
import { facts } from './facts.js';
import { dates } from './form.js';
import { machine } from './machine.js';

export const etableringsersattning = defineProcess({
  id: 'etableringsersattning',
  subject: 'deltagare',
  // Before that day the general rule of speed stood in another act, which has not been read.
  editions: [{ since: '2018-07-01', basis: '2017:819 10 kap. 1 §', machine }],
  facts,
  dates,
  background: ['ute'],
  askedLast: ['bifall', 'avslag'],
  samples: [
    { type: 'programanvisning.beslutad', data: { omfattning: 100 } },
    { type: 'handlingsplan.upprattad' },
    { type: 'etableringsersattning.sokt' },
    { type: 'etableringsersattning.beslutad', data: { bifall: true }, weight: 12 },
    { type: 'etableringsersattning.beslutad', data: { bifall: false } },
    { type: 'etableringsersattning.utbetald', days: [10, 35] },
    { type: 'etableringsersattning.manad.sokt', days: [0, 9], weight: 20 },
    { type: 'franvaro.paborjad', data: { skal: 'sjuk' } },
    { type: 'franvaro.paborjad', data: { skal: 'foraldrapenning' } },
    { type: 'sjukdom.anmald', days: [0, 1] },
    { type: 'lakarintyg.lamnat', days: [0, 10] },
    { type: 'franvaro.avslutad' },
    { type: 'utskrivning.beslutad', data: { grund: '17 § 1' } },
    { type: 'aterintrade.skett' },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 1' } },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 2' } },
    { type: 'program.avslutat', data: { till: 'arbete' } },
    { type: 'fonstret.stangt' },
    { type: 'programtiden.forbrukad' },
    { type: 'aldersgransen.nadd' },
    { type: 'aterkomstfristen.passerad' },
    { type: 'ersattningsmanaden.slut' },
    { type: 'ersattningsmanaden.forlorad' },
    { type: 'intygsgransen.passerad' },
  ],
});
