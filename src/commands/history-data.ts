import type { CasePosition } from '../engine/fold.js';

/** A whole-case history as data: what happened, recorded or computed, and where every process stands. */
export const historyData = ({ applied, positions }: Pick<CasePosition, 'applied' | 'positions'>) => ({
  facts: applied.map(({ type, on, fact, time, moves }) => ({
    type,
    on,
    by: fact?.by ?? null,
    data: fact?.data ?? {},
    computed: time ? { process: time.process, dateName: time.dateName, date: time.reckoned.date } : null,
    moves: moves.map(({ process, instance, from, to }) => ({ process, instance, from, to })),
  })),
  positions: positions.flatMap(({ process, instance, leaves }) =>
    leaves.map(({ state, since }) => ({ process: process.id, instance, state, since })),
  ),
});
