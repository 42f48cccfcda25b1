import type { PlainDate } from './date.js';
import type { Law, Measured } from './law.js';

/** A stretch of time in a ledger during which everything that it depends on is the same. */
export interface LedgerStretch {
  from: PlainDate;
  /** The first day that no longer belongs to it. */
  before: PlainDate;
  /** What it was: a code with words among the process's texts, under `ledgers`. */
  kind: string;
  /** Extent in percent of full time, as decided; 0 where none is. */
  extent: number;
  /** Days of the stretch, in the days that are counted. */
  days: number;
  /** Full-time days that count against the limit. */
  counted: number;
}

/** What has been used of a limit, stretch by stretch, up to but not including the day of the law. */
export interface Ledger extends Measured {
  stretches: LedgerStretch[];
}

/** A ledger that a process keeps. */
export interface LedgerDefinition<C> {
  /** Every kind of stretch that it may hold. */
  kinds: readonly string[];
  /** Every unit that its days may be counted in. */
  units: readonly string[];
  /** The computed dates that tell when the limit and what surrounds it are reached. */
  dates: readonly string[];
  of: (context: C, law: Law) => Ledger | undefined;
}

export type Ledgers<C> = Record<string, LedgerDefinition<C>>;
