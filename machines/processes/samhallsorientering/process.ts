import { defineProcess } from '../../grammar/index.js';
import { vuxen } from '../uppehallstillstand/facts.js';
import { facts } from './facts.js';
import { dates } from './form.js';
import { machine } from './machine.js';

const grant = { grund: 'UtlL 5:1', route: 'anvisad', fodd: vuxen };
const rare = { weight: 0.2 };

export const samhallsorientering = defineProcess({
  id: 'samhallsorientering',
  subject: 'deltagare',
  editions: [{ since: '2018-01-01', basis: '2013:156 3 §', machine }],
  facts,
  dates,
  limits: ['skyldighetsslut'],
  background: ['fodd'],
  samples: [
    // A minor first: paths tell apart only whether a birth date is known, and adults are reached without one.
    { type: 'uppehallstillstand.beviljat', data: { ...grant, fodd: '-5000' }, weight: 0.05 },
    { type: 'uppehallstillstand.beviljat', data: grant },
    { type: 'uppehallstillstand.upphort' },
    { type: 'folkbokforing.registrerad' },
    { type: 'handlingsplan.upprattad' },
    { type: 'samhallsorientering.anmald', weight: 3 },
    { type: 'samhallsorientering.erbjuden' },
    { type: 'samhallsorientering.avbojd', ...rare },
    { type: 'samhallsorientering.undantagen', data: { skal: 'gymnasieelev' }, ...rare },
    { type: 'samhallsorientering.undantag.upphort' },
    { type: 'samhallsorientering.paborjad' },
    { type: 'samhallsorientering.avbruten', ...rare },
    { type: 'samhallsorientering.aterupptagen' },
    { type: 'samhallsorientering.uppgifter.begarda', ...rare },
    { type: 'samhallsorientering.uppgifter.lamnade' },
    { type: 'samhallsorientering.genomford', data: { timmar: 100 }, days: [60, 240] },
    { type: 'samhallsorientering.intygad' },
    { type: 'skyldighetsslutet.narmar' },
    { type: 'skyldigheten.upphord' },
    { type: 'samhallsorienteringsaldern.nadd' },
    { type: 'samhallsorienteringsaldern.passerad' },
  ],
});
