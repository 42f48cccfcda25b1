/**
 * What a machine may consist of so that its steps can be remembered: states, guards of its own, and `assign`. Every
 * machine of Etapp does; whatever else XState offers is left to XState.
 */
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, AnyTransitionDefinition, EventObject } from 'xstate';
import { assignScope } from './own-scope.js';

/** What guards and assigns are handed. An assign gets the scope besides, in which nothing can have an effect. */
export interface Asked {
  context: AnyMachineSnapshot['context'];
  event: EventObject;
  spawn: (typeof assignScope)['spawn'];
  self: (typeof assignScope)['self'];
  system: (typeof assignScope)['system'];
}

const { spawn, self, system } = assignScope;
export const asking = (context: Asked['context'], event: EventObject): Asked => ({
  context: context as unknown,
  event,
  spawn,
  self,
  system,
});

/** A branch with what decides whether it is taken and what it does to the context. */
export interface Choice {
  /** Tells it from every other branch of the machine. */
  key: string;
  transition: AnyTransitionDefinition;
  holds: ((asked: Asked) => boolean) | undefined;
  assigns: readonly Assign[];
}

type Update = Readonly<Record<string, unknown>>;
export type Assign = (asked: Asked) => Update;

/** Every branch of a machine, ready to be asked; undefined when the machine is more than plain. */
export function choicesOf(
  machine: AnyStateMachine,
  nodes: readonly AnyStateNode[],
): ReadonlyMap<AnyTransitionDefinition, Choice> | undefined {
  if (!nodes.every(isPlain)) return undefined;
  const choices = new Map<AnyTransitionDefinition, Choice>();
  for (const node of nodes)
    for (const transition of [...[...node.transitions.values()].flat(), ...(node.always ?? [])]) {
      const choice = choiceOf(machine, transition, String(choices.size));
      if (!choice) return undefined;
      choices.set(transition, choice);
    }
  return choices;
}

/** No history, no entry, exit or done handlers, no timers, no actors, no output, no wildcard. */
function isPlain({ type, entry, exit, invoke, output, config, initial, transitions }: AnyStateNode): boolean {
  const bare = type !== 'history' && entry.length + exit.length + invoke.length === 0 && output === undefined;
  const own = [...transitions.keys()].every((name) => !name.startsWith('xstate.') && !name.includes('*'));
  return bare && own && config.after === undefined && initial.actions.length === 0;
}

function choiceOf(machine: AnyStateMachine, transition: AnyTransitionDefinition, key: string): Choice | undefined {
  const guards = machine.implementations.guards as Readonly<Record<string, unknown>>;
  const actions = machine.implementations.actions as Readonly<Record<string, unknown>>;
  const { guard } = transition;
  const holds = typeof guard === 'string' ? guards[guard] : guard;
  const assigns = transition.actions.map((action) => assignOf(typeof action === 'string' ? actions[action] : action));
  if (holds !== undefined && (typeof holds !== 'function' || 'check' in holds)) return undefined;
  return assigns.every((assign) => assign !== undefined)
    ? { key, transition, holds: holds as Choice['holds'], assigns }
    : undefined;
}

/** What an `assign` does, without the copy of the whole snapshot that XState makes for it; undefined for other actions. */
function assignOf(action: unknown): Assign | undefined {
  if (typeof action !== 'function' || (action as { type?: string }).type !== 'xstate.assign') return undefined;
  const { assignment } = action as unknown as { assignment: Update | Assign };
  return typeof assignment === 'function' ? assignment : (asked) => eachOf(assignment, asked);
}

const eachOf = (assignment: Update, asked: Asked): Update =>
  Object.fromEntries(
    Object.entries(assignment).map(([name, value]) => [
      name,
      typeof value === 'function' ? (value as (asked: Asked) => unknown)(asked) : value,
    ]),
  );
