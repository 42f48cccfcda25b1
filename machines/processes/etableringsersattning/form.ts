/** What the machine of etableringsersattning may test and note: its facts, dates, guards and actions. */
import { assign, setup } from 'xstate';
import type { Dates, FactEvent, Meta, PlainDate, TimeFactEvent } from '../../grammar/index.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import { type Bakat, ingenManad, nastaManad, sistaDagUtanForlust } from './bakat.js';
import type { facts } from './facts.js';

export interface Ersattning extends Bakat {
  /** Where the person is while Försäkringskassan decides: in the programme, out with a way back, or out for good. */
  ute: 'uppehall' | 'slut' | null;
  /** First day of the present illness. */
  sjukSedan: PlainDate | null;
}

export const ingenErsattning: Ersattning = { ...ingenManad, ute: null, sjukSedan: null };

type Facts = typeof facts &
  Pick<
    typeof programmeFacts,
    | 'programanvisning.beslutad'
    | 'handlingsplan.upprattad'
    | 'franvaro.paborjad'
    | 'franvaro.avslutad'
    | 'utskrivning.beslutad'
    | 'aterintrade.skett'
    | 'aterkallelse.beslutad'
    | 'program.avslutat'
  >;

type TimeFacts =
  | 'fonstret.stangt'
  | 'programtiden.forbrukad'
  | 'aldersgransen.nadd'
  | 'aterkomstfristen.passerad'
  | 'ersattningsmanaden.slut'
  | 'ersattningsmanaden.forlorad'
  | 'intygsgransen.passerad';

export const dates: Dates<Ersattning> = {
  ansokanUtanForlust: sistaDagUtanForlust,
  // 2017:819 10 kap. 9 §: paid in arrears, month by month, so a month is applied for when it has ended.
  manadsslut: ({ manad }, law) =>
    manad
      ? {
          date: law.calendar.lastOfMonth(manad),
          kind: 'entitlement',
          certainty: 'settled',
          rules: [],
          inputs: { manad },
        }
      : undefined,
  // 2017:819 4 kap. 2 §: a certificate after day seven, and the first sick day is day one. The wording before 2022:21
  // has not been read, so a period of illness that began under it gets no date.
  sistaDagUtanIntyg: ({ sjukSedan }, law) =>
    sjukSedan &&
    law.is('2017:819 4 kap. 2 §', 'certificate') &&
    sjukSedan >= law.number('2017:819 4 kap. 2 §', 'certificateAfter').rule.since
      ? law.reckon(
          sjukSedan,
          '2017:819 4 kap. 2 §',
          'certificateAfter',
          { kind: 'entitlement', input: 'franvaro.paborjad' },
          (days) => law.calendar.addDays(law.calendar.dayBefore(sjukSedan), days),
        )
      : undefined,
};

export const form = setup({
  types: {
    context: {} as Ersattning,
    events: {} as FactEvent<Facts> | TimeFactEvent<TimeFacts>,
    meta: {} as Meta,
  },
  actions: {
    noteraStart: assign({ manad: ({ event }) => event.on, forlorade: 0, ute: null }),
    // What came before the plan was mapping; the month of the plan is the first that can be lost.
    noteraPlan: assign(({ context, event }) => (context.medPlan ? {} : { medPlan: true, manad: event.on })),
    noteraManad: assign({ manad: ({ event }) => event.on }),
    forloraManad: assign(({ context, event }) => nastaManad(context, event.law)),
    noteraUppehall: assign({ ute: 'uppehall' }),
    noteraSlut: assign({ ute: 'slut' }),
    noteraSjuk: assign({ sjukSedan: ({ event }) => event.on }),
  },
  guards: {
    bifall: ({ event }) => 'bifall' in event.data && event.data.bifall,
    avslag: ({ event }) => 'bifall' in event.data && !event.data.bifall,
    // 2017:820 22 §: a way back exists after recall on grounds 1 and 3, not on ground 2.
    utanVagTillbaka: ({ event }) => 'grund' in event.data && event.data.grund === '21 § 2',
    medVagTillbaka: ({ event }) => 'grund' in event.data && event.data.grund !== '21 § 2',
    efterSlut: ({ context }) => context.ute === 'slut',
    underUppehall: ({ context }) => context.ute === 'uppehall',
    sjuk: ({ event }) => 'skal' in event.data && event.data.skal === 'sjuk',
    annatAnSjuk: ({ event }) => 'skal' in event.data && event.data.skal !== 'sjuk',
  },
});
