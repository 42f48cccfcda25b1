/** What comes of stating a fact where a case stands. Nothing is kept. */
import { type CasePosition, extend, type Misfit } from '../fold.js';
import { LawError, type StatuteBook } from '../law/statute-book.js';
import type { Registry } from '../registry.js';
import type { Fact } from '../types.js';

/** A law that does not answer on the day is no acceptance. */
export type Attempt = 'accepted' | { misfit: Misfit } | LawError;

export function attempt(
  position: CasePosition,
  fact: Fact,
  options: { registry: Registry; book: StatuteBook },
): Attempt {
  try {
    const { misfits } = extend({ ...position, misfits: [] }, fact, options);
    return misfits[0] ? { misfit: misfits[0] } : 'accepted';
  } catch (error) {
    if (error instanceof LawError) return error;
    throw error;
  }
}
