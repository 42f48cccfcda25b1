/**
 * XState's pure transitions through one reused, inert scope: several times faster than the public `transition()`, and
 * it makes "assign is the only action" a fact at run time, since anything else reaches `effect` and throws. This is the
 * only file that touches XState's internals; the oracle test holds it against the public functions for every process.
 */
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, AnyTransitionDefinition, EventObject } from 'xstate';

interface Microstep {
  type: string;
  _transitions: AnyTransitionDefinition[];
}

let microsteps: Microstep[] = [];
const effect = (): never => {
  throw new Error('A machine has no effects: assign is the only action.');
};
const scope = {
  self: { id: 'pure', send: effect },
  logger: effect,
  defer: effect,
  emit: effect,
  stopChild: effect,
  actionExecutor: effect,
  system: {
    _sendInspectionEvent: (event: Microstep) => {
      if (event.type === '@xstate.microstep') microsteps.push(event);
    },
    scheduler: { schedule: effect, cancel: effect },
    _relay: effect,
    get: effect,
    _unregister: effect,
  },
} as unknown as Parameters<AnyStateMachine['transition']>[2];

/** One branch of one transition, as `paths` and `verify` count them. */
export interface Branch {
  /** State path inside the machine, `iProgrammet.vantarPaHandlingsplan`; empty for the machine itself. */
  source: string;
  event: string;
  /** Place among the branches of this event in this state. */
  index: number;
}

/** The answer of one machine to one fact. */
export interface StepResult {
  to: AnyMachineSnapshot;
  /** A waiting state took the fact. A handler on the machine itself without a target only listens. */
  awaited: boolean;
  /** Anything at all was taken. */
  heard: boolean;
  /** Guards that failed where the fact would otherwise have been awaited. */
  objections: string[];
  /** The branches walked; a branch with only a guard moves nothing but was passed. */
  taken: Branch[];
}

/** The answer of a process that a fact does not reach. */
export const unheard = ({ snapshot }: { snapshot: AnyMachineSnapshot }): StepResult => ({
  to: snapshot,
  awaited: false,
  heard: false,
  objections: [],
  taken: [],
});

export const statePath = (node: AnyStateNode): string => node.path.join('.');

/** The snapshot before any fact. Throws when the machine cannot even start. */
export function initial(machine: AnyStateMachine): AnyMachineSnapshot {
  const snapshot = machine.getInitialSnapshot(scope, undefined);
  if (snapshot.status === 'error') throw snapshot.error;
  return snapshot;
}

const known = new WeakMap<AnyStateMachine, ReadonlySet<string>>();

/**
 * The types of fact that a machine handles anywhere. Most facts concern few processes, and asking costs time. XState's
 * own list leaves out branches that only guard.
 */
export function handledTypes(machine: AnyStateMachine): ReadonlySet<string> {
  let types = known.get(machine);
  if (!types)
    known.set(machine, (types = new Set(nodesOf(machine.root).flatMap((node) => [...node.transitions.keys()]))));
  return types;
}

/** Offers one fact to one machine. Pure: the snapshot handed in is not changed. */
export function step(machine: AnyStateMachine, from: AnyMachineSnapshot, fact: EventObject): StepResult {
  if (from.status !== 'active' || !handledTypes(machine).has(fact.type)) return unheard({ snapshot: from });
  microsteps = [];
  const to = machine.transition(from, fact, scope) as AnyMachineSnapshot;
  to._nodes.sort((a: AnyStateNode, b: AnyStateNode) => a.order - b.order);
  const first = microsteps[0]?._transitions ?? [];
  const effective = first.filter((t) => t.target !== undefined || t.actions.length > 0);
  const awaited = effective.some((t) => t.target !== undefined || t.source !== machine.root);
  const heard = effective.length > 0;
  return {
    to: heard ? to : from,
    awaited,
    heard,
    objections: first.some((t) => t.source !== machine.root) ? [] : failedGuards(machine, from, fact.type),
    taken: microsteps.flatMap((m) => m._transitions).map(branchOf),
  };
}

/** The branches that a state and its ancestors offer for a fact, guards not evaluated, innermost first. */
export const candidates = (snapshot: AnyMachineSnapshot, type: string): AnyTransitionDefinition[] =>
  snapshot._nodes.flatMap((node: AnyStateNode) => node.transitions.get(type) ?? []);

const failedGuards = (machine: AnyStateMachine, from: AnyMachineSnapshot, type: string): string[] =>
  candidates(from, type)
    .filter((t) => t.source !== machine.root)
    .flatMap((t) => (typeof t.guard === 'string' ? [t.guard] : []));

export function branchOf(t: AnyTransitionDefinition): Branch {
  const event = t.eventType as string;
  return { source: statePath(t.source), event, index: offeredBy(t.source, event).indexOf(t) };
}

/** The branches of a state for an event; those that need none (`always`) have no event. */
const offeredBy = (node: AnyStateNode, event: string): readonly AnyTransitionDefinition[] =>
  event === '' ? (node.always ?? []) : (node.transitions.get(event) ?? []);

/** The node and everything below it, in document order. */
export const nodesOf = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesOf)];

/** Every branch that a machine declares. */
export const branches = (machine: AnyStateMachine): Branch[] =>
  nodesOf(machine.root).flatMap((node) =>
    [...[...node.transitions.values()].flat(), ...(node.always ?? [])].map(branchOf),
  );

export const branchKey = (b: Branch): string => `${b.source}|${b.event}|${b.index}`;
