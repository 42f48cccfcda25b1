import { assign, setup } from 'xstate';
import { type Dates, defineProcess, type FactEvent, type Meta, notLater, type PlainDate } from '../../grammar/index.js';
import { type facts as permitFacts, vuxen } from '../uppehallstillstand/facts.js';
import { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import { facts } from './facts.js';

interface Context {
  route: string | null;
  senast: PlainDate | null;
}

type Facts = typeof facts & typeof permitFacts & Pick<typeof programmeFacts, 'arbetssokande.inskriven'>;

const dates: Dates<Context> = {
  // 2016:39 10 §: the day stands in the decision. Acting on it is an act, so a rest day moves it (1930:173 2 §).
  sistaMottagningsdag: ({ senast }, law) =>
    senast
      ? { ...law.calendar.rollOver(senast), kind: 'action', certainty: 'settled', rules: [], inputs: { senast } }
      : undefined,
};

const machine = setup({
  types: { context: {} as Context, events: {} as FactEvent<Facts>, meta: {} as Meta },
  actions: {
    noteraVag: assign({ route: ({ context, event }) => ('route' in event.data ? event.data.route : context.route) }),
    noteraDag: assign({
      senast: ({ context, event }) => ('senast' in event.data ? event.data.senast : context.senast),
    }),
  },
  guards: {
    anvisas: ({ event }) => 'route' in event.data && ['anvisad', 'kvot'].includes(event.data.route),
    ordnarSjalv: ({ event }) => 'route' in event.data && !['anvisad', 'kvot'].includes(event.data.route),
    // 2016:39 10 §: at most two months from the decision; a longer time only for those taken out on the quota.
    inomTidForMottagande: notLater<Context>('senast', ({ route }, law) =>
      route === 'kvot'
        ? undefined
        : law.through(law.on, '2016:39 10 §', 'receiveMonths', { kind: 'entitlement', input: 'bosattning.anvisad' }),
    ),
  },
}).createMachine({
  id: 'bosattning',
  initial: 'vilande',
  context: { route: null, senast: null },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['uppehallstillstand.beviljat'] },
      on: {
        'uppehallstillstand.beviljat': [
          { guard: 'anvisas', target: 'vantarPaAnvisning', actions: 'noteraVag' },
          { guard: 'ordnarSjalv', target: 'vantarPaForstaKontakt', actions: 'noteraVag' },
        ],
      },
    },
    vantarPaAnvisning: {
      meta: {
        owner: 'migrationsverket',
        basis: '2016:39 8 §',
        deadline: { promptly: '2016:39 8 §' },
        awaits: ['bosattning.anvisad'],
      },
      on: {
        'bosattning.anvisad': { guard: 'inomTidForMottagande', target: 'vantarPaMottagande', actions: 'noteraDag' },
        // Some move in by themselves before the assignment is made.
        'bosattning.mottagen': 'bosatt',
      },
    },
    vantarPaMottagande: {
      meta: {
        owner: 'kommun',
        basis: '2016:39 10 §',
        deadline: { by: 'sistaMottagningsdag' },
        awaits: ['bosattning.mottagen'],
      },
      on: {
        'bosattning.mottagen': 'bosatt',
        // 2016:39 10 a §: an assignment that is not used may be replaced by another.
        'bosattning.anvisad': { guard: 'inomTidForMottagande', actions: 'noteraDag' },
      },
    },
    // Own housing and kin: no authority notifies the municipality, so an agreement has to say who makes contact.
    vantarPaForstaKontakt: {
      meta: {
        owner: 'enligtOverenskommelse',
        otherwise: 'kommun',
        basis: 'R22',
        deadline: { none: true },
        awaits: ['bosattning.mottagen'],
      },
      on: { 'bosattning.mottagen': 'bosatt', 'arbetssokande.inskriven': 'bosatt' },
    },
    bosatt: { type: 'final' },
  },
});

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
    { type: 'bosattning.anvisad', data: { senast: '+30' } },
    { type: 'bosattning.mottagen' },
    { type: 'arbetssokande.inskriven', data: { vag: 'kommunstod' } },
  ],
});
