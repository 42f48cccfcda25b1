/** What is only known by walking the examples, walked once for all pages. */
import { type DateRules, dateRules } from '../engine/law-use/date-rules.js';
import type { LawUse } from '../engine/law-use/law-use.js';
import { lawUses } from '../engine/law-use/law-uses.js';
import { nextActions } from '../engine/next-actions.js';
import { obligationsSeen, type Seen } from '../engine/obligations/seen.js';
import { inExamples, inJourneys, type Witness } from '../engine/obligations/witnesses.js';
import type { Due } from '../engine/types.js';
import { runAll } from '../engine/verify/data-proofs.js';
import type { Library } from '../library/library.js';

/** How a step's time has been shown. */
export interface TimesOfStep {
  kinds: ReadonlySet<Due['kind']>;
  certainties: ReadonlySet<Due['certainty']>;
  /** The first example, `process/id`, on a day when the step is owed. */
  firstSeen: string;
}

export interface FoundInExamples {
  uses: ReadonlyMap<string, readonly LawUse[]>;
  dates: DateRules;
  /** By `process/state`. */
  times: ReadonlyMap<string, TimesOfStep>;
  obligations: readonly Seen[];
}

/** How many generated journeys are looked in, and in which years, for what no example shows. */
const journeys = { seeds: 10, from: '2024-01-08', until: '2027-12-31' } as const;

const walked = new WeakMap<Library, FoundInExamples>();

export function foundInExamples(library: Library): FoundInExamples {
  const known = walked.get(library);
  if (known) return known;
  const witnesses = [...inExamples(library, runAll(library))];
  const found: FoundInExamples = {
    uses: lawUses(library),
    dates: dateRules(library),
    times: timesIn(witnesses, library),
    obligations: obligationsSeen(library.obligations, first(witnesses, inJourneys(library, journeys)), library.book),
  };
  walked.set(library, found);
  return found;
}

function* first(...sources: Iterable<Witness>[]): Generator<Witness> {
  for (const source of sources) yield* source;
}

function timesIn(witnesses: readonly Witness[], { book }: Library): Map<string, TimesOfStep> {
  const times = new Map<string, { kinds: Set<Due['kind']>; certainties: Set<Due['certainty']>; firstSeen: string }>();
  // Without an agreement, so that the time is the law's.
  for (const { position, example: firstSeen = '' } of witnesses)
    for (const { process, state, due } of nextActions(position, { book, agreements: [] })) {
      const key = `${process}/${state}`;
      const known = times.get(key) ?? { kinds: new Set(), certainties: new Set(), firstSeen };
      known.kinds.add(due.kind);
      known.certainties.add(due.certainty);
      times.set(key, known);
    }
  return times;
}
