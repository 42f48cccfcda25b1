/** What the machine of omprovning may test and note: its facts, dates, guards and actions. */
import { assign, setup } from 'xstate';
import {
  type Dates,
  type FactEvent,
  limit,
  type Meta,
  type PlainDate,
  type TimeFactEvent,
} from '../../grammar/index.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import type { facts } from './facts.js';

export interface Context {
  delgivet: PlainDate | null;
  omprovningDelgiven: PlainDate | null;
  /** The decision is a warning or a suspension, so 2017:819 11 kap. rules and not 2017:820 28–29 §§. */
  omAtgard: boolean;
  /** The decision is of a kind that may be appealed when it has been reconsidered (29 §). */
  overklagbart: boolean;
  /** The programme has ended: when this right has, so has the process. */
  slut: boolean;
}

type Facts = typeof facts &
  Pick<typeof programmeFacts, 'utskrivning.beslutad' | 'aterkallelse.beslutad' | 'program.avslutat'>;

type TimeFacts = 'omprovningsfristen.passerad' | 'overklagandefristen.passerad' | 'aterkomstfristen.passerad';

// 2017:820 29 §: decisions under 18, 20 and 21 §§. Assignment, extent, content and reckoned time can only be reconsidered.
// 2017:819 11 kap.: decisions on a warning or a suspension may be taken to court when they have been reconsidered.
const atgarder: readonly string[] = ['varning', 'avstangning'];
const gallerAtgard = (data: object): boolean => 'beslut' in data && atgarder.includes(String(data.beslut));
const overklagbara: readonly string[] = ['utskrivning', 'aterintrade', 'aterkallelse', ...atgarder];

export const dates: Dates<Context> = {
  // 2017:820 28 §, and for warning and suspension 2017:819 11 kap.: the request must have come in within the time, counted
  // from the day of service. An act, so it rolls over.
  omprovningsfrist: ({ delgivet, omAtgard }, law) =>
    delgivet ? law.within(delgivet, omAtgard ? '2017:819 11 kap.' : '2017:820 28 §', 'beslut.delgivet') : undefined,
  overklagandefrist: ({ omprovningDelgiven }, law) =>
    omprovningDelgiven && law.inForce('2017:900 44 §')
      ? law.within(omprovningDelgiven, '2017:900 44 §', 'omprovning.delgiven')
      : undefined,
};

export const form = setup({
  types: { context: {} as Context, events: {} as FactEvent<Facts> | TimeFactEvent<TimeFacts>, meta: {} as Meta },
  actions: {
    // 2017:820 22 §: after recall on ground 2 there is no way back, so nothing follows this decision.
    noteraBeslut: assign({
      slut: ({ context, event }) => context.slut || ('grund' in event.data && event.data.grund === '21 § 2'),
    }),
    noteraDelgivning: assign({
      delgivet: ({ event }) => event.on,
      omAtgard: ({ event }) => gallerAtgard(event.data),
      overklagbart: ({ event }) => 'beslut' in event.data && overklagbara.includes(event.data.beslut),
    }),
    noteraOmprovningDelgiven: assign({ omprovningDelgiven: ({ event }) => event.on }),
    noteraSlut: assign({ slut: true }),
  },
  guards: {
    inomOmprovningsfristen: limit(dates, { through: ['omprovningsfrist'] }),
    inomOverklagandefristen: limit(dates, { through: ['overklagandefrist'] }),
    // A decision that stands, of a kind that a court may try.
    kanOverklagas: ({ context, event }) => context.overklagbart && 'andrat' in event.data && !event.data.andrat,
    efterSlut: ({ context }) => context.slut,
    delgivenAtgard: ({ event }) => gallerAtgard(event.data),
    omprovadAtgard: ({ context }) => context.omAtgard,
  },
});
