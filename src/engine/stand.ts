/**
 * A case folded to its last fact and no further. The next fact is nearly always the newest, and goes on from there; any
 * other fact, and every correction, is folded anew.
 */
import type { PlainDate, Subject } from '../../machines/grammar/index.js';
import { compareInFold, effectiveFacts, inOrder } from './fact-log.js';
import { begin, type CasePosition, extend, type FoldOptions, passTo } from './fold.js';
import type { StatuteBook } from './law/statute-book.js';
import { oncePer } from './once.js';
import type { Registry } from './registry.js';
import type { Fact } from './types.js';

/** Where a case stood right after its last fact, before time passed. */
export interface Stand {
  readonly position: CasePosition;
  /** The last fact in the order of the fold; none where all were withdrawn. */
  readonly last: Fact | undefined;
  /** No fact of the case is left out: none is dated later than the day that was asked about. */
  readonly whole: boolean;
}

/** Folds the facts up to a day, and stops at the last of them. */
export function standOf(subject: Subject, facts: readonly Fact[], options: FoldOptions): Stand {
  const { registry, book, asOf, knownAt } = options;
  const counted = inOrder(effectiveFacts(facts, knownAt), registry);
  const known = counted.filter((fact) => fact.on <= asOf);
  const start = begin(registry.of(subject), subject, known[0]?.on ?? asOf, book);
  const position = known.reduce((at, fact) => extend(at, fact, options), start);
  return { position, last: known.at(-1), whole: known.length === counted.length };
}

/** Whether the stand answers for the day: it has every fact, and none of a later day. */
export const holdsOn = ({ position, last, whole }: Stand, day: PlainDate): boolean =>
  whole && last !== undefined && position.asOf <= day;

/** Whether the fact comes after all that the stand has, so that it can go on from there. */
export const isNewest = (fact: Fact, { last }: Stand, registry: Registry): boolean =>
  fact.corrects === undefined && last !== undefined && compareInFold(last, fact, registry) < 0;

/** The stand after one more fact, for which `isNewest` holds. */
export const goOn = (stand: Stand, fact: Fact, options: Pick<FoldOptions, 'registry' | 'book'>): Stand => ({
  position: extend(stand.position, fact, options),
  last: fact,
  whole: stand.whole,
});

/** The position on a day of a stand that holds on it: the same as a fold of all the facts. */
export function positionOn(stand: Stand, day: PlainDate, { book }: Pick<FoldOptions, 'book'>): CasePosition {
  const last = lastAsked(stand);
  if (last.position?.asOf !== day || last.book !== book)
    Object.assign(last, { book, position: passTo(stand.position, day, book) });
  return last.position!;
}

/** Most who ask of a stand ask about today: what one fact left is what the next one meets. */
const lastAsked = oncePer(
  (stand: Stand) => stand,
  (): { book?: StatuteBook; position?: CasePosition } => ({}),
);
