/** What the machine of aktivitetsrapport may test and note: its facts, guards and actions. */
import { assign, setup } from 'xstate';
import {
  type DateFunction,
  type FactEvent,
  type Law,
  type Meta,
  notLater,
  type TimeFactEvent,
  refusing,
} from '../../grammar/index.js';
import type { facts as programmeFacts } from '../etableringsprogrammet/facts.js';
import type { facts } from './facts.js';
import { dagarEnligtLagen, dates, efterAtgard, efterRapport, type Rapporttid, uteblivenSedan } from './rapporttid.js';

type Facts = typeof facts &
  Pick<
    typeof programmeFacts,
    | 'programanvisning.beslutad'
    | 'handlingsplan.upprattad'
    | 'utskrivning.beslutad'
    | 'aterintrade.skett'
    | 'aterkallelse.beslutad'
    | 'program.avslutat'
  >;

type TimeFacts =
  | 'rapportperioden.slut'
  | 'rapportfristen.passerad'
  | 'fonstret.stangt'
  | 'programtiden.forbrukad'
  | 'aldersgransen.nadd'
  | 'aterkomstfristen.passerad';

interface Beslut {
  data: object;
  law: Law;
}

// 2017:819 6 kap. 5 §: false information to Försäkringskassan is a matter of its own, which Försäkringskassan decides.
const oriktigaUppgifter = ({ data }: Beslut): boolean => 'paragraf' in data && data.paragraf === '6 kap. 5 §';

const utanAvstangning = (beslut: Beslut): boolean =>
  !oriktigaUppgifter(beslut) && 'slag' in beslut.data && beslut.data.slag !== 'avstangning';

// 2017:819 6 kap. 2–5 §§: which step it is depends on what came before, which Etapp does not judge; the number of days
// has to be one that the paragraph knows.
function avstangningMedLagensDagar({ data, law }: Beslut): boolean {
  if (!('slag' in data) || data.slag !== 'avstangning') return false;
  const { dagar, paragraf } = data as { dagar?: number; paragraf: string; slag: string };
  return dagar === undefined || dagarEnligtLagen(paragraf, dagar, law);
}

const avstangningEnligtLagen = (beslut: Beslut): boolean =>
  !oriktigaUppgifter(beslut) && avstangningMedLagensDagar(beslut);

// 5 §: suspended or not; the paragraph knows no warning.
const beslutOmOriktigaUppgifter = (beslut: Beslut): boolean =>
  oriktigaUppgifter(beslut) &&
  ('slag' in beslut.data && beslut.data.slag === 'ingen' ? true : avstangningMedLagensDagar(beslut));

// 6 kap. 1 §: the chapter does not apply to the compensation of the mapping.
const efterKartlaggningen = ({ context, event }: { context: Rapporttid; event: { law: Law } }): boolean =>
  context.medPlan || !event.law.is('2017:819 6 kap. 1 §', 'exemptMapping');

const avstangningstak: DateFunction<Rapporttid> = (context, law) => dates['avstangningstak']?.(context, law);
const inomTaket = notLater<Rapporttid>('till', avstangningstak);

export const form = setup({
  types: {
    context: {} as Rapporttid,
    events: {} as FactEvent<Facts> | TimeFactEvent<TimeFacts>,
    meta: {} as Meta,
  },
  actions: {
    noteraStart: assign({ manad: ({ event }) => event.on, rapportVantas: false, utebliven: false }),
    noteraUppehall: assign({ manad: null, rapportVantas: false, utebliven: false }),
    noteraManadsslut: assign({ rapportVantas: true }),
    noteraPlan: assign({ medPlan: true }),
    // 2017:819 6 kap. 1 §: what was not reported during the mapping has no consequence; from the plan on it is reckoned anew.
    noteraPlanOchBorjaOm: assign({
      medPlan: true,
      rapportVantas: false,
      utebliven: false,
      manad: ({ event }) => event.on,
    }),
    noteraRapport: assign(({ context, event }) => efterRapport(context, event.law)),
    noteraUtebliven: assign({ utebliven: true }),
    noteraGrund: assign({ grund: ({ event }) => event.on }),
    noteraUteblivenGrund: assign({ grund: ({ context, event }) => uteblivenSedan(context, event.law) }),
    behallGrund: assign(({ context }) => ({ grund: context.grund })),
    noteraAtgard: assign(({ context, event }) => efterAtgard(context, event)),
  },
  guards: {
    // A report is handed in for a month that has ended.
    rapportVantas: ({ context }) => context.rapportVantas,
    efterKartlaggningen: (args) => efterKartlaggningen(args),
    grundForArbetsformedlingen: (args) => efterKartlaggningen(args) && !oriktigaUppgifter(args.event),
    grundForForsakringskassan: (args) => efterKartlaggningen(args) && oriktigaUppgifter(args.event),
    utebliven: ({ context, event }) => context.utebliven && (utanAvstangning(event) || avstangningEnligtLagen(event)),
    uteblivenUnderKartlaggningen: ({ context }) => context.utebliven && !context.medPlan,
    utanAvstangning: ({ event }) => utanAvstangning(event),
    avstangningEnligtLagen: refusing(({ event }: { event: Beslut }) => avstangningEnligtLagen(event)),
    beslutOmOriktigaUppgifter: refusing(({ event }: { event: Beslut }) => beslutOmOriktigaUppgifter(event)),
    inomTaket,
    inomTaketMedNyGrund: (args) => args.context.utebliven && inomTaket(args),
    // 2017:820 22 §: a way back exists after recall on grounds 1 and 3, not on ground 2.
    utanVagTillbaka: ({ event }) => 'grund' in event.data && event.data.grund === '21 § 2',
    medVagTillbaka: ({ event }) => 'grund' in event.data && event.data.grund !== '21 § 2',
  },
});
