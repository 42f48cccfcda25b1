import { defineProcess } from '../../grammar/index.js';
import { facts, vuxen } from './facts.js';
import { dates, machine } from './machine.js';

const grant = { grund: 'UtlL 5:1', route: 'anvisad', fodd: vuxen };
const kin = { ...grant, grund: 'UtlL 5:3', route: 'anknytning', 'galler-till': '+730' };

export const uppehallstillstand = defineProcess({
  id: 'uppehallstillstand',
  subject: 'deltagare',
  // Before that day the general rule of speed stood in another act, which has not been read.
  editions: [{ since: '2018-07-01', basis: '2017:584 1 §', machine }],
  facts,
  dates,
  limits: ['tillstandsslut'],
  background: ['gallerTill'],
  samples: [
    { type: 'uppehallstillstand.beviljat', data: { ...grant, asylboende: true, 'galler-till': '+1095' }, weight: 3 },
    { type: 'uppehallstillstand.beviljat', data: { ...grant, route: 'eget-boende', 'galler-till': '+395' }, weight: 3 },
    { type: 'uppehallstillstand.beviljat', data: { ...grant, route: 'anknytning', 'galler-till': '+1095' }, weight: 2 },
    { type: 'uppehallstillstand.beviljat', data: { ...grant, route: 'kvot', grund: 'UtlL 5:2' }, weight: 2 },
    { type: 'uppehallstillstand.beviljat', data: { ...kin, 'anknytning-svensk': true }, weight: 0.01 },
    { type: 'uppehallstillstand.forlangning.sokt' },
    { type: 'uppehallstillstand.forlangt', data: { 'galler-till': '+730' }, weight: 4 },
    { type: 'uppehallstillstand.forlangt' },
    { type: 'uppehallstillstand.forlangning.avslagen', weight: 0.1 },
    { type: 'uppehallstillstand.avslag.delgivet' },
    { type: 'uppehallstillstand.avslag.overklagat' },
    { type: 'uppehallstillstand.upphort', weight: 0.05 },
    { type: 'uppehallstillstand.avgorande.begart' },
    { type: 'uppehallstillstand.begaran.avslagen' },
    { type: 'tillstandet.utgatt' },
    { type: 'uppehallstillstand.sexmanader.passerade' },
    { type: 'uppehallstillstand.overklagandetid.utgangen' },
  ],
});
