/** Which computed dates of the processes are others than before. */
import type { Certainty, PlainDate } from '../../../machines/grammar/index.js';
import type { CasePosition } from '../fold.js';
import type { StatuteBook } from '../law/statute-book.js';
import { computedDate, type Position, positionKey } from '../position.js';

/** A named date of a process before and after; null where it could not be computed. */
export interface ChangedDate {
  process: string;
  instance: string | null;
  name: string;
  from: PlainDate | null;
  to: PlainDate | null;
  /** Of the date after, or before when there is none after. */
  certainty: Certainty;
}

/** The named dates that changed, process by process. */
export function changedDates(before: CasePosition, after: CasePosition, book: StatuteBook): ChangedDate[] {
  const stands = new Map(after.positions.map((p) => [positionKey(p), p]));
  const stood = new Map(before.positions.map((p) => [positionKey(p), p]));
  const keys = [...new Set([...stands.keys(), ...stood.keys()])];
  return keys.flatMap((key) => {
    const [was, is] = [stood.get(key), stands.get(key)];
    if (was && is && sameContext(was, is)) return [];
    return datesOf(was, is, after.asOf, book);
  });
}

function datesOf(
  was: Position | undefined,
  is: Position | undefined,
  asOf: PlainDate,
  book: StatuteBook,
): ChangedDate[] {
  const { process, instance } = (is ?? was)!;
  const dateOf = (of: Position | undefined, name: string) => of && computedDate(process, name, of.snapshot, asOf, book);
  return Object.keys(process.dates).flatMap((name) => {
    const [former, present] = [dateOf(was, name), dateOf(is, name)];
    const certainty = present?.certainty ?? former?.certainty;
    const [from, to] = [former?.date ?? null, present?.date ?? null];
    if (from === to || certainty === undefined) return [];
    return [{ process: process.id, instance, name, from, to, certainty }];
  });
}

// Dates are functions of the context alone on one day, and contexts are plain JSON.
const sameContext = ({ snapshot: a }: Position, { snapshot: b }: Position): boolean =>
  a === b || a.context === b.context || JSON.stringify(a.context) === JSON.stringify(b.context);
