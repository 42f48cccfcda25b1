import { defineProcess } from '../../grammar/index.js';
import { vuxen } from '../uppehallstillstand/facts.js';
import { dates, sexManaderTill } from './dagar.js';
import { facts } from './facts.js';
import { machine } from './machine.js';

const grant = { grund: 'UtlL 5:1', route: 'anvisad', fodd: vuxen };
const skydd = { grund: 'UtlL 21 kap.', route: 'eget-boende', fodd: vuxen };

export const folkbokforing = defineProcess({
  id: 'folkbokforing',
  subject: 'deltagare',
  // Before that day the general rule of speed stood in another act, which has not been read.
  editions: [{ since: '2018-07-01', basis: '1991:481 3 §', machine }],
  facts,
  dates,
  background: ['inrest', 'idkortSokt', 'skyddSedan'],
  // Somebody whose protection ends soon after the twelve months is not expected to stay (2024:691 5 §).
  tellsApart: sexManaderTill,
  askedLast: ['medTillfalligtSkydd', 'kommerMedTillstand'],
  samples: [
    { type: 'uppehallstillstand.beviljat', data: grant },
    { type: 'uppehallstillstand.beviljat', data: { ...grant, route: 'kvot' } },
    { type: 'uppehallstillstand.beviljat', data: { ...grant, route: 'eget-boende' } },
    { type: 'uppehallstillstand.beviljat', data: { ...grant, route: 'anknytning' } },
    { type: 'uppehallstillstand.beviljat', data: { ...skydd, 'galler-till': '+200', 'skydd-sedan': '-400' } },
    {
      type: 'uppehallstillstand.beviljat',
      data: { ...skydd, 'galler-till': '+100', 'skydd-sedan': '-200' },
      weight: 0.2,
    },
    { type: 'uppehallstillstand.beviljat', data: { ...skydd, 'galler-till': '+1200' } },
    { type: 'uppehallstillstand.forlangt', data: { 'galler-till': '+1200' } },
    { type: 'uppehallstillstand.forlangt', data: { 'galler-till': '+60' } },
    { type: 'uppehallstillstand.upphort' },
    { type: 'bosattning.mottagen' },
    { type: 'inresa.skedd' },
    { type: 'folkbokforing.anmald' },
    { type: 'folkbokforing.registrerad', weight: 20 },
    { type: 'folkbokforing.avslagen' },
    { type: 'folkbokforing.overklagad' },
    { type: 'folkbokforing.avgorande.begart' },
    { type: 'folkbokforing.begaran.avslagen' },
    { type: 'flytt.skedd' },
    { type: 'flytt.anmald' },
    { type: 'idkort.sokt', weight: 6 },
    { type: 'idkort.utfardat', weight: 20 },
    { type: 'idkort.nekat' },
    { type: 'folkbokforing.avregistrerad', weight: 0.05 },
    { type: 'skyddsreglerna.andrade' },
    { type: 'tolvmanaderna.passerade' },
    { type: 'sexmanaderna.passerade' },
    { type: 'folkbokforing.overklagandetid.utgangen' },
  ],
});
