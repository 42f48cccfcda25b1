/**
 * XState's pure transitions through one reused, inert scope: several times faster than the public `transition()`, and
 * it makes "assign is the only action" a fact at run time, since anything else reaches `effect` and throws.
 */
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, AnyTransitionDefinition, EventObject } from 'xstate';

/** One microstep as XState took it: the branches it chose, before it settles which of them exclude each other. */
export interface Microstep {
  event: EventObject;
  snapshot: AnyMachineSnapshot;
  _transitions: readonly AnyTransitionDefinition[];
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
    _sendInspectionEvent: (event: Microstep & { type: string }) => {
      if (event.type === '@xstate.microstep') microsteps.push(event);
    },
    scheduler: { schedule: effect, cancel: effect },
    _relay: effect,
    get: effect,
    _unregister: effect,
  },
} as unknown as Parameters<AnyStateMachine['transition']>[2];

/** What an `assign` is handed besides the context and the fact. */
export const assignScope = { spawn: effect, self: scope.self, system: scope.system };

/** The snapshot before any fact. Throws when the machine cannot even start. */
export function startOf(machine: AnyStateMachine): AnyMachineSnapshot {
  const snapshot = machine.getInitialSnapshot(scope, undefined) as AnyMachineSnapshot;
  if (snapshot.status === 'error') throw snapshot.error;
  snapshot._nodes.sort(inDocumentOrder);
  return snapshot;
}

/** XState's own answer to a fact, with every microstep on the way. Throws what a guard or an assign throws. */
export function observed(machine: AnyStateMachine, from: AnyMachineSnapshot, fact: EventObject) {
  microsteps = [];
  const to = machine.transition(from, fact, scope) as AnyMachineSnapshot;
  if (to !== from) to._nodes.sort(inDocumentOrder);
  return { to, microsteps };
}

export const inDocumentOrder = (a: AnyStateNode, b: AnyStateNode): number => a.order - b.order;
