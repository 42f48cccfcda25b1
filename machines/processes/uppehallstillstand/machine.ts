/** The permit: granted, extended in time or expired, rejected and with legal force (2017:584 1–3 §§). */
import { assign, setup } from 'xstate';
import type { Dates, FactEvent, Meta, PlainDate, TimeFactEvent } from '../../grammar/index.js';
import type { facts } from './facts.js';
import { anhorigUtanfor2, grundEnligt1, sexarsgrans } from './krets.js';

interface Context {
  gallerTill: PlainDate | null;
  /** The person to whom the tie is, first received in a municipality. */
  anknytningMottagen: PlainDate | null;
  /** The extension applied for, and the request that the case be decided (2017:900 12 §). */
  sokt: PlainDate | null;
  begart: PlainDate | null;
  /** The day the person had the rejection. */
  delgivet: PlainDate | null;
}

export const dates: Dates<Context> = {
  // 2017:584 3 §: the act goes on applying to those who apply for a new permit while the old one is valid.
  tillstandsslut: ({ gallerTill }) =>
    gallerTill
      ? {
          date: gallerTill,
          kind: 'entitlement',
          certainty: 'settled',
          rules: [],
          inputs: { 'galler-till': gallerTill },
        }
      : undefined,
  // 2017:900 12 §: the person may ask when six months have passed since the application, and is answered within four weeks.
  sexManaderFranAnsokan: ({ sokt }, law) =>
    sokt && law.inForce('2017:900 12 §')
      ? law.through(sokt, '2017:900 12 §', 'requestAfter', {
          kind: 'entitlement',
          input: 'uppehallstillstand.forlangning.sokt',
        })
      : undefined,
  sistaSvarsdag: ({ begart }, law) =>
    begart && law.inForce('2017:900 12 §')
      ? law.through(begart, '2017:900 12 §', 'answerWithin', {
          kind: 'action',
          input: 'uppehallstillstand.avgorande.begart',
        })
      : undefined,
  // 2017:900 44 §: an appeal comes in within three weeks from the day the person had the decision. The Aliens Act gives the
  // right to appeal (2005:716 14 kap. 3 §) and no other time for it.
  sistaOverklagandedag: ({ delgivet }, law) =>
    delgivet && law.inForce('2017:900 44 §')
      ? law.within(delgivet, '2017:900 44 §', 'uppehallstillstand.avslag.delgivet')
      : undefined,
  sistaDagForAnhorigansokan: ({ anknytningMottagen }, law) =>
    anknytningMottagen ? sexarsgrans(anknytningMottagen, law) : undefined,
};

type TimeFacts =
  'tillstandet.utgatt' | 'uppehallstillstand.sexmanader.passerade' | 'uppehallstillstand.overklagandetid.utgangen';

type Event = FactEvent<typeof facts> | TimeFactEvent<TimeFacts>;

const slutdag = (event: Event): PlainDate | undefined =>
  'galler-till' in event.data ? event.data['galler-till'] : undefined;

// 2017:584 1 and 2 §§: only what is told can place somebody outside. A relative of whom nothing is told stays inside,
// since Arbetsförmedlingen examines who is covered.
const utanfor = (event: Event): boolean =>
  'grund' in event.data && !grundEnligt1(event.data.grund, event.law) && anhorigUtanfor2(event.data, event.law);

export const machine = setup({
  types: { context: {} as Context, events: {} as Event, meta: {} as Meta },
  actions: {
    noteraTid: assign({
      gallerTill: ({ context, event }) =>
        event.type.startsWith('uppehallstillstand.') ? (slutdag(event) ?? null) : context.gallerTill,
      anknytningMottagen: ({ context, event }) =>
        'grund' in event.data ? (event.data['anknytning-mottagen'] ?? null) : context.anknytningMottagen,
    }),
    noteraAnsokan: assign({ sokt: ({ event }) => event.on, begart: null }),
    noteraBegaran: assign({ begart: ({ event }) => event.on }),
    noteraDelgivning: assign({ delgivet: ({ event }) => event.on }),
  },
  guards: {
    tidsbegransat: ({ event }) => !utanfor(event) && slutdag(event) !== undefined,
    utanTidsgrans: ({ event }) => !utanfor(event) && slutdag(event) === undefined,
    utanforKretsen: ({ event }) => utanfor(event),
  },
}).createMachine({
  id: 'uppehallstillstand',
  initial: 'vantarPaTillstand',
  context: { gallerTill: null, anknytningMottagen: null, sokt: null, begart: null, delgivet: null },
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
          { guard: 'utanTidsgrans', target: 'permanent', actions: 'noteraTid' },
          { guard: 'utanforKretsen', target: 'utanforLagen', actions: 'noteraTid' },
        ],
      },
    },
    // Outside the act nobody owes anything on its ground; a permit on another ground may come.
    utanforLagen: {
      meta: { dormant: true, wakes: ['uppehallstillstand.beviljat', 'uppehallstillstand.upphort'] },
      on: {
        'uppehallstillstand.beviljat': [
          { guard: 'tidsbegransat', target: 'vantarPaForlangning', actions: 'noteraTid' },
          { guard: 'utanTidsgrans', target: 'permanent', actions: 'noteraTid' },
        ],
        'uppehallstillstand.upphort': 'upphort',
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
        'uppehallstillstand.forlangning.sokt': { target: 'forlangningsprovning', actions: 'noteraAnsokan' },
        'tillstandet.utgatt': 'vantarPaBeskedOmTillstand',
        'uppehallstillstand.upphort': 'upphort',
      },
    },
    // 2017:584 3 §: applied for while the permit was valid, so the act goes on applying meanwhile.
    forlangningsprovning: {
      initial: 'vantarPaForlangningsbeslut',
      on: {
        'uppehallstillstand.forlangt': [
          { guard: 'tidsbegransat', target: 'vantarPaForlangning', actions: 'noteraTid' },
          { guard: 'utanTidsgrans', target: 'permanent', actions: 'noteraTid' },
        ],
        'uppehallstillstand.forlangning.avslagen': 'vantarPaDelgivning',
        'uppehallstillstand.upphort': 'upphort',
      },
      states: {
        vantarPaForlangningsbeslut: {
          meta: {
            owner: 'migrationsverket',
            basis: '2017:584 3 §',
            deadline: { promptly: '2017:900 9 §' },
            awaits: [
              'uppehallstillstand.forlangt',
              'uppehallstillstand.forlangning.avslagen',
              'uppehallstillstand.upphort',
            ],
            clock: { 'uppehallstillstand.sexmanader.passerade': 'sexManaderFranAnsokan' },
          },
          on: { 'uppehallstillstand.sexmanader.passerade': 'vantarPaForsenatForlangningsbeslut' },
        },
        // 2017:900 12 §: the person may now ask for a decision. Nobody has to, so it is still the authority that is awaited.
        vantarPaForsenatForlangningsbeslut: {
          meta: {
            owner: 'migrationsverket',
            basis: '2017:584 3 §',
            deadline: { promptly: '2017:900 9 §' },
            awaits: ['uppehallstillstand.forlangt', 'uppehallstillstand.forlangning.avslagen'],
          },
          on: { 'uppehallstillstand.avgorande.begart': { target: 'vantarPaSvarPaBegaran', actions: 'noteraBegaran' } },
        },
        vantarPaSvarPaBegaran: {
          meta: {
            owner: 'migrationsverket',
            basis: '2017:900 12 §',
            deadline: { by: 'sistaSvarsdag' },
            awaits: [
              'uppehallstillstand.forlangt',
              'uppehallstillstand.forlangning.avslagen',
              'uppehallstillstand.begaran.avslagen',
            ],
          },
          on: { 'uppehallstillstand.begaran.avslagen': 'vantarPaForlangningsbeslutEfterBegaran' },
        },
        // 2017:900 12 § 3 st: the person may ask once.
        vantarPaForlangningsbeslutEfterBegaran: {
          meta: {
            owner: 'migrationsverket',
            basis: '2017:584 3 §',
            deadline: { promptly: '2017:900 9 §' },
            awaits: ['uppehallstillstand.forlangt', 'uppehallstillstand.forlangning.avslagen'],
          },
        },
      },
    },
    // A rejection changes nothing yet: the act applies until it has gained legal force (2017:584 3 §).
    vantarPaDelgivning: {
      meta: {
        owner: 'migrationsverket',
        basis: '2017:900 33 §',
        deadline: { promptly: '2017:900 33 §' },
        awaits: ['uppehallstillstand.avslag.delgivet'],
      },
      on: {
        'uppehallstillstand.avslag.delgivet': { target: 'vantarPaOverklagande', actions: 'noteraDelgivning' },
        // Who appeals has had the decision, whether or not anybody has told the day.
        'uppehallstillstand.avslag.overklagat': 'overprovas',
        'uppehallstillstand.upphort': 'upphort',
      },
    },
    // A right and not a duty. It is shown because it ends on a day, and the cover of the act with it.
    vantarPaOverklagande: {
      meta: {
        owner: 'enskild',
        basis: '2017:900 44 §',
        deadline: { by: 'sistaOverklagandedag' },
        awaits: ['uppehallstillstand.avslag.overklagat'],
        clock: { 'uppehallstillstand.overklagandetid.utgangen': 'sistaOverklagandedag' },
      },
      on: {
        'uppehallstillstand.avslag.overklagat': 'overprovas',
        'uppehallstillstand.overklagandetid.utgangen': 'vantarPaBeskedOmLagaKraft',
        'uppehallstillstand.upphort': 'upphort',
      },
    },
    // The time has passed with no known appeal: the rejection should have legal force, and only the authority can say so.
    vantarPaBeskedOmLagaKraft: {
      meta: {
        owner: 'migrationsverket',
        basis: '2017:820 25 §',
        deadline: { none: true },
        awaits: ['uppehallstillstand.upphort'],
      },
      on: { 'uppehallstillstand.upphort': 'upphort' },
    },
    // 2005:716 14 kap. 3 §: a migration court examines the appeal. The courts are no party here, and the act applies until
    // they are done (2017:584 3 §).
    overprovas: {
      meta: { dormant: true, wakes: ['uppehallstillstand.forlangt', 'uppehallstillstand.upphort'] },
      on: {
        'uppehallstillstand.forlangt': [
          { guard: 'tidsbegransat', target: 'vantarPaForlangning', actions: 'noteraTid' },
          { guard: 'utanTidsgrans', target: 'permanent', actions: 'noteraTid' },
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
        'uppehallstillstand.forlangning.sokt': 'vantarPaBeslutPaSenAnsokan',
        'uppehallstillstand.upphort': 'upphort',
      },
    },
    // 2017:584 3 §: an application after the last day does not keep the act applying, but it is decided all the same.
    vantarPaBeslutPaSenAnsokan: {
      meta: {
        owner: 'migrationsverket',
        basis: '2017:900 9 §',
        deadline: { promptly: '2017:900 9 §' },
        awaits: [
          'uppehallstillstand.forlangt',
          'uppehallstillstand.forlangning.avslagen',
          'uppehallstillstand.upphort',
        ],
      },
      on: {
        'uppehallstillstand.forlangt': [
          { guard: 'tidsbegransat', target: 'vantarPaForlangning', actions: 'noteraTid' },
          { guard: 'utanTidsgrans', target: 'permanent', actions: 'noteraTid' },
        ],
        'uppehallstillstand.forlangning.avslagen': 'vantarPaBeskedOmTillstand',
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
