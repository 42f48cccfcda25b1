/**
 * 2017:820 15 § reckoned a second time, from the recorded facts and the law alone: neither the context of the machine nor
 * its dates are asked. The proof of the window holds the machine against this.
 */
import type { PlainDate } from '../../machines/grammar/index.js';
import { calendar } from '../engine/calendar/calendar.js';
import type { Amount } from '../engine/law/law-data.js';
import { amountOf, type StatuteBook } from '../engine/law/statute-book.js';
import type { Fact } from '../engine/types.js';

/** What has been told of a person, in the order of the fold. */
export type Told = Pick<Fact, 'type' | 'on' | 'data'>;

export interface Window {
  /** The last of the 36 months, by the reading in force; absent while nothing has started them. */
  last?: PlainDate;
  /** Percent-days used of the 24 months before the day, and how many there are. A full-time weekday is 100. */
  used: number;
  limit: number;
  /** Extent in percent that counts now; 0 outside the programme and before the plan. */
  extent: number;
  /** Saturdays and Sundays are counted too: the time is reckoned in calendar months. */
  everyDay: boolean;
}

const FULL_TIME = 100;

/** The window on a day, as the facts up to then and the law in force have it. */
export function windowOn(told: readonly Told[], on: PlainDate, book: StatuteBook): Window {
  const last = lastOfTheMonths(told, on, book);
  const { everyDay, absenceCounts } = countingOn(on, book);
  const days = everyDay
    ? daysOfTheMonths(told, on, book)
    : (amountIn(book, '2017:820 15 § 1 st', 'fullTimeDays', on).number ?? 0);
  const used = usedBefore(told, on, { everyDay, absenceCounts });
  return { ...(last && { last }), ...used, limit: days * FULL_TIME, everyDay };
}

/** What the words of 15 § 1 st leave open, as the law file has chosen. */
interface Counting {
  everyDay: boolean;
  /** Days of absence and of family leave in the programme count as others. */
  absenceCounts: boolean;
}

const countingOn = (on: PlainDate, book: StatuteBook): Counting => ({
  everyDay: amountIn(book, '2017:820 15 § 1 st', 'unit', on).choice === 'B',
  absenceCounts: amountIn(book, '2017:820 15 § 1 st', 'nonActivity', on).choice !== 'B',
});

/** The months of full time as days, from the first plan on. */
function daysOfTheMonths(told: readonly Told[], on: PlainDate, book: StatuteBook): number {
  const plan = first(told, 'handlingsplan.upprattad') ?? on;
  const months = amountIn(book, '2017:820 15 § 1 st', 'fullTimeMonths', on).months ?? 0;
  return calendar.daysBetween(plan, calendar.addMonths(plan, months));
}

/** Whether something on the day lies within both limits. */
export const within = ({ last, used, limit }: Window, on: PlainDate): boolean =>
  (last === undefined || on <= last) && used < limit;

/** The last day with any of the 24 months left, if the present extent goes on from the day that the window is of. */
export function lastOfTheTime({ used, limit, extent, everyDay }: Window, on: PlainDate): PlainDate | undefined {
  if (extent <= 0 || used >= limit) return undefined;
  const left = Math.ceil((limit - used) / extent);
  return everyDay ? calendar.addDays(on, left - 1) : calendar.nthWeekday(on, left);
}

const amountIn = (book: StatuteBook, citation: string, value: string, on: PlainDate): Amount =>
  amountOf(book.entry(citation, value, on).entry) ?? {};

const first = (told: readonly Told[], type: string): PlainDate | undefined =>
  told.find((fact) => fact.type === type)?.on;

// 15 § 2 st: from the first folkbokföring; for those who then lived in Migrationsverket's accommodation, from when they
// were first received in a municipality.
function anchorOf(told: readonly Told[], book: StatuteBook): PlainDate | undefined {
  const registered = first(told, 'folkbokforing.registrerad');
  if (registered === undefined) return undefined;
  const received = first(told, 'bosattning.mottagen');
  const waits = livedInAccommodation(told) && (received === undefined || received > registered);
  const exception = amountIn(book, '2017:820 15 § 2 st', 'anchorException', registered).is === true;
  return waits && exception ? received : registered;
}

/** Whether the person lived in Migrationsverket's accommodation when first registered. */
function livedInAccommodation(told: readonly Told[]): boolean {
  let lives = false;
  for (const { type, data } of told) {
    if (type === 'folkbokforing.registrerad') break;
    if (type === 'uppehallstillstand.beviljat') lives = data['asylboende'] === true;
    if (type.startsWith('hinder.') && data['hinder'] === 'asylboende') lives = type === 'hinder.uppkommit';
  }
  return lives;
}

function lastOfTheMonths(told: readonly Told[], on: PlainDate, book: StatuteBook): PlainDate | undefined {
  const anchor = anchorOf(told, book);
  if (anchor === undefined) return undefined;
  const months = (day: PlainDate) => amountIn(book, '2017:820 15 § 2 st', 'window', day).months ?? 0;
  // The wording in force on the last day rules.
  const sameNumber = calendar.addMonths(anchor, months(calendar.addMonths(anchor, months(on))));
  const endDay = amountIn(book, '2017:820 15 § 2 st', 'endDay', on).choice;
  const last = endDay === 'B' ? calendar.dayBefore(sameNumber) : sameNumber;
  const exclusion = '2017:820 15 § 3 st';
  const readingA = amountIn(book, exclusion, 'reading', on).choice === 'A';
  const assigned = first(told, 'programanvisning.beslutad');
  if (!readingA || assigned === undefined || !amountIn(book, exclusion, 'excludePrePlan', on).is) return last;
  const from = assigned > anchor ? assigned : anchor;
  const before = calendar.daysBetween(from, first(told, 'handlingsplan.upprattad') ?? on);
  return before > 0 ? calendar.addDays(last, before) : last;
}

// 15 § 1 and 3 st: time counts from the first handlingsplan, by extent, while the person is in the programme.
function usedBefore(told: readonly Told[], on: PlainDate, counting: Counting): Pick<Window, 'used' | 'extent'> {
  const plan = first(told, 'handlingsplan.upprattad');
  if (plan === undefined) return { used: 0, extent: 0 };
  const onLeave = counting.absenceCounts ? new Set<PlainDate>() : leaveDays(told);
  let used = 0;
  let stands: Standing = { extent: 0, decided: 0, absent: 0 };
  let since = plan;
  const rate = () => (counting.absenceCounts ? stands.extent : Math.max(0, stands.extent - stands.absent));
  const countTo = (day: PlainDate) => {
    if (day > since) [used, since] = [used + daysThatCount(since, day, onLeave, counting) * rate(), day];
  };
  for (const fact of told) {
    countTo(fact.on);
    stands = after(fact, stands);
  }
  countTo(on);
  return { used, extent: onLeave.has(on) ? 0 : rate() };
}

/** How somebody stands to the programme: extent now and as last decided, and absence while in it, in percent. */
interface Standing {
  extent: number;
  decided: number;
  absent: number;
}

function after({ type, data }: Told, stands: Standing): Standing {
  const stated = typeof data['omfattning'] === 'number' ? data['omfattning'] : undefined;
  const within = (extent: number) => ({ ...stands, extent, decided: extent });
  switch (type) {
    case 'programanvisning.beslutad':
      return within(stated ?? FULL_TIME);
    case 'omfattning.andrad':
      return within(stated ?? stands.extent);
    case 'aterintrade.skett':
      return within(stated ?? stands.decided);
    case 'franvaro.paborjad':
      return { ...stands, absent: stated ?? FULL_TIME };
    case 'franvaro.avslutad':
      return { ...stands, absent: 0 };
    case 'utskrivning.beslutad':
    case 'aterkallelse.beslutad':
    case 'program.avslutat':
      return { ...stands, extent: 0, absent: 0 };
    default:
      return stands;
  }
}

/** 16 §: so many weekdays from the day on which the leave took effect. */
const leaveDays = (told: readonly Told[]): Set<PlainDate> =>
  new Set(
    told
      .filter(({ type }) => type === 'familjeledighet.godkand')
      .flatMap(({ on, data }) => eachDay(on, calendar.addDays(calendar.nthWeekday(on, Number(data['dagar'])), 1))),
  );

function daysThatCount(from: PlainDate, before: PlainDate, onLeave: Set<PlainDate>, { everyDay }: Counting): number {
  const days = everyDay ? calendar.daysBetween(from, before) : calendar.weekdaysBetween(from, before);
  if (onLeave.size === 0) return days;
  const off = eachDay(from, before).filter((day) => onLeave.has(day));
  const counted = off.filter((day) => everyDay || calendar.weekdaysBetween(day, calendar.addDays(day, 1)) === 1);
  return days - counted.length;
}

const eachDay = (from: PlainDate, before: PlainDate): PlainDate[] =>
  Array.from({ length: Math.max(0, calendar.daysBetween(from, before)) }, (_, i) => calendar.addDays(from, i));
