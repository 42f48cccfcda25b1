/** What the machine of intensivar may test and note: its facts, guards and actions. */
import { assign, setup } from 'xstate';
import { type FactEvent, inForce, type Law, type Meta, type TimeFactEvent, refusing } from '../../grammar/index.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import type { facts } from './facts.js';
import { type Aret, harGjortEttAr, praktikTill } from './tider.js';

type Facts = typeof facts &
  Pick<
    typeof programmeFacts,
    | 'handlingsplan.upprattad'
    | 'utskrivning.beslutad'
    | 'aterintrade.skett'
    | 'aterkallelse.beslutad'
    | 'programanvisning.beslutad'
    | 'program.avslutat'
  >;
type TimeFacts =
  | 'fonstret.stangt'
  | 'programtiden.forbrukad'
  | 'bestammelsen.upphavd'
  | 'intensivaret.fullgjort'
  | 'praktiktiden.slut'
  | 'certifikatsfristen.passerad';

const arDel =
  (del: string) =>
  ({ event }: { event: { data: object } }) =>
    'del' in event.data && event.data.del === del;

/** 13 e §: at least half of the time when it is combined with something else. */
function praktikFarBorja({ event }: { event: { data: object; law: Law } }): boolean {
  if (!event.law.inForce('2017:820 13 e §')) return false;
  const andel = 'andel' in event.data ? event.data.andel : undefined;
  return typeof andel !== 'number' || andel >= event.law.number('2017:820 13 e §', 'share').amount;
}

/** Nothing goes on when the part that ends was the only one. */
function sistaDelen({ context, event }: { context: Aret; event: { data: object } }): boolean {
  const slutar = 'del' in event.data ? event.data.del : 'praktik';
  const igang = { sprak: context.sprak, arbetsplats: context.arbetsplats, praktik: context.praktikslut !== null };
  return Object.entries(igang).every(([del, pagar]) => pagar === (del === slutar));
}

export const form = setup({
  types: { context: {} as Aret, events: {} as FactEvent<Facts> | TimeFactEvent<TimeFacts>, meta: {} as Meta },
  guards: {
    iKraft: inForce('2017:820 13 e §'),
    samplaneras: ({ event }) =>
      'samplanering' in event.data && event.data.samplanering === true && event.law.inForce('2017:820 13 e §'),
    sprakdel: arDel('sprak'),
    arbetsplatsdel: arDel('arbetsplats'),
    praktikFarBorja: refusing(praktikFarBorja),
    sistaDelen,
    harGjortEttAr: ({ context, event }) => harGjortEttAr(context, event.law),
  },
  actions: {
    noteraStart: assign(({ event }) => ({
      start: event.on,
      fullgjort: false,
      sprak: false,
      arbetsplats: false,
      praktikstart: null,
      praktikslut: null,
    })),
    noteraFullgjort: assign({ fullgjort: true }),
    borjaSprak: assign({ sprak: true }),
    slutaSprak: assign({ sprak: false }),
    borjaArbetsplats: assign({ arbetsplats: true }),
    slutaArbetsplats: assign({ arbetsplats: false }),
    borjaPraktik: assign(({ event }) => ({
      praktikstart: event.on,
      praktikslut: praktikTill(event.on, 'longest', event.law),
    })),
    forlangPraktik: assign(({ context, event }) =>
      context.praktikstart ? { praktikslut: praktikTill(context.praktikstart, 'longestExtended', event.law) } : {},
    ),
    slutaPraktik: assign({ praktikstart: null, praktikslut: null }),
    noteraSlut: assign({ slut: ({ event }) => event.on }),
    // The time fact belongs to the day after the last one.
    noteraSistaDagen: assign({ slut: ({ event }) => event.law.calendar.dayBefore(event.on) }),
  },
});
