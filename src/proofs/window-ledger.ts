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
}

const FULL_TIME = 100;

/** The window on a day, as the facts up to then and the law in force have it. */
export function windowOn(told: readonly Told[], on: PlainDate, book: StatuteBook): Window {
  const last = lastOfTheMonths(told, on, book);
  const days = amountIn(book, '2017:820 15 § 1 st', 'fullTimeDays', on).number ?? 0;
  return { ...(last && { last }), ...usedBefore(told, on), limit: days * FULL_TIME };
}

/** Whether something on the day lies within both limits. */
export const within = ({ last, used, limit }: Window, on: PlainDate): boolean =>
  (last === undefined || on <= last) && used < limit;

/** The last day with any of the 24 months left, if the present extent goes on from the day that the window is of. */
export const lastOfTheTime = ({ used, limit, extent }: Window, on: PlainDate): PlainDate | undefined =>
  extent > 0 && used < limit ? calendar.nthWeekday(on, Math.ceil((limit - used) / extent)) : undefined;

const amountIn = (book: StatuteBook, citation: string, value: string, on: PlainDate): Amount =>
  amountOf(book.entry(citation, value, on).entry) ?? {};

const first = (told: readonly Told[], type: string): PlainDate | undefined =>
  told.find((fact) => fact.type === type)?.on;

// 15 § 2 st: from the first folkbokföring; for those who then lived in Migrationsverket's accommodation, from when they
// were first received in a municipality.
function anchorOf(told: readonly Told[], book: StatuteBook): PlainDate | undefined {
  const registered = first(told, 'folkbokforing.registrerad');
  if (registered === undefined) return undefined;
  const permit = told.find((fact) => fact.type === 'uppehallstillstand.beviljat');
  const received = first(told, 'bosattning.mottagen');
  const waits = permit?.data['asylboende'] === true && (received === undefined || received > registered);
  const exception = amountIn(book, '2017:820 15 § 2 st', 'anchorException', registered).is === true;
  return waits && exception ? received : registered;
}

function lastOfTheMonths(told: readonly Told[], on: PlainDate, book: StatuteBook): PlainDate | undefined {
  const anchor = anchorOf(told, book);
  if (anchor === undefined) return undefined;
  const months = (day: PlainDate) => amountIn(book, '2017:820 15 § 2 st', 'window', day).months ?? 0;
  // The wording in force on the last day rules.
  const last = calendar.addMonths(anchor, months(calendar.addMonths(anchor, months(on))));
  const exclusion = '2017:820 15 § 3 st';
  const readingA = amountIn(book, exclusion, 'reading', on).choice === 'A';
  const assigned = first(told, 'programanvisning.beslutad');
  if (!readingA || assigned === undefined || !amountIn(book, exclusion, 'excludePrePlan', on).is) return last;
  const from = assigned > anchor ? assigned : anchor;
  const before = calendar.daysBetween(from, first(told, 'handlingsplan.upprattad') ?? on);
  return before > 0 ? calendar.addDays(last, before) : last;
}

// 15 § 1 and 3 st: time counts from the first handlingsplan, by extent, while the person is in the programme.
function usedBefore(told: readonly Told[], on: PlainDate): Pick<Window, 'used' | 'extent'> {
  const plan = first(told, 'handlingsplan.upprattad');
  if (plan === undefined) return { used: 0, extent: 0 };
  let used = 0;
  let extent = 0;
  let decided = 0;
  let since = plan;
  const countTo = (day: PlainDate) => {
    if (day > since) [used, since] = [used + calendar.weekdaysBetween(since, day) * extent, day];
  };
  for (const fact of told) {
    const next = extentAfter(fact, decided);
    if (next === undefined) continue;
    countTo(fact.on);
    extent = next;
    decided = next || decided;
  }
  countTo(on);
  return { used, extent };
}

/** The extent that a fact leads to; undefined when it says nothing of it. */
function extentAfter({ type, data }: Told, decided: number): number | undefined {
  const stated = typeof data['omfattning'] === 'number' ? data['omfattning'] : undefined;
  if (type === 'programanvisning.beslutad' || type === 'omfattning.andrad') return stated;
  if (type === 'aterintrade.skett') return stated ?? decided;
  return ['utskrivning.beslutad', 'aterkallelse.beslutad', 'program.avslutat'].includes(type) ? 0 : undefined;
}
