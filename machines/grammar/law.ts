import type { Basis, Citation } from './basis.js';
import type { PlainDate } from './date.js';

/**
 * How sure a date is. `settled`: the statute's own words have been read. `authority-decides`: the words leave room and
 * the authority decides in the case. `assumed`: the wording in force has not been read, a value is assumed and shown as
 * such. `unknown`: there is no value to show.
 */
export type Certainty = 'settled' | 'authority-decides' | 'assumed' | 'unknown';

/** What a date rests on: one value of one wording of one provision. */
export interface RuleUse {
  citation: Basis;
  /** The name of the value in the law file; absent for a provision's own deadline. */
  value?: string;
  /** The value in words, `36 månader`. */
  amount: string;
  /** First day of the wording. */
  since: PlainDate;
  /** The amending act of the wording. */
  by?: string;
  certainty: Certainty;
  /** Why the value is assumed, or what has not been read. */
  note?: string;
}

/** A day moved to the next weekday, and what moved it (1930:173 2 §). */
export interface RolledFrom {
  date: PlainDate;
  because: string;
}

/** A computed date with everything that made it. `date` is always the last day; what follows begins the day after. */
export interface Reckoned {
  date: PlainDate;
  /** The nominal day, when the date is for an act and a rest day moved it. */
  rolledFrom?: RolledFrom;
  /** `action`: somebody must do something at the latest then (rolls over, 1930:173 2 §). `entitlement`: a right or a duty ends (never rolls). */
  kind: 'action' | 'entitlement';
  certainty: Certainty;
  rules: RuleUse[];
  inputs: Record<string, PlainDate | number | boolean>;
  /** The same date under another reading of an ambiguous provision. */
  otherReading?: { date: PlainDate; citation: Basis; reading: string };
}

/** An amount used of a limit in law: full-time days of a programme. Reckoned like a date, and no surer. */
export interface Measured {
  used: number;
  limit: number;
  /** What is counted, in words. */
  unit: string;
  /** The day from which it is counted; up to but not including the day that is asked about. */
  since: PlainDate;
  certainty: Certainty;
  rules: RuleUse[];
}

/** Which statutory length to add, and to what. */
export interface Reckoning {
  kind: Reckoned['kind'];
  /** Name of the start in `inputs`. */
  input?: string;
  /** Certainty is never better than this, for example when the words leave the end day open. */
  atBest?: Certainty;
}

/** Calendar arithmetic after lag (1930:173). Pure; days in, days out. */
export interface Calendar {
  addDays(from: PlainDate, days: number): PlainDate;
  addMonths(from: PlainDate, months: number): PlainDate;
  /** The day before. */
  dayBefore(day: PlainDate): PlainDate;
  lastOfMonth(day: PlainDate): PlainDate;
  /** The day on which an act that is due on `day` may at the latest be done. Entitlements do not roll over. */
  rollOver(day: PlainDate): { date: PlainDate; rolledFrom?: RolledFrom };
  /** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
  daysBetween(from: PlainDate, to: PlainDate): number;
  /** Mondays to Fridays from and including `from`, up to but not including `before`. */
  weekdaysBetween(from: PlainDate, before: PlainDate): number;
  /** The day that is the `count`-th Monday–Friday day, counted from and including `from`. */
  nthWeekday(from: PlainDate, count: number): PlainDate;
}

/**
 * The law as a machine sees it on the day of a fact. Every method takes the wording in force on that day and throws
 * `LawError` (slug `law-not-in-force` or `unknown-citation`) instead of guessing.
 */
export interface Law {
  readonly on: PlainDate;
  readonly calendar: Calendar;
  inForce(citation: Citation): boolean;
  /** The last day on which a repealed provision was in force; undefined while nothing has ended it. */
  lastDayInForce(citation: Citation): Reckoned | undefined;
  /** A number with its provenance. `born` chooses between wordings whose transitional rule goes by age. */
  number(citation: Citation, value: string, born?: PlainDate): { amount: number; rule: RuleUse };
  is(citation: Citation, value: string): boolean;
  choice(citation: Citation, value: string): { choice: string; rule: RuleUse };
  /** What the law counts up: grounds, days, places. */
  list(citation: Citation, value: string): readonly string[];
  /** The provision's own deadline counted from a day, named `input`; undefined where it gives no number, and when the day came before the provision. */
  within(from: PlainDate, citation: Citation, input: string): Reckoned | undefined;
  /**
   * `from` plus the length that the law gives, as the last day. The wording in force on the last day rules, and the
   * result is no surer than the least sure wording that is passed on the way.
   */
  through(from: PlainDate, citation: Citation, value: string, how: Reckoning): Reckoned;
  /** As `through`, for values that are not added as a length: `lastDay` turns the amount into the last day. */
  reckon(
    from: PlainDate,
    citation: Citation,
    value: string,
    how: Reckoning & { born?: PlainDate },
    lastDay: (amount: number) => PlainDate,
  ): Reckoned;
}
