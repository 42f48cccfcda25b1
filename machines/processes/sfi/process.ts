import { assign, setup } from 'xstate';
import { defineProcess, type FactEvent, type Meta, refusing } from '../../grammar/index.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import { type facts as permitFacts, vuxen } from '../uppehallstillstand/facts.js';
import { facts } from './facts.js';

type Facts = typeof facts & typeof permitFacts & Pick<typeof programmeFacts, 'handlingsplan.upprattad'>;

interface Context {
  senasteKurs: string | null;
}

// The right to sfi is that of anyone who lives in Sweden (2010:800 20 kap. 31 §, 29 kap. 2 §): it waits neither for
// folkbokföring nor for the programme. The handlingsplan makes sfi an activity of the programme besides (2017:820 12 §).
const machine = setup({
  types: { context: {} as Context, events: {} as FactEvent<Facts>, meta: {} as Meta },
  actions: {
    noteraKurs: assign({
      senasteKurs: ({ context, event }) => ('kurs' in event.data ? event.data.kurs : context.senasteKurs),
    }),
  },
  guards: {
    sistaKursen: ({ event }) => 'kurs' in event.data && event.data.kurs === 'D',
    // Courses run A–D; which of them a study path holds is decided for each pupil, so some are skipped but none repeated.
    nastaKurs: refusing(
      ({ context, event }: { context: Context; event: FactEvent<Facts> }) =>
        'kurs' in event.data && event.data.kurs !== 'D' && event.data.kurs > (context.senasteKurs ?? ''),
    ),
  },
}).createMachine({
  id: 'sfi',
  initial: 'vilande',
  context: { senasteKurs: null },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['uppehallstillstand.beviljat'] },
      on: { 'uppehallstillstand.beviljat': 'vantarPaAnmalan' },
    },
    vantarPaAnmalan: {
      meta: {
        owner: 'enligtOverenskommelse',
        otherwise: 'kommun',
        basis: '2010:800 20 kap. 28 §',
        deadline: { promptly: '2010:800 20 kap. 29 § 2 st' },
        awaits: ['sfi.anmald'],
      },
      on: { 'sfi.anmald': 'vantarPaMottagande', 'handlingsplan.upprattad': 'vantarPaAnmalanEfterPlan' },
    },
    vantarPaAnmalanEfterPlan: {
      meta: {
        owner: 'enligtOverenskommelse',
        otherwise: 'kommun',
        basis: '2017:820 12 §',
        deadline: { promptly: '2017:820 12 §' },
        awaits: ['sfi.anmald'],
      },
      on: { 'sfi.anmald': 'vantarPaMottagande' },
    },
    vantarPaMottagande: {
      meta: {
        owner: 'kommun',
        basis: '2010:800 20 kap. 29 § 3 st',
        deadline: { within: '2010:800 20 kap. 29 § 3 st', from: 'sfi.anmald' },
        awaits: ['sfi.mottagen'],
      },
      on: { 'sfi.mottagen': 'vantarPaStart' },
    },
    vantarPaStart: {
      meta: {
        owner: 'kommun',
        basis: '2010:800 20 kap. 29 § 2 st',
        deadline: { within: '2010:800 20 kap. 29 § 2 st', from: 'sfi.anmald' },
        awaits: ['sfi.paborjad'],
      },
      on: { 'sfi.paborjad': 'vantarPaKursresultat' },
    },
    vantarPaKursresultat: {
      meta: {
        owner: 'kommun',
        basis: '2010:800 20 kap. 36 §',
        deadline: { none: true },
        awaits: ['sfi.kurs.godkand', 'sfi.avslutad'],
      },
      on: {
        'sfi.kurs.godkand': [
          { guard: 'sistaKursen', target: 'vantarPaAvslut' },
          { guard: 'nastaKurs', actions: 'noteraKurs' },
        ],
        'sfi.progression.avstannad': 'vantarPaAtgard',
        'sfi.avslutad': 'avslutad',
      },
    },
    // Nobody's by law: Tingsryd's agreement admits that there is no clear routine.
    vantarPaAtgard: {
      meta: {
        owner: 'enligtOverenskommelse',
        otherwise: 'kommun',
        basis: 'R39',
        deadline: { none: true },
        awaits: ['sfi.atgard.beslutad'],
      },
      on: { 'sfi.atgard.beslutad': 'vantarPaKursresultat', 'sfi.avslutad': 'avslutad' },
    },
    vantarPaAvslut: {
      meta: {
        owner: 'kommun',
        basis: '2010:800 20 kap. 36 §',
        deadline: { none: true },
        awaits: ['sfi.avslutad'],
      },
      on: { 'sfi.avslutad': 'avslutad' },
    },
    avslutad: { type: 'final' },
  },
});

export const sfi = defineProcess({
  id: 'sfi',
  subject: 'deltagare',
  editions: [{ since: '2018-01-01', basis: '2010:800 20 kap. 31 §', machine }],
  facts,
  dates: {},
  samples: [
    { type: 'uppehallstillstand.beviljat', data: { grund: 'UtlL 5:1', route: 'anvisad', fodd: vuxen } },
    { type: 'handlingsplan.upprattad' },
    { type: 'sfi.anmald' },
    { type: 'sfi.mottagen' },
    { type: 'sfi.paborjad' },
    { type: 'sfi.kurs.godkand', data: { kurs: 'A' }, weight: 6, days: [60, 200] },
    { type: 'sfi.kurs.godkand', data: { kurs: 'B' }, weight: 5, days: [60, 200] },
    { type: 'sfi.kurs.godkand', data: { kurs: 'C' }, weight: 3, days: [90, 240] },
    { type: 'sfi.kurs.godkand', data: { kurs: 'D' }, days: [120, 300] },
    { type: 'sfi.progression.avstannad' },
    { type: 'sfi.atgard.beslutad' },
    { type: 'sfi.avslutad', weight: 0.5, days: [60, 400] },
  ],
});
