import { assign, setup } from 'xstate';
import {
  type Dates,
  defineProcess,
  type FactEvent,
  inForce,
  type Meta,
  type PlainDate,
  type TimeFactEvent,
} from '../../grammar/index.js';
import type { facts as settlementFacts } from '../bosattning/facts.js';
import type { facts as compensationFacts } from '../etableringsersattning/facts.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import { facts } from './facts.js';

interface Context {
  sokt: PlainDate | null;
  /** Assistance has been granted for some time of the gap. */
  beviljat: boolean;
  /** Etableringsersättning has been paid while the municipality had not decided. */
  ersattningUtbetald: boolean;
}

type Facts = typeof facts &
  Pick<typeof settlementFacts, 'bosattning.mottagen'> &
  Pick<typeof compensationFacts, 'etableringsersattning.utbetald'> &
  Pick<typeof programmeFacts, 'program.avslutat'>;

const dates: Dates<Context> = {
  // Practice: assistance is applied for month by month, so the next application follows when the month has ended.
  bistandsmanadensSlut: ({ sokt }, law) =>
    sokt
      ? { date: law.calendar.lastOfMonth(sokt), kind: 'entitlement', certainty: 'settled', rules: [], inputs: { sokt } }
      : undefined,
  // A month without an application has gone by: then nobody is reminded of it any more.
  sistaDagForNyAnsokan: ({ sokt }, law) =>
    sokt
      ? {
          date: law.calendar.lastOfMonth(law.calendar.addDays(law.calendar.lastOfMonth(sokt), 1)),
          kind: 'entitlement',
          certainty: 'settled',
          rules: [],
          inputs: { sokt },
        }
      : undefined,
  // 2025:400: the new act took the place of the old on that day. Which of them a running case falls under has not been
  // read; Etapp shows the one in force on the day.
  aldreLagensSlut: (_, law) => law.lastDayInForce('2001:453 lagen'),
};

// Etapp shows the act in force on the day of the application.
const ansokan = [
  { guard: 'enligtNyaLagen', target: 'vantarPaBeslut', actions: 'noteraAnsokan' },
  { guard: 'enligtAldreLagen', target: 'vantarPaBeslutEnligtAldreLag', actions: 'noteraAnsokan' },
] as const;

const medanBeslutetVantar = {
  'bistand.beslutat': [
    { guard: 'avstams', target: 'vantarPaAvstamning' },
    { guard: 'glappetSlut', target: 'avslutad' },
    { guard: 'bifall', target: 'bistandLamnas', actions: 'noteraBifall' },
    { guard: 'avslag', target: 'avslagen' },
  ],
  // The next month may come before the decision on the last one.
  'bistand.sokt': { actions: 'noteraAnsokan' },
  'etableringsersattning.utbetald': { actions: 'noteraUtbetalning' },
} as const;

const slutar = { 'egenforsorjning.meddelad': 'avslutad', 'program.avslutat': 'avslutad' } as const;

const machine = setup({
  types: {
    context: {} as Context,
    events: {} as
      | FactEvent<Facts>
      | TimeFactEvent<'bistandsmanaden.slut' | 'bistandsansokan.utebliven' | 'socialtjanstlagen.ersatt'>,
    meta: {} as Meta,
  },
  actions: {
    noteraAnsokan: assign({ sokt: ({ event }) => event.on }),
    noteraBifall: assign({ beviljat: true }),
    noteraUtbetalning: assign({ ersattningUtbetald: true }),
  },
  guards: {
    enligtNyaLagen: inForce('2025:400 lagen'),
    enligtAldreLagen: inForce('2001:453 lagen'),
    // The back-payment came first: whoever is now granted assistance, or was before, has both for the same time.
    avstams: ({ context, event }) =>
      context.ersattningUtbetald && (context.beviljat || ('bifall' in event.data && event.data.bifall)),
    glappetSlut: ({ context }) => context.ersattningUtbetald,
    bifall: ({ event }) => 'bifall' in event.data && event.data.bifall,
    avslag: ({ event }) => 'bifall' in event.data && !event.data.bifall,
    harFattBistand: ({ context }) => context.beviljat,
    harInteFattBistand: ({ context }) => !context.beviljat,
  },
}).createMachine({
  id: 'ekonomisktBistand',
  initial: 'vilande',
  context: { sokt: null, beviljat: false, ersattningUtbetald: false },
  states: {
    // Those who arrange housing themselves may apply before the municipality knows of them.
    vilande: {
      meta: { dormant: true, wakes: ['bosattning.mottagen', 'bistand.sokt'] },
      on: {
        'bosattning.mottagen': 'iGlappet',
        'bistand.sokt': ansokan,
        'etableringsersattning.utbetald': 'avslutad',
        'program.avslutat': 'avslutad',
      },
    },
    // Arrived, and no etableringsersättning yet. Who books the first contact is for the agreement.
    iGlappet: {
      meta: {
        owner: 'enligtOverenskommelse',
        otherwise: 'enskild',
        basis: '0000:1 7 §',
        deadline: { none: true },
        awaits: ['bistand.sokt', 'egenforsorjning.meddelad'],
      },
      on: {
        'bistand.sokt': ansokan,
        'etableringsersattning.utbetald': 'avslutad',
        ...slutar,
      },
    },
    vantarPaBeslut: {
      meta: {
        owner: 'kommun',
        basis: '2025:400 lagen',
        deadline: { promptly: '2017:900 9 §' },
        awaits: ['bistand.beslutat'],
      },
      on: medanBeslutetVantar,
    },
    vantarPaBeslutEnligtAldreLag: {
      meta: {
        owner: 'kommun',
        basis: '2001:453 lagen',
        deadline: { promptly: '2017:900 9 §' },
        awaits: ['bistand.beslutat'],
        clock: { 'socialtjanstlagen.ersatt': 'aldreLagensSlut' },
      },
      on: {
        'socialtjanstlagen.ersatt': { guard: 'enligtNyaLagen', target: 'vantarPaBeslut' },
        ...medanBeslutetVantar,
      },
    },
    bistandLamnas: {
      meta: {
        dormant: true,
        wakes: ['bistandsmanaden.slut', 'etableringsersattning.utbetald', 'egenforsorjning.meddelad'],
        clock: { 'bistandsmanaden.slut': 'bistandsmanadensSlut' },
      },
      on: {
        'bistandsmanaden.slut': 'vantarPaNyAnsokan',
        'etableringsersattning.utbetald': 'vantarPaAvstamning',
        'egenforsorjning.meddelad': 'avslutad',
      },
    },
    vantarPaNyAnsokan: {
      meta: {
        owner: 'enskild',
        basis: '0000:1 8 §',
        deadline: { within: '0000:1 8 §', from: 'bistand.sokt' },
        awaits: ['bistand.sokt', 'egenforsorjning.meddelad'],
        clock: { 'bistandsansokan.utebliven': 'sistaDagForNyAnsokan' },
      },
      on: {
        'bistand.sokt': ansokan,
        'etableringsersattning.utbetald': 'vantarPaAvstamning',
        'egenforsorjning.meddelad': 'avslutad',
        'bistandsansokan.utebliven': 'utanNyAnsokan',
      },
    },
    // Who does not apply gets no assistance and owes nobody anything; the way back is an application.
    utanNyAnsokan: {
      meta: { dormant: true, wakes: ['bistand.sokt', 'etableringsersattning.utbetald'] },
      on: {
        'bistand.sokt': ansokan,
        'etableringsersattning.utbetald': 'vantarPaAvstamning',
        ...slutar,
      },
    },
    avslagen: {
      meta: { dormant: true, wakes: ['bistand.sokt', 'etableringsersattning.utbetald'] },
      on: {
        'bistand.sokt': ansokan,
        'etableringsersattning.utbetald': [
          { guard: 'harFattBistand', target: 'vantarPaAvstamning' },
          { guard: 'harInteFattBistand', target: 'avslutad' },
        ],
        ...slutar,
      },
    },
    // Paid back in time for months with assistance: person and caseworker speak before the money is used.
    vantarPaAvstamning: {
      meta: {
        owner: 'enligtOverenskommelse',
        otherwise: 'kommun',
        basis: '0000:1 9 §',
        deadline: { promptly: '0000:1 9 §' },
        awaits: ['bistand.avstamt'],
      },
      on: { 'bistand.avstamt': 'avslutad' },
    },
    avslutad: { type: 'final' },
  },
});

export const ekonomisktBistand = defineProcess({
  id: 'ekonomiskt-bistand',
  subject: 'deltagare',
  // Before that day the general rule of speed stood in another act, which has not been read.
  editions: [{ since: '2018-07-01', basis: '0000:1 7 §', machine }],
  facts,
  dates,
  background: ['beviljat', 'ersattningUtbetald'],
  askedLast: ['glappetSlut', 'bifall', 'avslag'],
  samples: [
    { type: 'bosattning.mottagen' },
    { type: 'bistand.sokt', days: [0, 9], weight: 12 },
    { type: 'bistand.beslutat', data: { bifall: true }, days: [2, 14], weight: 12 },
    { type: 'bistand.beslutat', data: { bifall: false }, days: [2, 14] },
    { type: 'egenforsorjning.meddelad' },
    { type: 'bistand.avstamt', days: [0, 14] },
    { type: 'etableringsersattning.utbetald' },
    { type: 'program.avslutat', data: { till: 'arbete' } },
    { type: 'bistandsmanaden.slut' },
    { type: 'bistandsansokan.utebliven' },
    { type: 'socialtjanstlagen.ersatt' },
  ],
});
