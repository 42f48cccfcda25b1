/** Where a case stood when its owed steps were computed: kept so that a new registry can be held against the former one. */
import type { CasePosition } from '../engine/fold.js';
import { type Position, positionKey } from '../engine/position.js';

/** What is kept. It is no cache to fold on from: only what a person is told of, `from → to`. */
export interface KeptPosition {
  /** The states of each process, by `process` or `process/instance`. */
  readonly states: Readonly<Record<string, readonly string[]>>;
  /** The edition that a process followed, by its first day; left out where it was the first one. */
  readonly editions?: Readonly<Record<string, string>>;
  /** Facts in the log that did not fit, by id. */
  readonly unfit?: readonly string[];
}

/** The part of a position that is kept. */
export function keptPosition({ positions, misfits }: Pick<CasePosition, 'positions' | 'misfits'>): KeptPosition {
  const later = positions.filter((p) => editionOf(p) !== undefined);
  return {
    states: Object.fromEntries(positions.map((p) => [positionKey(p), statesOf(p)])),
    ...(later.length > 0 && { editions: Object.fromEntries(later.map((p) => [positionKey(p), p.edition.since])) }),
    ...(misfits.length > 0 && { unfit: misfits.map(({ fact }) => fact.id) }),
  };
}

export const statesOf = ({ leaves }: Position): string[] => leaves.map(({ state }) => state);

const editionOf = ({ process, edition }: Position): string | undefined =>
  edition === process.editions[0] ? undefined : edition.since;
