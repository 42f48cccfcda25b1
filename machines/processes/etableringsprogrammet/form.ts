/** What the machine of etableringsprogrammet may test and note: its facts, guards and actions. */
import { assertEvent, assign, setup } from 'xstate';
import { type FactEvent, limit, type Meta, type TimeFactEvent } from '../../grammar/index.js';
import type { facts as settlementFacts } from '../bosattning/facts.js';
import type { facts as registrationFacts } from '../folkbokforing/facts.js';
import type { facts as intensiveFacts } from '../intensivar/facts.js';
import type { facts as permitFacts } from '../uppehallstillstand/facts.js';
import type { facts as educationFacts } from '../utbildningsplikt/facts.js';
import type { facts } from './facts.js';
import { ankare, bokfor, dates, type Programtid } from './programtid.js';

type Facts = typeof facts &
  typeof permitFacts &
  Pick<typeof settlementFacts, 'bosattning.mottagen'> &
  Pick<typeof registrationFacts, 'folkbokforing.registrerad'> &
  Pick<typeof intensiveFacts, 'intensivar.paborjat'> &
  Pick<typeof educationFacts, 'utbildning.paborjad'>;

type TimeFacts =
  | 'fonstret.stangt'
  | 'programtiden.forbrukad'
  | 'aldersgransen.nadd'
  | 'franvarogransen.passerad'
  | 'aterkomstfristen.passerad'
  | 'karenstiden.slut';

const helt = (data: object): boolean =>
  !('omfattning' in data) || data.omfattning === undefined || data.omfattning === 100;

export const form = setup({
  types: {
    context: {} as Programtid,
    events: {} as FactEvent<Facts> | TimeFactEvent<TimeFacts>,
    meta: {} as Meta,
  },
  guards: {
    // 2017:820 15 §: 24 months of activities within 36 months. It stands on every fact that places a person in the
    // programme, returns them to it, changes the extent or starts a programme activity.
    inomProgramtiden: limit(dates, { through: ['fonsterslut', 'programtidsslut'] }),
    // 2017:584 1 §: has turned 20 and not reached the upper age. The window is a condition for being placed at all.
    farAnvisas: limit(dates, { through: ['fonsterslut', 'aldersgrans'], after: ['underNedreAldersgrans'] }),
    inomAterkomstfristen: limit(dates, { through: ['aterkomstfrist'] }),
    omfattas: ({ event }) => 'omfattas' in event.data && event.data.omfattas,
    omfattasInte: ({ event }) => 'omfattas' in event.data && !event.data.omfattas,
    // After a way back the ledger and the plan continue (20 and 22 §§); without a plan the mapping comes first.
    inomProgramtidenMedPlan: limit(dates, { through: ['fonsterslut'] }, ({ context }) => context.plan !== null),
    inomProgramtidenUtanPlan: limit(dates, { through: ['fonsterslut'] }, ({ context }) => context.plan === null),
    sjukPaHeltid: ({ event }) => helt(event.data) && 'skal' in event.data && event.data.skal === 'sjuk',
    annanFranvaroPaHeltid: ({ event }) => helt(event.data) && 'skal' in event.data && event.data.skal !== 'sjuk',
    delvisFranvaro: ({ event }) => !helt(event.data),
    delvisFranvarande: ({ context }) => context.delvisFranvarande,
    // 22 §: a way back exists after recall on grounds 1 and 3, not on ground 2.
    utanVagTillbaka: ({ event }) => 'grund' in event.data && event.data.grund === '21 § 2',
    medVagTillbaka: ({ event }) => 'grund' in event.data && event.data.grund !== '21 § 2',
  },
  actions: {
    noteraTillstand: assign(({ event }) => {
      assertEvent(event, 'uppehallstillstand.beviljat');
      return { fodd: event.data.fodd, asylboende: event.data.asylboende === true };
    }),
    noteraMottagen: assign(({ context, event }) => {
      const c = { ...context, mottagen: context.mottagen ?? event.on };
      return { mottagen: c.mottagen, ankare: ankare(c, event.law) };
    }),
    noteraFolkbokford: assign(({ context, event }) => {
      const c = { ...context, folkbokford: context.folkbokford ?? event.on };
      return { folkbokford: c.folkbokford, ankare: ankare(c, event.law) };
    }),
    noteraAnvisning: assign(({ context, event }) => {
      assertEvent(event, 'programanvisning.beslutad');
      return { anvisad: context.anvisad ?? event.on, ...bokfor(context, event, event.data.omfattning) };
    }),
    noteraPlan: assign(({ context, event }) => (context.plan ? {} : { plan: event.on, sedan: event.on, forbrukat: 0 })),
    andraOmfattning: assign(({ context, event }) => {
      assertEvent(event, 'omfattning.andrad');
      return bokfor(context, event, event.data.omfattning);
    }),
    lamna: assign(({ context, event }) => ({
      ...bokfor(context, event, 0),
      franvaroSedan: null,
      delvisFranvarande: false,
    })),
    noteraAterkallelse: assign(({ context, event }) => ({ ...bokfor(context, event, 0), aterkallad: event.on })),
    aterintrada: assign(({ context, event }) => {
      assertEvent(event, 'aterintrade.skett');
      return bokfor(context, event, event.data.omfattning ?? context.beslutad);
    }),
    noteraInskriven: assign({ inskriven: ({ event }) => event.on }),
    noteraFranvaro: assign({ franvaroSedan: ({ event }) => event.on }),
    avslutaFranvaro: assign({ franvaroSedan: null, delvisFranvarande: false }),
    noteraDelvisFranvaro: assign({ delvisFranvarande: true }),
  },
});
