import { defineProcess } from '../../grammar/index.js';
import { facts } from './facts.js';
import { machine } from './machine.js';
import { dates } from './tider.js';

const nummer = 1;

export const insats = defineProcess({
  id: 'insats',
  subject: 'deltagare',
  instances: { key: 'nummer', opens: ['insats.begard'] },
  editions: [{ since: '2018-01-01', basis: '2017:820 13 §', machine }],
  facts,
  dates,
  background: ['arbetstraning', 'forstarktArbetstraning', 'bristyrkesutbildning', 'plan', 'underlagKlart'],
  askedLast: ['provasForst', 'bristyrkesutbildning'],
  samples: [
    { type: 'handlingsplan.upprattad' },
    { type: 'insats.begard', data: { nummer, slag: 'arbetstraning', mottagare: 'anordnare' }, days: [90, 500] },
    {
      type: 'insats.begard',
      data: { nummer, slag: 'forstarkt-arbetstraning', mottagare: 'anordnare' },
      days: [90, 500],
      weight: 0.3,
    },
    {
      type: 'insats.begard',
      data: { nummer, slag: 'bristyrkesutbildning', mottagare: 'anordnare' },
      days: [90, 500],
      weight: 0.2,
    },
    { type: 'insats.begard', data: { nummer, slag: 'praktik', mottagare: 'kommun' }, days: [90, 500], weight: 2 },
    { type: 'insats.begard', data: { nummer, slag: 'spraktraning', mottagare: 'civilsamhallet' }, days: [90, 500] },
    { type: 'insats.accepterad', weight: 8, data: { nummer } },
    { type: 'insats.avbojd', data: { nummer, orsak: 'ingen-plats' } },
    { type: 'insats.hanvisad', data: { nummer, mottagare: 'kommun' }, weight: 2 },
    { type: 'insats.hanvisad', data: { nummer, mottagare: 'anordnare' } },
    { type: 'insats.hanvisad', data: { nummer, mottagare: 'civilsamhallet' } },
    { type: 'insats.avskriven', data: { nummer } },
    { type: 'insats.provad', data: { nummer, lamplig: true, periodslut: '+90' }, weight: 9 },
    { type: 'insats.provad', data: { nummer, lamplig: false } },
    { type: 'insats.paborjad', data: { nummer, handledare: true, stod: true } },
    { type: 'insats.paborjad', data: { nummer, handledare: true }, weight: 2 },
    { type: 'insats.avslutad', data: { nummer, orsak: 'genomford' }, days: [30, 170] },
    { type: 'insats.uppfoljd', data: { nummer } },
    { type: 'insats.underlag.lamnat', data: { nummer } },
    { type: 'utskrivning.beslutad', data: { grund: '17 § 1' } },
    { type: 'aterkallelse.beslutad', data: { grund: '21 § 1' } },
    { type: 'program.avslutat', data: { till: 'arbete' } },
    { type: 'fonstret.stangt' },
    { type: 'programtiden.forbrukad' },
    { type: 'insatsperioden.slut' },
    { type: 'insatstiden.slut' },
    { type: 'underlagstiden.slut' },
  ],
});
