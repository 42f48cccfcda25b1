/**
 * What a machine makes of a fact. `stepping/` holds how: XState's pure transitions through a scope of our own, each kind
 * of step asked for once and then remembered. These are the only files that touch XState's internals; the oracle test
 * holds them against the public functions for every process.
 */
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, AnyTransitionDefinition, EventObject } from 'xstate';
import { oncePer } from './once.js';
import { observed, startOf } from './stepping/own-scope.js';
import { choicesOf } from './stepping/plain.js';
import { Remembered, type Walk } from './stepping/remembered.js';

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

export const statePath = (node: AnyStateNode): string => node.path.join('.');

/** The snapshot before any fact. Throws when the machine cannot even start. */
export const initial: (machine: AnyStateMachine) => AnyMachineSnapshot = oncePer((machine) => machine, startOf);

/**
 * The types of fact that a machine handles anywhere. Most facts concern few processes, and asking costs time. XState's
 * own list leaves out branches that only guard.
 */
export const handledTypes: (machine: AnyStateMachine) => ReadonlySet<string> = oncePer(
  (machine) => machine,
  (machine) => new Set(nodesOf(machine.root).flatMap((node) => [...node.transitions.keys()])),
);

/** What is remembered of a machine; undefined for one that holds more than states, guards and assigns. */
const rememberedOf = oncePer(
  (machine: AnyStateMachine) => machine,
  (machine) => {
    const choices = choicesOf(machine, nodesOf(machine.root));
    return choices && new Remembered(machine, choices);
  },
);

/** Whether a machine is so plain that its steps are remembered; any other takes XState's own, slower way. */
export const isFast = (machine: AnyStateMachine): boolean => rememberedOf(machine) !== undefined;

/** Offers one fact to one machine. Pure: the snapshot handed in is not changed. */
export function step(machine: AnyStateMachine, from: AnyMachineSnapshot, fact: EventObject): StepResult {
  if (from.status !== 'active' || !handledTypes(machine).has(fact.type))
    return { to: from, awaited: false, heard: false, objections: [], taken: [] };
  const { to, first, taken } = rememberedOf(machine)?.walk(from, fact) ?? slowly(machine, from, fact);
  const effective = first.filter((t) => t.target !== undefined || t.actions.length > 0);
  const awaited = effective.some((t) => t.target !== undefined || t.source !== machine.root);
  const heard = effective.length > 0;
  return {
    to: heard ? to : from,
    awaited,
    heard,
    objections: first.some((t) => t.source !== machine.root) ? [] : failedGuards(machine, from, fact.type),
    taken: taken.map(branchOf),
  };
}

function slowly(machine: AnyStateMachine, from: AnyMachineSnapshot, fact: EventObject): Walk {
  const { to, microsteps } = observed(machine, from, fact);
  const taken = microsteps.flatMap(({ _transitions }) => _transitions);
  return { to, first: microsteps[0]?._transitions ?? [], taken };
}

/** The branches that a state and its ancestors offer for a fact, guards not evaluated, innermost first. */
export const candidates = (snapshot: AnyMachineSnapshot, type: string): AnyTransitionDefinition[] =>
  snapshot._nodes.flatMap((node: AnyStateNode) => node.transitions.get(type) ?? []);

const failedGuards = (machine: AnyStateMachine, from: AnyMachineSnapshot, type: string): string[] =>
  candidates(from, type)
    .filter((t) => t.source !== machine.root)
    .flatMap((t) => (typeof t.guard === 'string' ? [t.guard] : []));

export const branchOf: (transition: AnyTransitionDefinition) => Branch = oncePer(
  (transition: AnyTransitionDefinition) => transition,
  (transition) => {
    const event = transition.eventType as string;
    const index = offeredBy(transition.source, event).indexOf(transition);
    return { source: statePath(transition.source), event, index };
  },
);

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
