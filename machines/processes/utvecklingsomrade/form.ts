/** What the machine of a development area may test and note: its facts, guards, actions and date. */
import { assertEvent, assign, setup } from 'xstate';
import {
  type Dates,
  type FactEvent,
  type Meta,
  type PlainDate,
  refusing,
  type TimeFactEvent,
} from '../../grammar/index.js';
import type { facts as agreementFacts } from '../overenskommelse/facts.js';
import type { facts } from './facts.js';

interface Omrade {
  /** The last day of the time plan. */
  senast: PlainDate | null;
  agare: string | null;
}

export const ingetOmrade: Omrade = { senast: null, agare: null };

export const dates: Dates<Omrade> = {
  // The day stands in the agreement; it is not reckoned.
  tidplan: ({ senast }) =>
    senast
      ? { date: senast, kind: 'entitlement', certainty: 'settled', rules: [], inputs: { tidplan: senast } }
      : undefined,
};

type Events =
  | FactEvent<typeof facts & Pick<typeof agreementFacts, 'overenskommelse.ersatt'>>
  | TimeFactEvent<'tidplanen.passerad' | 'giltigheten.slut'>;

interface Args {
  context: Omrade;
  event: Events;
}

const agareAv = ({ event }: Args): string | undefined => ('agare' in event.data ? event.data.agare : undefined);

/** A time plan that is changed ends on a day that is still to come. */
const framat = ({ event }: Args): boolean =>
  event.type === 'utvecklingsomrade.tidplan.andrad' && event.data.senast >= event.on;

/** The new time plan leaves the area with whoever answered for it. */
const fortsatter = (agare: string | null) => refusing((args: Args) => framat(args) && args.context.agare === agare);

export const form = setup({
  types: { context: {} as Omrade, events: {} as Events, meta: {} as Meta },
  guards: {
    agsAvKommunen: (args) => agareAv(args) === 'kommun',
    agsAvArbetsformedlingen: (args) => agareAv(args) === 'arbetsformedlingen',
    agsAvRegionen: (args) => agareAv(args) === 'regionen',
    utanAgare: (args) => agareAv(args) === undefined,
    framatITiden: refusing(framat),
    kommunenFortsatter: fortsatter('kommun'),
    arbetsformedlingenFortsatter: fortsatter('arbetsformedlingen'),
    regionenFortsatter: fortsatter('regionen'),
    ingenFortsatter: fortsatter(null),
  },
  actions: {
    noteraOmradet: assign(({ event }) => {
      assertEvent(event, 'utvecklingsomrade.upptaget');
      return { senast: event.data.senast, agare: event.data.agare ?? null };
    }),
    noteraAgare: assign(({ event }) => {
      assertEvent(event, 'utvecklingsomrade.agare.utsedd');
      return { agare: event.data.agare };
    }),
    noteraTidplan: assign(({ event }) => {
      assertEvent(event, 'utvecklingsomrade.tidplan.andrad');
      return { senast: event.data.senast };
    }),
  },
});
