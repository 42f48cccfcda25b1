/** What the machine of the agreement may test and note: its facts, guards, actions and dates. */
import { assertEvent, assign, setup } from 'xstate';
import {
  type Dates,
  type FactEvent,
  type Meta,
  type PlainDate,
  refusing,
  type TimeFactEvent,
} from '../../grammar/index.js';
import { type Arshjul, dagFor, forstaAret, nastaAret, oskrivet, type Post } from './arshjul.js';
import type { facts } from './facts.js';

export interface Overenskommelse extends Arshjul {
  /** The first and the last day on which it applies; no last day while none is set. */
  borjan: PlainDate | null;
  slut: PlainDate | null;
  uppsagd: boolean;
  /** The agreement above has changed, and nobody has considered it yet. */
  ovanforAndrad: boolean;
}

export const ingenOverenskommelse: Overenskommelse = {
  ...oskrivet,
  borjan: null,
  slut: null,
  uppsagd: false,
  ovanforAndrad: false,
};

export const dates: Dates<Overenskommelse> = {
  // A time fact belongs to the day after its date, so the first day comes of the day before it.
  dagenForeBorjan: ({ borjan }, { calendar }) => avtalad('fran', borjan, borjan && calendar.dayBefore(borjan)),
  giltighetensSlut: ({ slut }) => avtalad('till', slut, slut),
  fortsattningsdag: ({ slut }, law) =>
    slut
      ? law.reckon(slut, '0000:1 45 §', 'lead', { kind: 'entitlement', input: 'till' }, (months) =>
          law.calendar.addMonths(slut, -months),
        )
      : undefined,
  statistikdag: dagFor('statistik'),
  hostuppfoljningsdag: dagFor('hostuppfoljning'),
  varuppfoljningsdag: dagFor('varuppfoljning'),
  revideringsdag: dagFor('revidering'),
};

/** A day that the parties have written into the agreement. */
const avtalad = (input: string, written: PlainDate | null, day: PlainDate | null) =>
  written && day
    ? {
        date: day,
        kind: 'entitlement' as const,
        certainty: 'settled' as const,
        rules: [],
        inputs: { [input]: written },
      }
    : undefined;

type Events =
  FactEvent<typeof facts> | TimeFactEvent<'giltigheten.paborjad' | 'fortsattningsfragan.vackt' | 'giltigheten.slut'>;

interface Args {
  context: Overenskommelse;
  event: Events;
}

/** A signed agreement does not end before it begins. */
const slutarEfterBorjan = (event: Events): boolean =>
  event.type === 'overenskommelse.undertecknad' &&
  (event.data.till === undefined || event.data.fran <= event.data.till);

const revideras = ({ event }: Args): boolean => 'revideras' in event.data && event.data.revideras;

const medAret =
  (post: Post, year: typeof forstaAret) =>
  ({ context, event: { on, law } }: Args) => ({ ar: { ...context.ar, [post]: year(post, context, on, law) } });

export const form = setup({
  types: { context: {} as Overenskommelse, events: {} as Events, meta: {} as Meta },
  guards: {
    gallerGenast: refusing(
      ({ event }: Args) =>
        event.type === 'overenskommelse.undertecknad' && slutarEfterBorjan(event) && event.data.fran <= event.on,
    ),
    gallerSenare: refusing(
      ({ event }: Args) =>
        event.type === 'overenskommelse.undertecknad' && slutarEfterBorjan(event) && event.data.fran > event.on,
    ),
    revideras: (args) => revideras(args),
    // Only what has changed can be considered: unless it is awaited, the fact is refused by the region beside as well.
    reviderasEfterProvning: (args) => revideras(args) && args.context.ovanforAndrad,
    medKvartalsrapport: ({ event }) => event.type === 'arshjul.bestamt' && event.data.kvartalsrapport === true,
    utanKvartalsrapport: ({ event }) => event.type === 'arshjul.bestamt' && event.data.kvartalsrapport === false,
    kvartalsrapportSomForut: ({ event }) =>
      event.type === 'arshjul.bestamt' && event.data.kvartalsrapport === undefined,
    // What has no end cannot be prolonged, and a new end is later than the old one.
    forlangs: refusing(
      ({ context, event }: Args) =>
        event.type === 'overenskommelse.forlangd' &&
        context.slut !== null &&
        (event.data.till === undefined || event.data.till > context.slut),
    ),
    upphorInteFore: refusing(
      ({ event }: Args) => event.type === 'overenskommelse.uppsagd' && event.data.upphor >= event.on,
    ),
    arUppsagd: ({ context }) => context.uppsagd,
    inteUppsagd: ({ context }) => !context.uppsagd,
  },
  actions: {
    noteraGiltighet: assign(({ event }) => {
      assertEvent(event, 'overenskommelse.undertecknad');
      return { borjan: event.data.fran, slut: event.data.till ?? null };
    }),
    noteraForsta: assign(({ context, event: { on, law } }) => ({
      ar: {
        statistik: forstaAret('statistik', context, on, law),
        hostuppfoljning: forstaAret('hostuppfoljning', context, on, law),
        varuppfoljning: forstaAret('varuppfoljning', context, on, law),
      },
    })),
    noteraArshjul: assign(({ context, event }) => {
      assertEvent(event, 'arshjul.bestamt');
      const { kvartalsrapport: _, ...manader } = event.data;
      return { manader: { ...context.manader, ...manader } };
    }),
    noteraStatistik: assign(medAret('statistik', nastaAret)),
    noteraHostuppfoljning: assign(medAret('hostuppfoljning', nastaAret)),
    noteraVaruppfoljning: assign(medAret('varuppfoljning', nastaAret)),
    noteraRevidering: assign(medAret('revidering', forstaAret)),
    noteraAndringOvanfor: assign({ ovanforAndrad: true }),
    noteraProvning: assign({ ovanforAndrad: false }),
    noteraForlangning: assign(({ event }) => {
      assertEvent(event, 'overenskommelse.forlangd');
      return { slut: event.data.till ?? null };
    }),
    noteraUppsagning: assign(({ event }) => {
      assertEvent(event, 'overenskommelse.uppsagd');
      return { slut: event.data.upphor, uppsagd: true };
    }),
  },
});
