/** The clocks that run in a situation, and the dates they show. */
import type { AnyMachineSnapshot, AnyStateNode } from 'xstate';
import type { Clock, Meta, PlainDate, Process, Reckoned } from '../../../machines/grammar/index.js';
import type { LawOnDay } from '../law/law-on.js';
import { nodesOf } from '../machine.js';
import { metaOf } from '../registry.js';

export interface RunningClock {
  /** The state that the clock stands on. */
  node: AnyStateNode;
  /** The time fact. */
  type: string;
  dateName: string;
  date: PlainDate | undefined;
}

export const clockOf = (meta: Meta | undefined): Clock => meta?.clock ?? {};

/** A computed date, or what was thrown instead. */
export type Attempt = { reckoned: Reckoned | undefined } | { thrown: unknown };

export function attempt(process: Process, name: string, snapshot: AnyMachineSnapshot, law: LawOnDay): Attempt {
  try {
    return { reckoned: process.dates[name]?.(snapshot.context as never, law) };
  } catch (thrown) {
    return { thrown };
  }
}

/** A date that throws counts as none here; that it throws is a counterexample of its own. */
export const runningClocks = (process: Process, snapshot: AnyMachineSnapshot, law: LawOnDay): RunningClock[] =>
  (snapshot._nodes as AnyStateNode[]).flatMap((node) =>
    Object.entries(clockOf(metaOf(node))).map(([type, dateName]) => {
      const tried = attempt(process, dateName, snapshot, law);
      return { node, type, dateName, date: 'reckoned' in tried ? tried.reckoned?.date : undefined };
    }),
  );

const known = new WeakMap<Process, ReadonlyMap<string, string>>();

/** The time facts that the process itself computes, with the names of their dates. */
export function clockDates(process: Process): ReadonlyMap<string, string> {
  let dates = known.get(process);
  if (!dates) {
    const nodes = process.editions.flatMap(({ machine }) => nodesOf(machine.root));
    known.set(process, (dates = new Map(nodes.flatMap((node) => Object.entries(clockOf(metaOf(node)))))));
  }
  return dates;
}

const types = new WeakMap<Process, ReadonlySet<string>>();

/** The time facts that the process itself computes. */
export function ownClocks(process: Process): ReadonlySet<string> {
  let own = types.get(process);
  if (!own) types.set(process, (own = new Set(clockDates(process).keys())));
  return own;
}
