/** Several of one process in a case: which of them a fact reaches, and how one more comes to be. */
import type { Position } from './position.js';
import type { Registry } from './registry.js';
import type { Fact } from './types.js';

/** The part of a case's position that instances are added to. */
interface Several {
  positions: Position[];
  /** The process as one more of it would begin. */
  unopened: Position[];
}

/** The process that a fact or a time fact is about, and which of several. */
export interface Target {
  process: string | undefined;
  /** Null where a case has the process once. */
  instance: string | null;
}

/** The process that defines a fact, and the instance that its key names. */
export function targetOf({ type, data }: Pick<Fact, 'type' | 'data'>, registry: Registry): Target {
  const process = registry.facts.get(type)?.process;
  const key = process === undefined ? undefined : registry.process(process)?.instances?.key;
  return { process, instance: key === undefined ? null : String(data[key]) };
}

export const isTarget = ({ process, instance }: Position, target: Target): boolean =>
  process.id === target.process && instance === target.instance;

/** Facts of a process reach the instance that they name, and every position of other processes. */
export const reaches = (position: Position, target: Target): boolean =>
  position.process.id !== target.process || position.instance === target.instance;

/**
 * The case with the instance that a fact names, for the machine to say whether the fact may open it. A new instance has
 * heard all that its process hears of other processes, so that its guards know whether there is a plan.
 */
export function withInstance<P extends Several>(position: P, target: Target, registry: Registry): P {
  const unopened = position.unopened.find((p) => p.process.id === target.process);
  if (!unopened || target.instance === null || position.positions.some((p) => isTarget(p, target))) return position;
  const order = (p: Position) => registry.processes.indexOf(p.process);
  const later = position.positions.findIndex((p) => order(p) > order(unopened));
  const at = later < 0 ? position.positions.length : later;
  return { ...position, positions: position.positions.toSpliced(at, 0, { ...unopened, instance: target.instance }) };
}
