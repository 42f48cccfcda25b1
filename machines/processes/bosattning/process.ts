import { defineProcess } from '../../grammar/index.js';
import { vuxen } from '../uppehallstillstand/facts.js';
import { facts } from './facts.js';
import { dates, machine } from './machine.js';

const grant = { grund: 'UtlL 5:1', fodd: vuxen };

export const bosattning = defineProcess({
  id: 'bosattning',
  subject: 'deltagare',
  editions: [{ since: '2018-01-01', basis: '2016:39 8 §', machine }],
  facts,
  dates,
  samples: [
    { type: 'uppehallstillstand.beviljat', data: { ...grant, route: 'anvisad', asylboende: true } },
    { type: 'uppehallstillstand.beviljat', data: { ...grant, route: 'kvot' } },
    { type: 'uppehallstillstand.beviljat', data: { ...grant, route: 'eget-boende' } },
    { type: 'uppehallstillstand.beviljat', data: { ...grant, route: 'anknytning' } },
    { type: 'uppehallstillstand.beviljat', data: { ...grant, grund: 'UtlL 21 kap.', route: 'anvisad' } },
    { type: 'uppehallstillstand.upphort' },
    { type: 'folkbokforing.registrerad' },
    { type: 'bosattning.anvisad', data: { senast: '+30' }, weight: 6 },
    { type: 'bosattning.underlag.lamnat' },
    { type: 'bosattning.mottagen', weight: 20 },
    { type: 'bosattning.anvisning.oanvand', weight: 0.2 },
    { type: 'bosattning.boende.ordnat', data: { route: 'eget-boende' }, weight: 0.2 },
    { type: 'arbetssokande.inskriven', data: { vag: 'kommunstod' } },
    { type: 'sfi.anmald' },
  ],
});
