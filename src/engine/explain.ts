/** Why a step is owed and how each date came about: fact, rule, date, step, unit, as data. */
import type { PlainDate, Reckoned } from '../../machines/grammar/index.js';
import { isDormant } from '../../machines/grammar/index.js';
import { clausesFor } from './agreement.js';
import { type CasePosition } from './fold.js';
import { isTarget } from './instances.js';
import { computedDate, type Position } from './position.js';
import { actionOf, inForceOn, type NextActionsOptions, standings } from './next-actions.js';
import type { NextAction } from './types.js';

/** One fact, recorded or computed, that moved the process. */
export interface ExplainedFact {
  type: string;
  on: PlainDate;
  /** The id of a recorded fact; a computed one has the date that made it instead. */
  id?: string;
  computed?: { dateName: string; reckoned: Reckoned };
  from: string[];
  to: string[];
}

export interface ExplainedState {
  state: string;
  since: PlainDate;
  status: 'waiting' | 'dormant' | 'final';
  /** Who is awaited, with the date's arithmetic in `due`. */
  action?: NextAction;
  /** Facts that wake a dormant state. */
  wakes?: string[];
  /** What the agreement says of the step, clause by clause. */
  clauses: { id: string; who?: string; place?: string; deadline?: string }[];
}

export interface Explanation {
  process: string;
  /** Which of several; null where a case has the process once. */
  instance: string | null;
  /** Every instance that the case has of the process. */
  instances: string[];
  asOf: PlainDate;
  facts: ExplainedFact[];
  states: ExplainedState[];
  /** Every computed date that can be computed now. */
  dates: Record<string, Reckoned>;
  /** What happens by time alone if nothing else does. */
  ahead: { type: string; on: PlainDate; dateName: string }[];
  agreement: string | null;
}

/** Explains an instance of a process, the latest opened when none is named. */
export interface ExplainOptions extends NextActionsOptions {
  instance?: string | undefined;
}

/** The chain from facts to what is owed in one process; undefined when the case has no such process. */
export function explain(position: CasePosition, process: string, options: ExplainOptions): Explanation | undefined {
  const all = position.positions.filter((p) => p.process.id === process);
  const of = options.instance === undefined ? all.at(-1) : all.find((p) => p.instance === options.instance);
  if (!of) return undefined;
  const standing = standings(position, options).filter((s) => s.of === of);
  const agreement = inForceOn(options.agreements, position.asOf);
  const dates = Object.keys(of.process.dates).flatMap((name) => {
    const reckoned = computedDate(of.process, name, of.snapshot, position.asOf, options.book);
    return reckoned ? [[name, reckoned] as const] : [];
  });
  return {
    process,
    instance: of.instance,
    instances: all.flatMap(({ instance }) => instance ?? []),
    asOf: position.asOf,
    facts: factsOf(position, of),
    states: of.leaves.map((leaf) => {
      const at = standing.find((s) => s.leaf === leaf);
      const clauses = agreement ? clausesFor(agreement, `${process}/${leaf.state}`, position.attributes) : [];
      return {
        state: leaf.state,
        since: leaf.since,
        status: at ? 'waiting' : isDormant(leaf.meta) ? 'dormant' : 'final',
        ...(at && { action: actionOf(at) }),
        ...(isDormant(leaf.meta) && { wakes: [...leaf.meta.wakes] }),
        clauses: clauses.map(({ id, who, place, deadline }) => ({
          id,
          ...(who && { who }),
          ...(place && { place }),
          ...(deadline && { deadline: deadline.says }),
        })),
      };
    }),
    dates: Object.fromEntries(dates),
    ahead: of.ahead.map(({ type, on, dateName }) => ({ type, on, dateName })),
    agreement: agreement?.id ?? null,
  };
}

function factsOf(position: CasePosition, of: Position): ExplainedFact[] {
  return position.applied.flatMap(({ type, on, fact, time, moves }) =>
    moves
      .filter((move) => isTarget(of, move))
      .map(({ from, to }) => ({
        type,
        on,
        ...(fact && { id: fact.id }),
        ...(time && { computed: { dateName: time.dateName, reckoned: time.reckoned } }),
        from,
        to,
      })),
  );
}
