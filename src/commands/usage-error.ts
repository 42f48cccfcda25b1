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
  return new UsageError({
    sv: `${what.sv} «${name}» finns inte.${near.length > 0 ? ` Menade du ${near.join(' eller ')}?` : ''}`,
    en: `There is no ${what.en} “${name}”.${near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''}`,
  });
}
