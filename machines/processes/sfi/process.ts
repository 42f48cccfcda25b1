import { defineProcess } from '../../grammar/index.js';
import { vuxen } from '../uppehallstillstand/facts.js';
import { facts } from './facts.js';
import { machine } from './machine.js';
import { dates } from './rattstid.js';

const grant = { grund: 'UtlL 5:1', route: 'anvisad', fodd: vuxen };
const rare = { weight: 0.1 };

export const sfi = defineProcess({
  id: 'sfi',
  subject: 'deltagare',
  editions: [{ since: '2018-01-01', basis: '2010:800 20 kap. 31 §', machine }],
  facts,
  dates,
  limits: ['rattensSlut'],
  background: ['laser'],
  samples: [
    { type: 'uppehallstillstand.beviljat', data: grant },
    { type: 'uppehallstillstand.beviljat', data: { ...grant, fodd: '-5000' }, weight: 0.05 },
    { type: 'uppehallstillstand.upphort' },
    { type: 'handlingsplan.upprattad' },
    { type: 'sfi.anmald' },
    { type: 'sfi.mottagen' },
    { type: 'sfi.kunskaper.bedomda', days: [1, 21] },
    { type: 'sfi.studieplan.upprattad', days: [1, 30] },
    { type: 'sfi.vagledning.given', days: [1, 30] },
    { type: 'sfi.introduktion.paborjad', ...rare },
    { type: 'sfi.studievag.beslutad', data: { studievag: '2' }, ...rare },
    { type: 'sfi.paborjad' },
    { type: 'sfi.kurs.godkand', data: { kurs: 'A' }, weight: 6, days: [60, 200] },
    { type: 'sfi.kurs.godkand', data: { kurs: 'B' }, weight: 5, days: [60, 200] },
    { type: 'sfi.kurs.godkand', data: { kurs: 'C' }, weight: 3, days: [90, 240] },
    { type: 'sfi.kurs.godkand', data: { kurs: 'D' }, days: [120, 300] },
    { type: 'sfi.progression.avstannad' },
    { type: 'sfi.atgard.beslutad' },
    { type: 'sfi.franvaro.paborjad', data: { giltig: false }, weight: 0.5 },
    { type: 'sfi.franvaro.paborjad', data: { giltig: true }, weight: 0.5 },
    { type: 'sfi.franvaro.avslutad', days: [3, 30] },
    { type: 'sfi.flyttad', data: { kommun: '0780' }, ...rare },
    { type: 'sfi.avbruten', ...rare },
    { type: 'sfi.avslutad', weight: 0.5, days: [60, 400] },
    { type: 'sfi.aterupptagande.beslutat', data: { bifall: true }, weight: 3 },
    { type: 'sfi.aterupptagande.beslutat', data: { bifall: false } },
    { type: 'sfi.forlangning.beslutad', data: { till: '+150' } },
    { type: 'sfi.forlangning.avslagen' },
    { type: 'sfi.uppgifter.begarda', weight: 0.3 },
    { type: 'sfi.uppgifter.lamnade', days: [1, 30] },
    { type: 'sfiratten.intradd' },
    { type: 'sfiratten.tidsbegransad' },
    { type: 'sfiratten.upphord' },
    { type: 'sfiforlangningen.aktuell' },
    { type: 'sfifranvaron.overlang' },
  ],
});
