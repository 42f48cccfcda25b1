/**
 * The ledger of 2017:820 15 § 1 st: which time since the assignment counts as activities. It begins with the first
 * handlingsplan and follows the extent while the person is enrolled; what is left open by the words is chosen in the law
 * file (`unit` and `nonActivity`).
 */
import type {
  Law,
  Ledger,
  LedgerDefinition,
  LedgerStretch,
  Measured,
  PlainDate,
  Reckoned,
} from '../../grammar/index.js';

const utanfor = ['utskriven', 'aterkallad', 'fonstret-stangt', 'tiden-forbrukad', 'avslutad'] as const;
const iProgrammet = ['kartlaggning', 'deltar'] as const;
const skalen = ['sjuk', 'foraldrapenning', 'arbete', 'utbildning', 'annat'] as const;

/** How the person stands to the programme. */
export type Lage = (typeof utanfor | typeof iProgrammet)[number];
export type Skal = (typeof skalen)[number];

/** What holds from a day until the next period begins. */
export interface Period {
  fran: PlainDate;
  lage: Lage;
  /** Extent in percent as decided; 0 outside the programme. */
  omfattning: number;
  /** Absence in percent of full time by somebody who is still in the programme. */
  franvaro: number;
  skal: Skal | null;
}

/** Leave for special family reasons, in days that would have been compensated. */
export interface Ledighet {
  fran: PlainDate;
  dagar: number;
}

/** The part of the context that the ledger is kept in. */
export interface Liggaren {
  plan: PlainDate | null;
  perioder: readonly Period[];
  ledigheter: readonly Ledighet[];
}

const FULL_TIME = 100;
const vardagar = 'heltidsdagar';
const kalenderdagar = 'kalenderdagar-pa-heltid';
const forstaStycket = '2017:820 15 § 1 st';

/** The ledger with what changes on a day; all else goes on as it was. */
export const fran = (
  { perioder }: Pick<Liggaren, 'perioder'>,
  on: PlainDate,
  andring: Partial<Omit<Period, 'fran'>>,
): { perioder: readonly Period[] } => {
  const forut = perioder.at(-1) ?? { lage: 'kartlaggning', omfattning: 0, franvaro: 0, skal: null };
  return { perioder: [...perioder, { ...forut, ...andring, fran: on }] };
};

export const utanFranvaro = { franvaro: 0, skal: null } as const;

/** How the days are counted, by the readings in force. */
interface Rakning {
  dagar: (from: PlainDate, before: PlainDate) => number;
  /** The day that is the `count`-th counted, from and including `from`. */
  dag: (from: PlainDate, count: number) => PlainDate;
  /** The value of the law that sets the limit, and the limit in full-time days. */
  varde: 'fullTimeDays' | 'fullTimeMonths';
  grans: (amount: number) => number;
  enhet: string;
  /** Days in the programme without activity count too. */
  franvaroRaknas: boolean;
}

function rakning(plan: PlainDate, law: Law): Rakning {
  const { calendar } = law;
  const franvaroRaknas = law.choice(forstaStycket, 'nonActivity').choice === 'A';
  if (law.choice(forstaStycket, 'unit').choice === 'A')
    return {
      dagar: (from, before) => calendar.weekdaysBetween(from, before),
      dag: (from, count) => calendar.nthWeekday(from, count),
      varde: 'fullTimeDays',
      grans: (days) => days,
      enhet: vardagar,
      franvaroRaknas,
    };
  return {
    dagar: (from, before) => Math.max(0, calendar.daysBetween(from, before)),
    dag: (from, count) => calendar.addDays(from, count - 1),
    varde: 'fullTimeMonths',
    // The months are turned into days from the first plan on, so that full time without a break ends on their last day.
    grans: (months) => calendar.daysBetween(plan, calendar.addMonths(plan, months)),
    enhet: kalenderdagar,
    franvaroRaknas,
  };
}

/** What holds on the days of a stretch. */
type Del = Omit<Period, 'fran'> & { from: PlainDate; ledig: boolean };

/** The stretches in their order; the last has no end. Of several periods from one day the last one holds. */
function delarna({ perioder, ledigheter }: Liggaren, law: Law): Del[] {
  const delar = perioder
    .filter((period, i) => perioder[i + 1]?.fran !== period.fran)
    .map(({ fran: from, ...period }) => ({ ...period, from, ledig: false }));
  return ledigheter.length === 0 ? delar : medLedighet(delar, ledigheter, law);
}

/** The stretches cut where a leave begins and ends. */
function medLedighet(delar: readonly Del[], ledigheter: readonly Ledighet[], law: Law): Del[] {
  const { calendar } = law;
  const lediga = ledigheter.map((l) => ({
    fran: l.fran,
    efter: calendar.addDays(calendar.nthWeekday(l.fran, l.dagar), 1),
  }));
  const granser = [...delar.map(({ from }) => from), ...lediga.flatMap((l) => [l.fran, l.efter])];
  return [...new Set(granser)].sort().flatMap((from) => {
    const del = delar.findLast((d) => d.from <= from);
    return del ? [{ ...del, from, ledig: lediga.some((l) => l.fran <= from && from < l.efter) }] : [];
  });
}

/** The share of full time that counts, in percent. */
function takten({ lage, omfattning, franvaro, ledig }: Del, { franvaroRaknas }: Rakning): number {
  if (lage !== 'deltar') return 0;
  if (franvaroRaknas) return omfattning;
  return ledig ? 0 : Math.max(0, omfattning - franvaro);
}

function slaget({ lage, omfattning, franvaro, skal, ledig }: Del): string {
  if (lage !== 'deltar') return lage;
  if (ledig) return 'familjeledig';
  if (franvaro === 0) return omfattning < FULL_TIME ? 'deltar-pa-deltid' : 'deltar';
  return franvaro < FULL_TIME ? 'delvis-franvarande' : `franvarande-${skal ?? 'annat'}`;
}

/** The stretches up to but not including a day, with what counts of each. */
function strackorna(alla: readonly Del[], till: PlainDate, hur: Rakning): LedgerStretch[] {
  // A cut that changes neither what it was nor what counts is no stretch of its own.
  const delar = alla.filter((del, i) => {
    const forra = alla[i - 1];
    return !forra || [slaget, (d: Del) => d.omfattning, (d: Del) => takten(d, hur)].some((av) => av(del) !== av(forra));
  });
  return delar.flatMap((del, i) => {
    const nasta = delar[i + 1]?.from;
    const before = nasta !== undefined && nasta < till ? nasta : till;
    if (before <= del.from) return [];
    const days = hur.dagar(del.from, before);
    const counted = (days * takten(del, hur)) / FULL_TIME;
    return [{ from: del.from, before, kind: slaget(del), extent: del.omfattning, days, counted }];
  });
}

function liggare(c: Liggaren, law: Law): Ledger | undefined {
  if (!c.plan) return undefined;
  const hur = rakning(c.plan, law);
  const { amount, rule } = law.number(forstaStycket, hur.varde);
  const stretches = strackorna(delarna(c, law), law.on, hur);
  // Summed in whole percent of days, so that no sum is a hair from another.
  const used = stretches.reduce((sum, { counted }) => sum + Math.round(counted * FULL_TIME), 0) / FULL_TIME;
  const { certainty } = rule;
  return { used, limit: hur.grans(amount), unit: hur.enhet, since: c.plan, certainty, rules: [rule], stretches };
}

export function heltidsdagar(c: Liggaren, law: Law): Measured | undefined {
  const ledger = liggare(c, law);
  if (!ledger) return undefined;
  const { stretches: _, ...measured } = ledger;
  return measured;
}

/** The last day with activities if the present extent goes on; none while nothing counts. */
export function programtidsslut(c: Liggaren, law: Law): Reckoned | undefined {
  const { plan } = c;
  const delar = delarna(c, law);
  if (!plan || delar.length === 0) return undefined;
  const hur = rakning(plan, law);
  const takter = delar.map((del) => takten(del, hur));
  const omfattning = takter.at(-1) ?? 0;
  if (omfattning === 0) return undefined;
  // A cut that changes nothing in what counts is no new start.
  const borjan = takter.findLastIndex((takt) => takt !== omfattning) + 1;
  const sedan = delar[borjan]?.from ?? plan;
  let forbrukat = 0;
  for (const [i, takt] of takter.slice(0, borjan).entries())
    if (takt > 0) forbrukat += hur.dagar(delar[i]!.from, delar[i + 1]!.from) * takt;
  const how = { kind: 'entitlement', input: 'handlingsplan.upprattad', atBest: 'authority-decides' } as const;
  const slut = law.reckon(plan, forstaStycket, hur.varde, how, (amount) => {
    const left = Math.ceil((hur.grans(amount) * FULL_TIME - forbrukat) / omfattning);
    return left > 0 ? hur.dag(sedan, left) : law.calendar.dayBefore(sedan);
  });
  return { ...slut, inputs: { ...slut.inputs, sedan, omfattning, forbrukadeHeltidsdagar: forbrukat / FULL_TIME } };
}

export const ledgers = {
  programtid: {
    kinds: [
      ...iProgrammet,
      'deltar-pa-deltid',
      'delvis-franvarande',
      ...skalen.map((skal) => `franvarande-${skal}`),
      'familjeledig',
      ...utanfor,
    ],
    units: [vardagar, kalenderdagar],
    dates: ['fonsterslut', 'programtidsslut'],
    of: liggare,
  } satisfies LedgerDefinition<Liggaren>,
};
