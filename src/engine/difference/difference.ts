/** The whole difference between a case as it was known and as it is known with one more fact. */
import { type CaseDiff, diff } from '../diff.js';
import type { CasePosition, Misfit } from '../fold.js';
import type { NextActionsOptions } from '../next-actions.js';
import type { Fact } from '../types.js';
import { type ChangedDate, changedDates } from './changed-dates.js';
import { type ChangedTimeFact, changedTimeFacts } from './time-facts.js';

export interface Difference extends CaseDiff {
  /** Named dates of the processes, from → to. */
  dates: ChangedDate[];
  /** What time had done by the day and has not any more, or the other way round. */
  timeFacts: ChangedTimeFact[];
  /** Recorded facts that no longer fit; they are kept, and owed as a review. */
  stranded: Misfit[];
  /** Recorded facts that did not fit before and do now. */
  fitting: Fact[];
}

/** Both positions are of the same day. Pure, and the only place where a difference is reckoned. */
export function difference(before: CasePosition, after: CasePosition, options: NextActionsOptions): Difference {
  const misfits = (position: CasePosition) => new Set(position.misfits.map(({ fact }) => fact.id));
  const [unfit, stillUnfit] = [misfits(before), misfits(after)];
  const applied = new Set(after.applied.map(({ fact }) => fact?.id));
  return {
    ...diff(before, after, options),
    dates: changedDates(before, after, options.book),
    timeFacts: changedTimeFacts(before, after),
    stranded: after.misfits.filter(({ fact }) => !unfit.has(fact.id)),
    fitting: before.misfits.flatMap(({ fact }) => (applied.has(fact.id) && !stillUnfit.has(fact.id) ? [fact] : [])),
  };
}
