import { assign, setup } from 'xstate';
import {
  type Dates,
  defineProcess,
  type FactEvent,
  type Meta,
  type PlainDate,
  refusing,
  type TimeFactEvent,
} from '../../grammar/index.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import type { facts as registrationFacts } from '../folkbokforing/facts.js';
import { facts } from './facts.js';

interface Context {
  folkbokford: PlainDate | null;
}

type Facts = typeof facts &
  Pick<typeof registrationFacts, 'folkbokforing.registrerad'> &
  Pick<typeof programmeFacts, 'handlingsplan.upprattad'>;

type Events = FactEvent<Facts> | TimeFactEvent<'skyldigheten.upphord'>;

const dates: Dates<Context> = {
  // 2013:156 4 §: the municipality's duty to offer ends this long after the first folkbokföring in a municipality.
  skyldighetsslut: ({ folkbokford }, law) =>
    folkbokford
      ? law.through(folkbokford, '2013:156 4 §', 'dutyYears', {
          kind: 'entitlement',
          input: 'folkbokforing.registrerad',
        })
      : undefined,
};

const machine = setup({
  types: {
    context: {} as Context,
    events: {} as Events,
    meta: {} as Meta,
  },
  actions: { noteraFolkbokford: assign({ folkbokford: ({ event }) => event.on }) },
  guards: {
    // 2010:1138 5 §: at least this many hours.
    tillrackligtManga: refusing(
      ({ event }: { event: Events }) =>
        'timmar' in event.data && event.data.timmar >= event.law.number('2010:1138 5 §', 'hours').amount,
    ),
  },
}).createMachine({
  id: 'samhallsorientering',
  initial: 'vilande',
  context: { folkbokford: null },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['folkbokforing.registrerad'] },
      on: { 'folkbokforing.registrerad': { target: 'erbjuds', actions: 'noteraFolkbokford' } },
    },
    erbjuds: {
      initial: 'vantarPaAnmalan',
      meta: { clock: { 'skyldigheten.upphord': 'skyldighetsslut' } },
      on: { 'skyldigheten.upphord': 'skyldighetenUpphord' },
      states: {
        vantarPaAnmalan: {
          meta: {
            owner: 'kommun',
            basis: '2013:156 4 §',
            deadline: { promptly: '2013:156 4 §' },
            awaits: ['samhallsorientering.anmald'],
          },
          on: {
            'samhallsorientering.anmald': 'vantarPaStart',
            'handlingsplan.upprattad': 'vantarPaAnmalanEfterPlan',
          },
        },
        // 2017:820 12 §: with the plan, samhällsorientering is an activity of the programme too.
        vantarPaAnmalanEfterPlan: {
          meta: {
            owner: 'kommun',
            basis: '2017:820 12 §',
            deadline: { promptly: '2017:820 12 §' },
            awaits: ['samhallsorientering.anmald'],
          },
          on: { 'samhallsorientering.anmald': 'vantarPaStart' },
        },
        vantarPaStart: {
          meta: {
            owner: 'kommun',
            basis: '2013:156 4 §',
            deadline: { promptly: '2013:156 4 §' },
            awaits: ['samhallsorientering.paborjad'],
          },
          on: { 'samhallsorientering.paborjad': '#samhallsorientering.vantarPaGenomforande' },
        },
      },
    },
    vantarPaGenomforande: {
      meta: {
        owner: 'kommun',
        basis: '2010:1138 4 §',
        deadline: { within: '2010:1138 4 §', from: 'samhallsorientering.paborjad' },
        awaits: ['samhallsorientering.genomford'],
      },
      on: { 'samhallsorientering.genomford': { guard: 'tillrackligtManga', target: 'vantarPaIntyg' } },
    },
    vantarPaIntyg: {
      meta: {
        owner: 'kommun',
        basis: '2010:1138 10 §',
        deadline: { none: true },
        awaits: ['samhallsorientering.intygad'],
      },
      on: { 'samhallsorientering.intygad': 'avslutad' },
    },
    avslutad: { type: 'final' },
    skyldighetenUpphord: { type: 'final' },
  },
});

export const samhallsorientering = defineProcess({
  id: 'samhallsorientering',
  subject: 'deltagare',
  editions: [{ since: '2018-01-01', basis: '2013:156 3 §', machine }],
  facts,
  dates,
  samples: [
    { type: 'folkbokforing.registrerad' },
    { type: 'handlingsplan.upprattad' },
    { type: 'samhallsorientering.anmald' },
    { type: 'samhallsorientering.paborjad' },
    { type: 'samhallsorientering.genomford', data: { timmar: 100 }, days: [60, 240] },
    { type: 'samhallsorientering.intygad' },
    { type: 'skyldigheten.upphord' },
  ],
});
