/** A history day by day: how the case stood in the evening of every day on which anything happened. */
import type { PlainDate, Subject } from '../../machines/grammar/index.js';
import { compareDays } from './fact-log.js';
import { begin, type CasePosition, extend, type FoldOptions, passTo } from './fold.js';
import type { Fact } from './types.js';

export interface History {
  subject: Subject;
  /** In the order of the fold, as generated histories are. */
  facts: readonly Fact[];
  /** The last day that is looked at. */
  until: PlainDate;
}

/** The first day on which time alone changes anything, if nothing else happens. */
export const nextDate = (position: CasePosition): PlainDate | undefined =>
  position.positions
    .flatMap((of) => of.ahead[0]?.on ?? [])
    .sort(compareDays)
    .at(0);

/** Every day on which a fact was recorded or time did something. One pass over the facts, whatever the number of days. */
export function* daysOf(history: History, options: Pick<FoldOptions, 'registry' | 'book'>): Generator<CasePosition> {
  let evening: CasePosition | undefined;
  for (const position of changes(history, options)) {
    if (evening && evening.asOf < position.asOf) yield evening;
    evening = position;
  }
  if (evening) yield evening;
}

function* changes(
  { subject, facts, until }: History,
  options: Pick<FoldOptions, 'registry' | 'book'>,
): Generator<CasePosition> {
  const { registry, book } = options;
  let position = begin(registry.of(subject), subject, facts[0]?.on ?? until, book);
  for (const fact of facts) {
    for (let dawn = nextDate(position); dawn && dawn < fact.on; dawn = nextDate(position))
      yield (position = passTo(position, dawn, book));
    yield (position = extend(position, fact, options));
    // A date that has already passed when a state is entered takes effect on that day.
    yield (position = passTo(position, fact.on, book));
  }
  for (let dawn = nextDate(position); dawn && dawn <= until; dawn = nextDate(position))
    yield (position = passTo(position, dawn, book));
}
