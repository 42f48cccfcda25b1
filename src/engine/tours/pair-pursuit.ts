/** A history that is to end with two outcomes, led by the shortest way of the two processes together. */
import { ownClocks } from '../space/clocks.js';
import type { Coupling, IsClosed, Spot, Together } from './coupling.js';
import { hasten, type Landing } from './hastening.js';
import { isAtBoth, type Pair } from './outcomes.js';
import type { Walk } from './walk.js';

/**
 * How a pair is gone about. `widely`: a step that led nowhere is given up wherever the one it does not move is in the same states.
 * `past`: a date that is to strike is let pass before its clock begins to run.
 */
export interface PairManner {
  landing: Landing;
  widely: boolean;
  past: boolean;
}

/** Those first that find most soonest. */
export const pairManners: readonly PairManner[] = [true, false].flatMap((widely) =>
  (['soon', 'late'] as const).flatMap((landing) => [false, true].map((past) => ({ landing, widely, past }))),
);

/** Steps that led nowhere, remembered from one attempt to the next. */
export type Closed = Set<string>;

const MOST_STEPS = 80;

/** Leads the case on until it stands at both outcomes. What turns out to lead nowhere is closed for the next attempt. */
export function pursuePair(walk: Walk, pair: Pair, coupling: Coupling, manner: PairManner, closed: Closed): boolean {
  const processes = [coupling.first.process, coupling.second.process];
  let last: Together | undefined;
  for (let steps = 0; steps < MOST_STEPS && !isAtBoth(walk.position, pair); steps++) {
    const way = stepsAhead(walk, pair, coupling, closedBy(closed, manner));
    const next = way[0];
    if (!next?.event) {
      if (last) closed.add(stepName(manner, last, coupling));
      return false;
    }
    const clock = way.find(isClock);
    if (clock === next) hasten(walk, next.event.type, processes, manner.landing);
    else if (clock?.event && manner.past) walk.letPass(clock.mover.process, clock.event.type);
    const event = { law: undefined as never, ...next.event };
    if (walk.happen(next.mover.process, event)) last = next;
    else closed.add(stepName(manner, next, coupling));
  }
  return isAtBoth(walk.position, pair);
}

const isClock = ({ event, mover }: Together): boolean =>
  event !== undefined && ownClocks(mover.process).has(event.type);

/** The facts on the way from where the case stands; nights come by themselves. */
function stepsAhead(walk: Walk, [one, other]: Pair, coupling: Coupling, closed: IsClosed | undefined): Together[] {
  const first = coupling.first.at(walk.placeOf(coupling.first.process));
  const second = coupling.second.at(walk.placeOf(coupling.second.process));
  if (!first || !second) return [];
  const ends = ({ first, second }: Spot) => first.leaves.includes(one.state) && second.leaves.includes(other.state);
  return coupling.way({ first, second }, ends, closed)?.filter(({ event }) => event !== undefined) ?? [];
}

/** Nothing is closed at first, and then nothing need be asked. */
const closedBy = (closed: Closed, manner: PairManner): IsClosed | undefined =>
  closed.size === 0
    ? undefined
    : (from, one, other) => {
        const mover = one.event ? 'first' : 'second';
        const to = { first: one.to, second: other.to };
        return closed.has(nameOf(manner, from, to, mover, (one.event ?? other.event)?.type));
      };

/** A clock that struck while the other was in the way strikes no better from another of its own states. */
const nameOf = ({ widely }: PairManner, from: Spot, to: Spot, mover: keyof Spot, type: string | undefined): string =>
  widely
    ? `${type} ${(mover === 'first' ? from.second : from.first).leaves.join()}`
    : `${from.first.index} ${from.second.index} ${to.first.index} ${to.second.index}`;

const stepName = (manner: PairManner, { from, to, mover, event }: Together, { first }: Coupling): string =>
  nameOf(manner, from, to, mover === first ? 'first' : 'second', event?.type);
