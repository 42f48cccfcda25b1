import { nearest } from '../engine/nearest.js';
import type { Said } from '../http/problems.js';

/** The command line cannot be followed; `says` tells why, and what to write instead. */
export class UsageError extends Error {
  constructor(readonly says: Said) {
    super(says.en);
    this.name = 'UsageError';
  }
}

/** A name that is none of the known ones, with the nearest of them. */
export function unknownName(what: Said, name: string, known: Iterable<string>): UsageError {
  const near = nearest(name, known);
  const list = near.join(', ');
  return new UsageError({
    sv: `${what.sv} «${name}» finns inte.${list && ` Menade du ${list}?`}`,
    en: `There is no ${what.en} “${name}”.${list && ` Did you mean ${list}?`}`,
  });
}
