/** How processes end together: the pairs of outcomes of processes of which one hears the facts of the other. */
import type { AnyStateNode } from 'xstate';
import type { Process } from '../../../machines/grammar/index.js';
import type { CasePosition } from '../fold.js';
import { handledTypes } from '../machine.js';
import { ownClocks } from '../space/clocks.js';

/** One process at its end. */
export interface Outcome {
  process: Process;
  state: string;
}
export type Pair = readonly [Outcome, Outcome];

/** The ends of a process, over all its editions. */
export function outcomesOf(process: Process): Outcome[] {
  const ends = process.editions.flatMap(({ machine }) =>
    (Object.values(machine.root.states) as AnyStateNode[]).filter(({ type }) => type === 'final').map(({ key }) => key),
  );
  return [...new Set(ends)].map((state) => ({ process, state }));
}

/** Every pair of outcomes of processes that are coupled. */
export function pairsOf(processes: readonly Process[]): Pair[] {
  const listens = (a: Process, b: Process) => {
    const told = new Set([...Object.keys(b.facts), ...ownClocks(b)]);
    return a.editions.some(({ machine }) => [...handledTypes(machine)].some((type) => told.has(type)));
  };
  return processes.flatMap((a, i) =>
    processes
      .slice(i + 1)
      .filter((b) => listens(a, b) || listens(b, a))
      .flatMap((b) => outcomesOf(a).flatMap((one) => outcomesOf(b).map((other): Pair => [one, other]))),
  );
}

/** Whether the case has come to this end. */
export const isAt = ({ positions }: CasePosition, { process, state }: Outcome): boolean =>
  positions.some((p) => p.process === process && p.leaves.some((leaf) => leaf.state === state));

/** Whether the case has come to both. */
export const isAtBoth = (position: CasePosition, pair: Pair): boolean =>
  pair.every((outcome) => isAt(position, outcome));

export const nameOf = ([a, b]: Pair): string => `${a.process.id}/${a.state} + ${b.process.id}/${b.state}`;
