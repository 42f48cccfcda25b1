import { assign, setup } from 'xstate';
import { defineProcess, type FactEvent, type Meta, type TimeFactEvent } from '../../grammar/index.js';
import type { facts as settlementFacts } from '../bosattning/facts.js';
import type { facts as registrationFacts } from '../folkbokforing/facts.js';
import { type facts as permitFacts, vuxen } from '../uppehallstillstand/facts.js';
import { facts } from './facts.js';
import { dates, inteMottagen, type Mottagande } from './forsta-mottagande.js';

type Facts = typeof facts &
  Pick<typeof permitFacts, 'uppehallstillstand.beviljat' | 'uppehallstillstand.upphort'> &
  Pick<typeof settlementFacts, 'bosattning.mottagen'> &
  Pick<typeof registrationFacts, 'folkbokforing.registrerad'>;

// Whoever has been examined is not offered it again, whenever it was done; whoever has no permit is not offered it either.
const slut = { 'halsoundersokning.genomford': 'genomford', 'uppehallstillstand.upphort': 'upphord' } as const;

// The examination is voluntary. The act (2008:344 7 §) makes the region offer it to those who are not yet folkbokförda;
// after folkbokföring no act does, but for a time the State pays for one (2010:1122 34 §), so somebody should remember it.
const machine = setup({
  types: {
    context: {} as Mottagande,
    events: {} as FactEvent<Facts> | TimeFactEvent<'ersattningstiden.slut'>,
    meta: {} as Meta,
  },
  guards: {
    tillfalligtSkydd: ({ event }) => 'grund' in event.data && event.data.grund === 'UtlL 21 kap.',
  },
  actions: {
    noteraTillstand: assign(({ event }) =>
      'grund' in event.data ? { route: event.data.route, tillfalligtSkydd: event.data.grund === 'UtlL 21 kap.' } : {},
    ),
    noteraMottagen: assign({ mottagen: ({ context, event }) => context.mottagen ?? event.on }),
    noteraFolkbokford: assign({ folkbokford: ({ context, event }) => context.folkbokford ?? event.on }),
  },
}).createMachine({
  id: 'halsa',
  initial: 'vilande',
  context: inteMottagen,
  on: {
    'bosattning.mottagen': { actions: 'noteraMottagen' },
    'folkbokforing.registrerad': { actions: 'noteraFolkbokford' },
  },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['uppehallstillstand.beviljat', 'halsoundersokning.genomford'] },
      on: {
        'uppehallstillstand.beviljat': [
          { guard: 'tillfalligtSkydd', target: 'vantarPaErbjudandeEnligtLag', actions: 'noteraTillstand' },
          { target: 'foreMottagandet', actions: 'noteraTillstand' },
        ],
        'halsoundersokning.genomford': 'genomford',
      },
    },
    foreMottagandet: {
      meta: { dormant: true, wakes: ['bosattning.mottagen', 'folkbokforing.registrerad'] },
      on: {
        ...slut,
        'bosattning.mottagen': { target: 'nyIKommunen', actions: 'noteraMottagen' },
        'folkbokforing.registrerad': { target: 'nyIKommunen', actions: 'noteraFolkbokford' },
      },
    },
    // 2008:344 6–7 §§: temporary protection without folkbokföring; a duty without a number.
    vantarPaErbjudandeEnligtLag: {
      meta: {
        owner: 'regionen',
        basis: '2008:344 7 §',
        deadline: { none: true },
        awaits: ['halsoundersokning.erbjuden'],
      },
      on: {
        ...slut,
        'halsoundersokning.erbjuden': 'nyIKommunen.vantarPaBokning',
        'folkbokforing.registrerad': { target: 'nyIKommunen', actions: 'noteraFolkbokford' },
      },
    },
    nyIKommunen: {
      initial: 'vantarPaUnderrattelse',
      meta: { clock: { 'ersattningstiden.slut': 'ersattningsslut' } },
      on: { ...slut, 'ersattningstiden.slut': 'efterErsattningstiden' },
      states: {
        // No authority tells the region that somebody has come; an agreement has to say who does, with the person's consent.
        vantarPaUnderrattelse: {
          meta: {
            owner: 'enligtOverenskommelse',
            otherwise: 'kommun',
            basis: 'R55',
            deadline: { by: 'ersattningsslut', kind: 'soft', orNone: true },
            awaits: ['regionen.underrattad'],
          },
          on: {
            'regionen.underrattad': 'vantarPaErbjudande',
            'halsoundersokning.erbjuden': 'vantarPaBokning',
            'halsoundersokning.avbojd': 'tackatNej',
          },
        },
        vantarPaErbjudande: {
          meta: {
            owner: 'regionen',
            basis: '0000:1 31 §',
            deadline: { by: 'ersattningsslut', kind: 'soft', orNone: true },
            awaits: ['halsoundersokning.erbjuden'],
          },
          on: { 'halsoundersokning.erbjuden': 'vantarPaBokning', 'halsoundersokning.avbojd': 'tackatNej' },
        },
        // Who books differs by municipality and by route of arrival.
        vantarPaBokning: {
          meta: {
            owner: 'enligtOverenskommelse',
            otherwise: 'regionen',
            basis: '0000:1 31 §',
            deadline: { by: 'ersattningsslut', kind: 'soft', orNone: true },
            awaits: ['halsoundersokning.bokad', 'halsoundersokning.avbojd'],
          },
          on: { 'halsoundersokning.bokad': 'vantarPaUndersokning', 'halsoundersokning.avbojd': 'tackatNej' },
        },
        vantarPaUndersokning: {
          meta: {
            owner: 'regionen',
            basis: '0000:1 31 §',
            deadline: { by: 'ersattningsslut', kind: 'soft', orNone: true },
            awaits: ['halsoundersokning.genomford'],
          },
          on: { 'halsoundersokning.avbojd': 'tackatNej' },
        },
        // Voluntary: nobody is awaited, but whoever declined may change their mind.
        tackatNej: {
          meta: { dormant: true, wakes: ['halsoundersokning.bokad', 'halsoundersokning.erbjuden'] },
          on: { 'halsoundersokning.bokad': 'vantarPaUndersokning', 'halsoundersokning.erbjuden': 'vantarPaBokning' },
        },
      },
    },
    // An examination may still be done, without reimbursement; nobody is awaited for it.
    efterErsattningstiden: { meta: { dormant: true, wakes: ['halsoundersokning.genomford'] }, on: slut },
    genomford: { type: 'final' },
    upphord: { type: 'final' },
  },
});

const grant = { route: 'anvisad', fodd: vuxen };

export const halsa = defineProcess({
  id: 'halsa',
  subject: 'deltagare',
  editions: [{ since: '2018-01-01', basis: '2010:1122 34 §', machine }],
  facts,
  dates,
  samples: [
    { type: 'uppehallstillstand.beviljat', data: { ...grant, grund: 'UtlL 5:1' } },
    { type: 'uppehallstillstand.beviljat', data: { ...grant, grund: 'UtlL 21 kap.' } },
    { type: 'uppehallstillstand.upphort' },
    { type: 'bosattning.mottagen' },
    { type: 'folkbokforing.registrerad' },
    { type: 'regionen.underrattad', days: [5, 60] },
    { type: 'halsoundersokning.erbjuden', days: [10, 90] },
    { type: 'halsoundersokning.bokad', weight: 4, days: [5, 45] },
    { type: 'halsoundersokning.genomford', days: [7, 60] },
    { type: 'halsoundersokning.avbojd' },
    { type: 'ersattningstiden.slut' },
  ],
});
