/** What the machine of samhällsorientering may test and note, and the dates it reckons with. */
import { assign, setup } from 'xstate';
import {
  type DateFunction,
  type Dates,
  type FactEvent,
  type Law,
  limit,
  type Meta,
  type PlainDate,
  refusing,
  type TimeFactEvent,
} from '../../grammar/index.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import type { facts as registrationFacts } from '../folkbokforing/facts.js';
import type { facts as permitFacts } from '../uppehallstillstand/facts.js';
import type { facts } from './facts.js';

interface Context {
  fodd: PlainDate | null;
  folkbokford: PlainDate | null;
}

type Facts = typeof facts &
  typeof permitFacts &
  Pick<typeof registrationFacts, 'folkbokforing.registrerad'> &
  Pick<typeof programmeFacts, 'handlingsplan.upprattad'>;

type TimeFacts =
  | 'skyldigheten.upphord'
  | 'skyldighetsslutet.narmar'
  | 'samhallsorienteringsaldern.nadd'
  | 'samhallsorienteringsaldern.passerad';

/** 2013:156 1 a §: the last day before a birthday. */
const foreFodelsedagen =
  (value: 'lowerAge' | 'upperAge'): DateFunction<Context> =>
  ({ fodd }, law) =>
    fodd
      ? law.reckon(fodd, '2013:156 1 a §', value, { kind: 'entitlement', input: 'fodd', born: fodd }, (years) =>
          law.calendar.dayBefore(law.calendar.addMonths(fodd, years * 12)),
        )
      : undefined;

/** 2013:156 4 §: the municipality's duty to offer ends this long after the first folkbokföring in a municipality. */
const skyldighetsslut: DateFunction<Context> = ({ folkbokford }, law) =>
  folkbokford
    ? law.through(folkbokford, '2013:156 4 §', 'dutyYears', {
        kind: 'entitlement',
        input: 'folkbokforing.registrerad',
      })
    : undefined;

export const dates: Dates<Context> = {
  skyldighetsslut,
  // The law says only «as soon as possible» and when the duty ends; how early the end is brought up is Etapp's own.
  dagForeSlutskedet: (c, law) => {
    const slut = skyldighetsslut(c, law);
    if (!slut) return undefined;
    const { amount, rule } = law.number('0000:1 38 §', 'lead');
    const date = law.calendar.addMonths(slut.date, -amount);
    return { ...slut, date, rules: [...slut.rules, rule], inputs: { ...slut.inputs, skyldighetsslut: slut.date } };
  },
  underLagstaAldern: foreFodelsedagen('lowerAge'),
  sistaDagFore: foreFodelsedagen('upperAge'),
};

export const form = setup({
  types: {
    context: {} as Context,
    events: {} as FactEvent<Facts> | TimeFactEvent<TimeFacts>,
    meta: {} as Meta,
  },
  actions: {
    noteraFodd: assign({ fodd: ({ context, event }) => ('fodd' in event.data ? event.data.fodd : context.fodd) }),
    noteraFolkbokford: assign({ folkbokford: ({ event }) => event.on }),
  },
  guards: {
    harAldern: limit(dates, { after: ['underLagstaAldern'] }),
    // 2010:1138 5 §: at least this many hours.
    tillrackligtManga: refusing(
      ({ event }: { event: { data: object; law: Law } }) =>
        'timmar' in event.data && Number(event.data.timmar) >= event.law.number('2010:1138 5 §', 'hours').amount,
    ),
  },
});
