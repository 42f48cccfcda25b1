import { assign, setup } from 'xstate';
import {
  type DateFunction,
  defineProcess,
  type FactEvent,
  type Meta,
  type PlainDate,
  type TimeFactEvent,
} from '../../grammar/index.js';
import { facts, vuxen } from './facts.js';

interface Context {
  gallerTill: PlainDate | null;
}

// 2017:584 3 §: the act goes on applying to those who apply for a new permit while the old one is valid.
const tillstandsslut: DateFunction<Context> = ({ gallerTill }) =>
  gallerTill
    ? { date: gallerTill, kind: 'entitlement', certainty: 'settled', rules: [], inputs: { 'galler-till': gallerTill } }
    : undefined;

const machine = setup({
  types: {
    context: {} as Context,
    events: {} as FactEvent<typeof facts> | TimeFactEvent<'tillstandet.utgatt'>,
    meta: {} as Meta,
  },
  actions: {
    noteraTid: assign({
      gallerTill: ({ context, event }) => {
        const till = 'galler-till' in event.data ? event.data['galler-till'] : undefined;
        return event.type.startsWith('uppehallstillstand.') ? (till ?? null) : context.gallerTill;
      },
    }),
  },
  guards: {
    tidsbegransat: ({ event }) => 'galler-till' in event.data && event.data['galler-till'] !== undefined,
    utanTidsgrans: ({ event }) => !('galler-till' in event.data) || event.data['galler-till'] === undefined,
  },
}).createMachine({
  id: 'uppehallstillstand',
  initial: 'vantarPaTillstand',
  context: { gallerTill: null },
  states: {
    vantarPaTillstand: {
      meta: {
        owner: 'migrationsverket',
        basis: '2017:584 1 §',
        deadline: { promptly: '2017:900 9 §' },
        awaits: ['uppehallstillstand.beviljat'],
      },
      on: {
        'uppehallstillstand.beviljat': [
          { guard: 'tidsbegransat', target: 'vantarPaForlangning', actions: 'noteraTid' },
          { guard: 'utanTidsgrans', target: 'permanent' },
        ],
      },
    },
    vantarPaForlangning: {
      meta: {
        owner: 'enskild',
        basis: '2017:584 3 §',
        deadline: { by: 'tillstandsslut' },
        awaits: ['uppehallstillstand.forlangning.sokt'],
        clock: { 'tillstandet.utgatt': 'tillstandsslut' },
      },
      on: {
        'uppehallstillstand.forlangning.sokt': 'vantarPaForlangningsbeslut',
        'tillstandet.utgatt': 'vantarPaBeskedOmTillstand',
        'uppehallstillstand.upphort': 'upphort',
      },
    },
    vantarPaForlangningsbeslut: {
      meta: {
        owner: 'migrationsverket',
        basis: '2017:584 3 §',
        deadline: { promptly: '2017:900 9 §' },
        awaits: ['uppehallstillstand.forlangt', 'uppehallstillstand.upphort'],
      },
      on: {
        'uppehallstillstand.forlangt': [
          { guard: 'tidsbegransat', target: 'vantarPaForlangning', actions: 'noteraTid' },
          { guard: 'utanTidsgrans', target: 'permanent' },
        ],
        'uppehallstillstand.upphort': 'upphort',
      },
    },
    // The permit's last day has passed and no application is known: somebody has to find out which it was.
    vantarPaBeskedOmTillstand: {
      meta: {
        owner: 'migrationsverket',
        basis: '2017:820 25 §',
        deadline: { none: true },
        awaits: ['uppehallstillstand.forlangning.sokt', 'uppehallstillstand.upphort'],
      },
      on: {
        'uppehallstillstand.forlangning.sokt': 'vantarPaForlangningsbeslut',
        'uppehallstillstand.upphort': 'upphort',
      },
    },
    permanent: {
      meta: { dormant: true, wakes: ['uppehallstillstand.upphort'] },
      on: { 'uppehallstillstand.upphort': 'upphort' },
    },
    upphort: { type: 'final' },
  },
});

const grant = { grund: 'UtlL 5:1', route: 'anvisad', fodd: vuxen };

export const uppehallstillstand = defineProcess({
  id: 'uppehallstillstand',
  subject: 'deltagare',
  // Before that day the general rule of speed stood in another act, which has not been read.
  editions: [{ since: '2018-07-01', basis: '2017:584 1 §', machine }],
  facts,
  dates: { tillstandsslut },
  samples: [
    { type: 'uppehallstillstand.beviljat', data: { ...grant, asylboende: true, 'galler-till': '+1095' }, weight: 3 },
    { type: 'uppehallstillstand.beviljat', data: { ...grant, route: 'eget-boende', 'galler-till': '+395' }, weight: 3 },
    { type: 'uppehallstillstand.beviljat', data: { ...grant, route: 'anknytning', 'galler-till': '+1095' }, weight: 2 },
    { type: 'uppehallstillstand.beviljat', data: { ...grant, route: 'kvot', grund: 'UtlL 5:2' }, weight: 2 },
    { type: 'uppehallstillstand.forlangning.sokt' },
    { type: 'uppehallstillstand.forlangt', data: { 'galler-till': '+730' }, weight: 4 },
    { type: 'uppehallstillstand.forlangt' },
    { type: 'uppehallstillstand.upphort', weight: 0.05 },
    { type: 'tillstandet.utgatt' },
  ],
});
