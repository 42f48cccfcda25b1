/** What the machine of insats may test and note: its facts, guards and actions. */
import { assertEvent, assign, setup } from 'xstate';
import { type FactEvent, type Law, type Meta, refusing, type TimeFactEvent } from '../../grammar/index.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import type { facts } from './facts.js';
import { type Insats, slagAv, tidsgrans } from './tider.js';

type Facts = typeof facts &
  Pick<
    typeof programmeFacts,
    'handlingsplan.upprattad' | 'utskrivning.beslutad' | 'aterkallelse.beslutad' | 'program.avslutat'
  >;
type TimeFacts =
  'fonstret.stangt' | 'programtiden.forbrukad' | 'insatsperioden.slut' | 'insatstiden.slut' | 'underlagstiden.slut';

interface Args {
  context: Insats;
  event: { data: object; law: Law };
}

const lamplig = ({ event }: Args): boolean => 'lamplig' in event.data && event.data.lamplig === true;
const medHandledare = ({ event }: Args): boolean => !('handledare' in event.data) || event.data.handledare !== false;
const medStod = ({ event }: Args): boolean => 'stod' in event.data && event.data.stod === true;

const provasForst = ({ context }: { context: Insats }): boolean =>
  context.arbetstraning || context.forstarktArbetstraning;

/** Asked of this receiver, for a kind of activity that the law knows on the day (2017:820 13 a–d §§ since 2018-01-02). */
const till = (mottagare: string) =>
  Object.assign(
    ({ context, event }: Args) => {
      const grans = tidsgrans('slag' in event.data ? slagAv(String(event.data.slag)) : context);
      const kand = grans === undefined || event.law.inForce(grans);
      return 'mottagare' in event.data && event.data.mottagare === mottagare && kand;
    },
    { citation: '2017:820 13 a §' as const },
  );

export const form = setup({
  types: { context: {} as Insats, events: {} as FactEvent<Facts> | TimeFactEvent<TimeFacts>, meta: {} as Meta },
  guards: {
    tillKommunen: till('kommun'),
    tillAnordnaren: till('anordnare'),
    tillCivilsamhallet: till('civilsamhallet'),
    // 13 c § stands after arbetsträning and förstärkt arbetsträning, and is read as concerning those two.
    provasForst: (args) => provasForst(args),
    bristyrkesutbildning: ({ context }) => context.bristyrkesutbildning,
    // 13 §: what the ordinance limits in time may begin after the plan; until then nobody is awaited here.
    vantarPlanen: (args) => !args.context.plan && (provasForst(args) || args.context.bristyrkesutbildning),
    utanTidsgrans: ({ context }) => tidsgrans(context) === undefined,
    lampligArbetstraning: (args) => lamplig(args) && args.context.arbetstraning,
    lampligForstarktArbetstraning: (args) => lamplig(args) && args.context.forstarktArbetstraning,
    olamplig: (args) => !lamplig(args),
    // 13 c §: only when a period has ended is another one tested; then the support of the last one is claimed.
    olampligNyPeriod: (args) =>
      !lamplig(args) && args.context.periodslut !== null && args.event.on > args.context.periodslut,
    // 13 a §: with a supervisor.
    medHandledareOchStod: refusing((args: Args) => medHandledare(args) && medStod(args)),
    medHandledareUtanStod: refusing((args: Args) => medHandledare(args) && !medStod(args)),
    medStod,
    utanStod: (args) => !medStod(args),
    underlagetKlart: ({ context }) => context.underlagKlart,
    underlagetVantas: ({ context }) => !context.underlagKlart,
    arUppfoljd: ({ context }) => context.uppfoljd,
    inteUppfoljd: ({ context }) => !context.uppfoljd,
  },
  actions: {
    noteraPlan: assign({ plan: true }),
    noteraBegaran: assign(({ event }) => {
      assertEvent(event, 'insats.begard');
      return slagAv(event.data.slag);
    }),
    noteraPeriod: assign(({ event }) => {
      assertEvent(event, 'insats.provad');
      return { periodslut: event.data.periodslut ?? null };
    }),
    noteraStart: assign(({ event }) => ({ start: event.on, underlagKlart: true })),
    noteraStartMedStod: assign(({ event }) => ({ start: event.on, underlagKlart: false })),
    noteraSlut: assign({ slut: ({ event }) => event.on }),
    // A period that is not followed by another ended with its last day.
    noteraPeriodensSlut: assign({ slut: ({ context, event }) => context.periodslut ?? event.on }),
    // The time fact belongs to the day after the last one.
    noteraSistaDagen: assign({ slut: ({ event }) => event.law.calendar.dayBefore(event.on) }),
    noteraUppfoljning: assign({ uppfoljd: true }),
    noteraUnderlag: assign({ underlagKlart: true }),
  },
});
