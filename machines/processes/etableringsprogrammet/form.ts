/** What the machine of etableringsprogrammet may test and note: its facts, guards and actions. */
import { assertEvent, assign, setup } from 'xstate';
import type { FactEvent, Meta, PlainDate, TimeFactEvent } from '../../grammar/index.js';
import type { facts as settlementFacts } from '../bosattning/facts.js';
import type { facts as registrationFacts } from '../folkbokforing/facts.js';
import type { facts as activityFacts } from '../insats/facts.js';
import type { facts as intensiveFacts } from '../intensivar/facts.js';
import type { facts as permitFacts } from '../uppehallstillstand/facts.js';
import type { facts as educationFacts } from '../utbildningsplikt/facts.js';
import type { facts } from './facts.js';
import { guards } from './guards.js';
import { medHindret, utanHindret } from './hinder.js';
import { fran, type Lage, utanFranvaro } from './liggare.js';
import { ankare, type Programtid } from './programtid.js';

type Facts = typeof facts &
  typeof permitFacts &
  Pick<typeof settlementFacts, 'bosattning.mottagen'> &
  Pick<typeof registrationFacts, 'folkbokforing.registrerad'> &
  Pick<typeof intensiveFacts, 'intensivar.paborjat'> &
  Pick<typeof educationFacts, 'utbildning.paborjad'> &
  Pick<typeof activityFacts, 'insats.paborjad'>;

type TimeFacts =
  | 'fonstret.stangt'
  | 'programtiden.forbrukad'
  | 'programslutet.narmar'
  | 'aldersgransen.nadd'
  | 'franvarogransen.passerad'
  | 'aterkomstfristen.passerad'
  | 'karenstiden.slut';

/** Nothing that belongs to one absence outlives it. */
const ingenFranvaro = { franvaroSedan: null, sjuk: false, delvisFranvarande: false };

/** Out of the programme from the day. The extent that was decided is remembered for a re-entry. */
const ute = (c: Programtid, on: PlainDate, lage: Lage) => ({
  ...ingenFranvaro,
  ...fran(c, on, { lage, omfattning: 0, ...utanFranvaro }),
});

/** In the programme from the day, or still in it, with this extent. */
const inne = (c: Programtid, on: PlainDate, omfattning: number) => ({
  beslutad: omfattning,
  ...fran(c, on, { lage: c.plan ? 'deltar' : 'kartlaggning', omfattning }),
});

/** How somebody who leaves the programme stands to it, by what made them leave. */
const lageEfter: Partial<Record<string, Lage>> = {
  'fonstret.stangt': 'fonstret-stangt',
  'programtiden.forbrukad': 'tiden-forbrukad',
  'program.avslutat': 'avslutad',
};

/** Absence in percent of full time. */
const HELT = 100;

export const form = setup({
  types: {
    context: {} as Programtid,
    events: {} as FactEvent<Facts> | TimeFactEvent<TimeFacts>,
    meta: {} as Meta,
  },
  guards,
  actions: {
    noteraTillstand: assign(({ event }) => {
      assertEvent(event, 'uppehallstillstand.beviljat');
      const asylboende = event.data.asylboende === true;
      return { fodd: event.data.fodd, asylboende, hinder: asylboende ? (['asylboende'] as const) : null };
    }),
    // 2017:820 5 § 5: whoever is received in a municipality has left Migrationsverket's accommodation.
    noteraMottagen: assign(({ context, event }) => {
      const c = { ...context, mottagen: context.mottagen ?? event.on };
      return { mottagen: c.mottagen, ankare: ankare(c, event.law), hinder: utanHindret(c.hinder, 'asylboende') };
    }),
    noteraFolkbokford: assign(({ context, event }) => {
      const c = { ...context, folkbokford: context.folkbokford ?? event.on };
      return { folkbokford: c.folkbokford, ankare: ankare(c, event.law) };
    }),
    noteraHinder: assign(({ context, event }) => {
      assertEvent(event, 'hinder.uppkommit');
      const { hinder } = event.data;
      const asylboende = context.asylboende || (hinder === 'asylboende' && context.folkbokford === null);
      return { hinder: medHindret(context.hinder, hinder), asylboende };
    }),
    // 2017:820 15 § 2 st asks where the person lived when first registered, so leaving the accommodation before that day
    // brings the main rule back; leaving it afterwards changes nothing.
    avslutaHinder: assign(({ context, event }) => {
      assertEvent(event, 'hinder.upphort');
      const { hinder } = event.data;
      const asylboende = context.asylboende && (hinder !== 'asylboende' || context.folkbokford !== null);
      return { hinder: utanHindret(context.hinder, hinder), asylboende };
    }),
    noteraMalgrupp: assign({ malgruppProvad: true }),
    // 2017:820 7 §: full time when nothing else is decided.
    noteraAnvisning: assign(({ context, event }) => {
      assertEvent(event, 'programanvisning.beslutad');
      const omfattning = event.data.omfattning ?? event.law.number('2017:820 7 §', 'extent').amount;
      return { anvisad: context.anvisad ?? event.on, hinder: null, ...inne(context, event.on, omfattning) };
    }),
    noteraPlan: assign(({ context, event }) =>
      context.plan ? {} : { plan: event.on, ...fran(context, event.on, { lage: 'deltar' }) },
    ),
    andraOmfattning: assign(({ context, event }) => {
      assertEvent(event, 'omfattning.andrad');
      return inne(context, event.on, event.data.omfattning);
    }),
    lamna: assign(({ context, event }) => ute(context, event.on, lageEfter[event.type] ?? 'utskriven')),
    noteraAterkallelse: assign(({ context, event }) => ({
      ...ute(context, event.on, 'aterkallad'),
      aterkallad: event.on,
    })),
    aterintrada: assign(({ context, event }) => {
      assertEvent(event, 'aterintrade.skett');
      return { hinder: null, ...inne(context, event.on, event.data.omfattning ?? context.beslutad) };
    }),
    noteraInskriven: assign({ inskriven: ({ event }) => event.on }),
    // A full-time absence takes the place of one in part time.
    noteraSjukfranvaro: assign(({ context, event }) => ({
      ...ingenFranvaro,
      franvaroSedan: event.on,
      sjuk: true,
      ...fran(context, event.on, { franvaro: HELT, skal: 'sjuk' }),
    })),
    noteraFranvaro: assign(({ context, event }) => {
      assertEvent(event, 'franvaro.paborjad');
      const { skal } = event.data;
      return { ...ingenFranvaro, franvaroSedan: event.on, ...fran(context, event.on, { franvaro: HELT, skal }) };
    }),
    avslutaFranvaro: assign(({ context, event }) => ({ ...ingenFranvaro, ...fran(context, event.on, utanFranvaro) })),
    // Nobody follows the absence any more. For the ledger it lasts until the person has left the programme.
    glomFranvaro: assign(ingenFranvaro),
    noteraDelvisFranvaro: assign(({ context, event }) => {
      assertEvent(event, 'franvaro.paborjad');
      const { skal, omfattning = HELT } = event.data;
      return { delvisFranvarande: true, ...fran(context, event.on, { franvaro: omfattning, skal }) };
    }),
    noteraFamiljedagar: assign(({ context, event }) => {
      assertEvent(event, 'familjeledighet.godkand');
      const { dagar } = event.data;
      return {
        familjedagar: context.familjedagar + dagar,
        ledigheter: [...context.ledigheter, { fran: event.on, dagar }],
      };
    }),
    noteraOverlamning: assign({ overlamningPlanerad: true }),
  },
});
