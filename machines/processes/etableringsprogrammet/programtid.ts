/**
 * The 24 of 36 months (2017:820 15 §): two independent limits and an exclusion. Etapp reckons, Arbetsförmedlingen decides.
 * What counts stands in the ledger, `liggare.ts`; which reading of the section rules stands in the law file.
 */
import type { Dates, Law, Measured, Measures, PlainDate, Reckoned } from '../../grammar/index.js';
import type { Hindren } from './hinder.js';
import { heltidsdagar, type Ledighet, type Period, programtidsslut } from './liggare.js';

export interface Programtid {
  fodd: PlainDate | null;
  /** Living in Migrationsverket's accommodation until received in a municipality. */
  asylboende: boolean;
  mottagen: PlainDate | null;
  folkbokford: PlainDate | null;
  /** What stands in the way of an assignment (5 §). */
  hinder: Hindren;
  malgruppProvad: boolean;
  /** The day from which the 36 months run. */
  ankare: PlainDate | null;
  /** Assigned to the programme, first day. */
  anvisad: PlainDate | null;
  /** The first handlingsplan; the ledger starts here. */
  plan: PlainDate | null;
  /** Extent in percent as last decided. */
  beslutad: number;
  /** The time since the assignment, cut where something that the ledger depends on changed. Only added to. */
  perioder: readonly Period[];
  /** Leave for special family reasons (16 §), each from its first day. */
  ledigheter: readonly Ledighet[];
  franvaroSedan: PlainDate | null;
  /** The full-time absence that is going on is for illness. */
  sjuk: boolean;
  delvisFranvarande: boolean;
  /** Days approved for special family reasons (16 §). */
  familjedagar: number;
  overlamningPlanerad: boolean;
  aterkallad: PlainDate | null;
  inskriven: PlainDate | null;
}

export const ingenTid: Programtid = {
  fodd: null,
  asylboende: false,
  mottagen: null,
  folkbokford: null,
  hinder: null,
  malgruppProvad: false,
  ankare: null,
  anvisad: null,
  plan: null,
  beslutad: 0,
  perioder: [],
  ledigheter: [],
  franvaroSedan: null,
  sjuk: false,
  delvisFranvarande: false,
  familjedagar: 0,
  overlamningPlanerad: false,
  aterkallad: null,
  inskriven: null,
};

/**
 * 2017:820 15 § 2 st: first folkbokföring, but first reception in a municipality for those who were registered while
 * living in Migrationsverket's accommodation.
 */
export function ankare(c: Programtid, law: Law): PlainDate | null {
  if (c.ankare || !c.folkbokford) return c.ankare;
  const undantag = c.asylboende && (c.mottagen === null || c.mottagen > c.folkbokford);
  return undantag && law.is('2017:820 15 § 2 st', 'anchorException') ? c.mottagen : c.folkbokford;
}

/** 15 § 3 st: the same limit when programme time before the plan is left out of the window (reading A). */
function utanTidForePlan(c: Programtid, slut: PlainDate, law: Law): PlainDate | undefined {
  if (!c.anvisad || !law.is('2017:820 15 § 3 st', 'excludePrePlan')) return undefined;
  const { calendar } = law;
  const first = c.ankare && c.ankare > c.anvisad ? c.ankare : c.anvisad;
  const forePlan = calendar.daysBetween(first, c.plan ?? law.on);
  return forePlan > 0 ? calendar.addDays(slut, forePlan) : undefined;
}

function fonsterslut(c: Programtid, law: Law): Reckoned | undefined {
  if (!c.ankare) return undefined;
  const { ankare: start } = c;
  const input = start === c.folkbokford ? 'folkbokforing.registrerad' : 'bosattning.mottagen';
  const how = { kind: 'entitlement', input, atBest: 'authority-decides' } as const;
  // «Till och med 36 månader från det att»: reading B lets the first day be one of the months, so that they end a day sooner.
  const dagenFore = law.choice('2017:820 15 § 2 st', 'endDay').choice === 'B';
  const slut = law.reckon(start, '2017:820 15 § 2 st', 'window', how, (months) => {
    const sammaDagnummer = law.calendar.addMonths(start, months);
    return dagenFore ? law.calendar.dayBefore(sammaDagnummer) : sammaDagnummer;
  });
  const forlangt = utanTidForePlan(c, slut.date, law);
  if (!forlangt) return slut;
  const { choice, rule } = law.choice('2017:820 15 § 3 st', 'reading');
  const [date, other] = choice === 'A' ? [forlangt, slut.date] : [slut.date, forlangt];
  const otherReading = {
    date: other,
    citation: rule.citation as '2017:820 15 § 3 st',
    reading: choice === 'A' ? 'B' : 'A',
  };
  return { ...slut, date, rules: [...slut.rules, rule], otherReading };
}

/**
 * When the hand-over has to be planned: Etapp's own lead before whichever of the two limits comes first. The law says
 * where a person goes after the longest time, not how long before somebody should think of it.
 */
function overlamningsstart(c: Programtid, law: Law): Reckoned | undefined {
  if (c.overlamningPlanerad) return undefined;
  const slut = [fonsterslut(c, law), programtidsslut(c, law)]
    .filter((date) => date !== undefined)
    .sort((a, b) => (a.date < b.date ? -1 : 1))[0];
  if (!slut) return undefined;
  const { amount, rule } = law.number('0000:1 12 §', 'handOver');
  const { otherReading: _, ...own } = slut;
  return { ...own, date: law.calendar.addMonths(slut.date, -amount), rules: [...slut.rules, rule] };
}

export const dates: Dates<Programtid> = {
  fonsterslut,
  programtidsslut,
  overlamningsstart,
  // 2017:584 1 §: has not reached the upper age; the last day covered is the one before that birthday.
  aldersgrans: ({ fodd }, law) =>
    fodd
      ? law.reckon(fodd, '2017:584 1 §', 'upperAge', { kind: 'entitlement', input: 'fodd', born: fodd }, (years) =>
          law.calendar.dayBefore(law.calendar.addMonths(fodd, years * 12)),
        )
      : undefined,
  // 2017:584 1 §: has turned 20; the last day not yet covered is the one before that birthday.
  underNedreAldersgrans: ({ fodd }, law) =>
    fodd
      ? law.reckon(fodd, '2017:584 1 §', 'lowerAge', { kind: 'entitlement', input: 'fodd' }, (years) =>
          law.calendar.dayBefore(law.calendar.addMonths(fodd, years * 12)),
        )
      : undefined,
  // 2017:820 18 §: more than thirty consecutive calendar days; the first day of absence is day one.
  franvarograns: ({ franvaroSedan }, law) =>
    franvaroSedan
      ? law.reckon(
          franvaroSedan,
          '2017:820 18 §',
          'absence',
          { kind: 'entitlement', input: 'franvaro.paborjad' },
          (days) => law.calendar.addDays(law.calendar.dayBefore(franvaroSedan), days),
        )
      : undefined,
  // 2017:820 22 § 1: registered again as a jobseeker within this time from the recall. An act, so it rolls over.
  aterkomstfrist: ({ aterkallad }, law) =>
    aterkallad
      ? law.through(aterkallad, '2017:820 22 §', 'reRegister', { kind: 'action', input: 'aterkallelse.beslutad' })
      : undefined,
  // 2017:820 22 § 2: days of registration that would have been compensated, at most five a week.
  karenstidsslut: ({ inskriven }, law) =>
    inskriven
      ? law.reckon(
          inskriven,
          '2017:820 22 §',
          'waiting',
          { kind: 'entitlement', input: 'arbetssokande.inskriven', atBest: 'authority-decides' },
          (days) => law.calendar.nthWeekday(inskriven, days),
        )
      : undefined,
};

/** 2017:820 16 §: days approved for special family reasons, in the whole programme. */
function familjedagar(c: Programtid, law: Law): Measured | undefined {
  if (!c.anvisad || c.familjedagar === 0) return undefined;
  const { amount, rule } = law.number('2017:820 16 §', 'familyLeave');
  const used = c.familjedagar;
  return { used, limit: amount, unit: 'dagar', since: c.anvisad, certainty: rule.certainty, rules: [rule] };
}

export const measures: Measures<Programtid> = { heltidsdagar, familjedagar };
