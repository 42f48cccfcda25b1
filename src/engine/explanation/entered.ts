/** What brought a process into a state: the fact or the passed date on the day from which the state holds. */
import type { PlainDate } from '../../../machines/grammar/index.js';
import type { LeafPosition } from '../position.js';

/** Something that moved the process, or let it stand. */
export interface Mover {
  type: string;
  on: PlainDate;
  from: readonly string[];
  to: readonly string[];
}

/**
 * Of several things on one day the one that led into the state, and where none did the one that it awaits: a plan that is
 * renewed opens the step anew. Undefined for a state that the process began in.
 */
export function enteredBy<M extends Mover>(
  moves: readonly M[],
  { state, since, meta }: Pick<LeafPosition, 'state' | 'since' | 'meta'>,
): M | undefined {
  const thatDay = moves.filter(({ on, to }) => on === since && to.includes(state));
  const awaited: readonly string[] = meta && 'awaits' in meta ? meta.awaits : [];
  return (
    thatDay.findLast(({ from }) => !from.includes(state)) ??
    thatDay.findLast(({ type }) => awaited.includes(type)) ??
    thatDay.at(-1)
  );
}
