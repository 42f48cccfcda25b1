/** What the machine of anpassning may hear, test and note. */
import { assign, setup } from 'xstate';
import type { Dates, FactEvent, Meta, PlainDate, TimeFactEvent } from '../../grammar/index.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import type { facts } from './facts.js';

type Facts = typeof facts &
  Pick<
    typeof programmeFacts,
    | 'anpassning.provad'
    | 'arbetssokande.inskriven'
    | 'aterintrade.skett'
    | 'aterkallelse.beslutad'
    | 'franvaro.avslutad'
    | 'omfattning.andrad'
    | 'program.avslutat'
    | 'programanvisning.beslutad'
    | 'utskrivning.beslutad'
  >;

export interface Meddelande {
  /** The day on which the other party was told of the interruption. */
  meddelat: PlainDate | null;
}

export const dates: Dates<Meddelande> = {
  // R10: somebody who sends wants to know that it came. The number is practice; the parties may set their own.
  bekraftelsedag: ({ meddelat }, law) =>
    meddelat
      ? law.reckon(meddelat, '0000:1 33 §', 'acknowledge', { kind: 'entitlement', input: 'avbrott.meddelat' }, (days) =>
          law.calendar.nthWeekday(law.calendar.addDays(meddelat, 1), days),
        )
      : undefined,
};

const slag = (data: object) => ('skal' in data ? data.skal : undefined);

export const form = setup({
  types: {
    context: {} as Meddelande,
    events: {} as FactEvent<Facts> | TimeFactEvent<'fonstret.stangt' | 'programtiden.forbrukad'>,
    meta: {} as Meta,
  },
  guards: {
    // 2017:820 8 § 1 and 9 §: less than full time because illness or disability reduces the ability to work.
    anpassadOmfattning: ({ event }) => slag(event.data) === 'sjuk' || slag(event.data) === 'nedsatt-formaga',
    anpassningenFortsatter: ({ event }) => 'utfall' in event.data && event.data.utfall === 'fortsatter',
    anpassningenAndras: ({ event }) => 'utfall' in event.data && event.data.utfall === 'andras',
  },
  actions: { noteraMeddelat: assign({ meddelat: ({ event }) => event.on }) },
});
