/** Settlement: four ways to a first municipality (2016:38, 2016:39), and who is awaited on each. */
import { assign, setup } from 'xstate';
import { type Dates, type FactEvent, type Meta, notLater, type PlainDate } from '../../grammar/index.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import type { facts as registrationFacts } from '../folkbokforing/facts.js';
import type { facts as sfiFacts } from '../sfi/facts.js';
import type { facts as permitFacts } from '../uppehallstillstand/facts.js';
import { tillfalligtSkydd } from '../uppehallstillstand/krets.js';
import type { facts } from './facts.js';

interface Context {
  route: string | null;
  /** The permit, for those who live outside Migrationsverket's accommodation. */
  tillstandUtanforAsylboende: PlainDate | null;
  senast: PlainDate | null;
}

type Facts = typeof facts &
  typeof permitFacts &
  Pick<typeof programmeFacts, 'arbetssokande.inskriven'> &
  Pick<typeof registrationFacts, 'folkbokforing.registrerad'> &
  Pick<typeof sfiFacts, 'sfi.anmald'>;

type Event = FactEvent<Facts>;

export const dates: Dates<Context> = {
  // 2016:39 10 §: the day stands in the decision. Acting on it is an act, so a rest day moves it (1930:173 2 §).
  sistaMottagningsdag: ({ senast }, law) =>
    senast
      ? { ...law.calendar.rollOver(senast), kind: 'action', certainty: 'settled', rules: [], inputs: { senast } }
      : undefined,
  // 1994:137 8 § 3 st: outside asylboende the assistance goes on for a month from the permit. An entitlement that ends;
  // what somebody may have to do about it belongs to the income support.
  sistaDagMedBistand({ tillstandUtanforAsylboende: tillstand }, law) {
    const manad = tillstand ? law.within(tillstand, '1994:137 8 §', 'uppehallstillstand.beviljat') : undefined;
    return manad && { ...manad, kind: 'entitlement' };
  },
};

const vag = (event: Event): string | undefined =>
  event.type === 'uppehallstillstand.beviljat' ? event.data.route : undefined;
const forAnvisning = (event: Event): boolean => ['anvisad', 'kvot'].includes(vag(event) ?? '');

const egetBoendeUtanforAsylboende = (data: { route: string; asylboende?: boolean }): boolean =>
  data.route === 'eget-boende' && data.asylboende !== true;

// 2016:39 8 a § (2024:319): those with temporary protection are assigned when they are registered. The wording has not been
// read; before it came nothing tells them from others.
const efterFolkbokforing = (event: Event): boolean =>
  forAnvisning(event) &&
  'grund' in event.data &&
  tillfalligtSkydd(event.data.grund) &&
  event.law.inForce('2016:39 8 a §');

export const machine = setup({
  types: { context: {} as Context, events: {} as Event, meta: {} as Meta },
  actions: {
    noteraVag: assign({
      route: ({ context, event }) => vag(event) ?? context.route,
      tillstandUtanforAsylboende: ({ event }) =>
        event.type === 'uppehallstillstand.beviljat' && egetBoendeUtanforAsylboende(event.data) ? event.on : null,
    }),
    noteraDag: assign({
      senast: ({ context, event }) => ('senast' in event.data ? event.data.senast : context.senast),
    }),
  },
  guards: {
    anvisas: ({ event }) => forAnvisning(event) && !efterFolkbokforing(event),
    anvisasEfterFolkbokforing: ({ event }) => efterFolkbokforing(event),
    ordnarSjalv: ({ event }) => vag(event) === 'eget-boende',
    genomAnknytning: ({ event }) => vag(event) === 'anknytning',
    // Who has found housing has the route of those who were never assigned, and agreements answer by it.
    utanAnvisning: ({ event }) => 'route' in event.data && ['eget-boende', 'anknytning'].includes(event.data.route),
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
  context: { route: null, tillstandUtanforAsylboende: null, senast: null },
  states: {
    vilande: {
      meta: { dormant: true, wakes: ['uppehallstillstand.beviljat'] },
      on: {
        'uppehallstillstand.beviljat': [
          { guard: 'anvisas', target: 'foreMottagandet.vantarPaAnvisning', actions: 'noteraVag' },
          {
            guard: 'anvisasEfterFolkbokforing',
            target: 'foreMottagandet.skyddUtanFolkbokforing',
            actions: 'noteraVag',
          },
          { guard: 'ordnarSjalv', target: 'foreMottagandet.vantarPaForstaKontakt', actions: 'noteraVag' },
          { guard: 'genomAnknytning', target: 'foreMottagandet.okandForKommunen', actions: 'noteraVag' },
        ],
      },
    },
    foreMottagandet: {
      initial: 'vantarPaAnvisning',
      on: {
        // Some move in by themselves before the assignment is made.
        'bosattning.mottagen': 'bosatt',
        // 2016:38 2 §: the act is about people with a permit.
        'uppehallstillstand.upphort': 'tillstandetUpphorde',
      },
      states: {
        vantarPaAnvisning: {
          meta: {
            owner: 'migrationsverket',
            basis: '2016:39 8 §',
            deadline: { promptly: '2016:39 8 §' },
            awaits: ['bosattning.anvisad'],
          },
          on: {
            'bosattning.anvisad': { guard: 'inomTidForMottagande', target: 'anvisad', actions: 'noteraDag' },
            'bosattning.boende.ordnat': { guard: 'utanAnvisning', target: 'vantarPaForstaKontakt' },
          },
        },
        skyddUtanFolkbokforing: {
          meta: { dormant: true, wakes: ['folkbokforing.registrerad', 'bosattning.mottagen'] },
          on: { 'folkbokforing.registrerad': 'vantarPaAnvisningVidSkydd' },
        },
        vantarPaAnvisningVidSkydd: {
          meta: {
            owner: 'migrationsverket',
            basis: '2016:39 8 a §',
            deadline: { promptly: '2016:39 8 a §' },
            awaits: ['bosattning.anvisad'],
          },
          on: {
            'bosattning.anvisad': { guard: 'inomTidForMottagande', target: 'anvisad', actions: 'noteraDag' },
            'bosattning.boende.ordnat': { guard: 'utanAnvisning', target: 'vantarPaForstaKontakt' },
          },
        },
        // The municipality receives, and Migrationsverket gives it what it needs to know for that (11 a §).
        anvisad: {
          type: 'parallel',
          on: {
            'bosattning.anvisning.oanvand': 'oanvandAnvisning',
            'bosattning.boende.ordnat': { guard: 'utanAnvisning', target: 'vantarPaForstaKontakt' },
          },
          states: {
            mottagande: {
              initial: 'vantarPaMottagande',
              states: {
                vantarPaMottagande: {
                  meta: {
                    owner: 'kommun',
                    basis: '2016:39 10 §',
                    deadline: { by: 'sistaMottagningsdag' },
                    awaits: ['bosattning.mottagen'],
                  },
                  // 2016:39 10 a §: an assignment that is not used may be replaced by another.
                  on: { 'bosattning.anvisad': { guard: 'inomTidForMottagande', actions: 'noteraDag' } },
                },
              },
            },
            underlag: {
              initial: 'vantarPaUnderlag',
              states: {
                vantarPaUnderlag: {
                  meta: {
                    owner: 'migrationsverket',
                    basis: '2016:39 11 a §',
                    deadline: { none: true },
                    awaits: ['bosattning.underlag.lamnat'],
                  },
                  on: { 'bosattning.underlag.lamnat': 'underlagLamnat' },
                },
                // Another municipality needs to be told anew.
                underlagLamnat: {
                  meta: { dormant: true, wakes: ['bosattning.anvisad'] },
                  on: { 'bosattning.anvisad': { guard: 'inomTidForMottagande', target: 'vantarPaUnderlag' } },
                },
              },
            },
          },
        },
        // 2016:39 10 a §: it may be replaced, also in the next calendar year. Nobody has to.
        oanvandAnvisning: {
          meta: { dormant: true, wakes: ['bosattning.anvisad', 'bosattning.boende.ordnat'] },
          on: {
            'bosattning.anvisad': { guard: 'inomTidForMottagande', target: 'anvisad', actions: 'noteraDag' },
            'bosattning.boende.ordnat': { guard: 'utanAnvisning', target: 'vantarPaForstaKontakt' },
          },
        },
        // Kin: no authority tells the municipality. The first trace is the registration, or that the person comes to sfi.
        okandForKommunen: {
          meta: {
            dormant: true,
            wakes: ['folkbokforing.registrerad', 'sfi.anmald', 'arbetssokande.inskriven', 'bosattning.mottagen'],
          },
          on: {
            'folkbokforing.registrerad': 'vantarPaForstaKontakt',
            'sfi.anmald': 'vantarPaForstaKontakt',
            'arbetssokande.inskriven': '#bosattning.bosatt',
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
          on: { 'arbetssokande.inskriven': '#bosattning.bosatt' },
        },
      },
    },
    bosatt: { type: 'final' },
    tillstandetUpphorde: { type: 'final' },
  },
});
