/**
 * XState shows once, and then it is remembered. Where a machine of states, guards and assigns comes to depends on nothing
 * but its active states and the branches taken. The first time that some branches are taken from some states, XState takes
 * the step; after that only guards and assigns are run. So the rules of statecharts stay XState's own.
 */
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, AnyTransitionDefinition, EventObject } from 'xstate';
import { Configuration, isTaken } from './configuration.js';
import { inDocumentOrder, type Microstep, observed } from './own-scope.js';
import { type Asked, asking, type Choice } from './plain.js';

/** What a machine did with a fact. */
export interface Walk {
  to: AnyMachineSnapshot;
  /** The branches that the fact itself chose, and all that were taken with those that need no fact. */
  first: readonly AnyTransitionDefinition[];
  taken: readonly AnyTransitionDefinition[];
}

/** More sets of active states than this are not kept for one machine; then the keeping begins anew. */
const MOST_KEPT = 5_000;
/** A machine that goes on of itself for longer than this is left to XState, which knows when it is a loop. */
const MOST_STEPS = 50;

export class Remembered {
  private readonly known = new Map<string, Configuration>();
  private readonly byNodes = new WeakMap<object, Configuration>();

  constructor(
    private readonly machine: AnyStateMachine,
    private readonly choices: ReadonlyMap<AnyTransitionDefinition, Choice>,
  ) {}

  /** The same as XState would do. Throws what XState throws. */
  walk(from: AnyMachineSnapshot, fact: EventObject): Walk {
    return this.recall(from, fact) ?? this.learn(from, fact);
  }

  /** The walk from memory; undefined when some part of it has not been seen, or only XState can tell. */
  private recall(from: AnyMachineSnapshot, event: EventObject): Walk | undefined {
    try {
      return this.recalled(from, event);
    } catch {
      // XState takes the step once more, so that whoever asked gets XState's own words about what was thrown.
      return undefined;
    }
  }

  private recalled(from: AnyMachineSnapshot, event: EventObject): Walk | undefined {
    let at = this.configurationOf(from);
    let asked = asking(from.context, event);
    let ended = false;
    let moved = false;
    let next: readonly Choice[] | undefined = at.chosen(asked);
    const first = next.map(({ transition }) => transition);
    const taken = [...first];
    for (let steps = 0; next; steps++) {
      if (next.length > 0) {
        const edge = at.edge(next);
        if (!edge || steps > MOST_STEPS) return undefined;
        for (const assign of edge.assigns) asked = asking({ ...asked.context, ...assign(asked) }, event);
        moved ||= edge.to !== at || edge.assigns.length > 0;
        ended ||= edge.ends;
        at = edge.to;
      }
      if (at.status !== 'active' || at.eventless.length === 0) break;
      const on = eventlessFrom(at, asked);
      if (on === undefined || (on.length === 0 && ended)) return undefined;
      next = on.length > 0 ? on : undefined;
      taken.push(...on.map(({ transition }) => transition));
    }
    return { to: moved ? at.with(asked.context) : from, first, taken };
  }

  private learn(from: AnyMachineSnapshot, fact: EventObject): Walk {
    const { to, microsteps } = observed(this.machine, from, fact);
    let before = this.configurationOf(from);
    for (const { _transitions, snapshot } of microsteps) {
      const after = this.configurationOf(snapshot);
      this.keep(before, _transitions, after);
      before = after;
    }
    return {
      to: to === from ? from : this.configurationOf(to).with(to.context),
      first: microsteps[0]?._transitions ?? [],
      taken: microsteps.flatMap(({ _transitions }) => _transitions),
    };
  }

  private keep(from: Configuration, transitions: Microstep['_transitions'], to: Configuration): void {
    if (transitions.length === 0 || !areApart(transitions)) return;
    const taken = transitions.map((transition) => this.choices.get(transition)!);
    const targeted = transitions.some(({ target }) => target !== undefined);
    const ends = targeted && to.nodes.some(({ type }) => type === 'final');
    from.remember(taken, { to, assigns: taken.flatMap(({ assigns }) => assigns), ends });
  }

  private configurationOf(snapshot: AnyMachineSnapshot): Configuration {
    const known = this.byNodes.get(snapshot._nodes);
    if (known) return known;
    const nodes = [...(snapshot._nodes as AnyStateNode[])].sort(inDocumentOrder);
    const key = `${snapshot.status} ${nodes.map(({ order }) => order).join(' ')}`;
    let configuration = this.known.get(key);
    if (!configuration) {
      if (this.known.size >= MOST_KEPT) this.known.clear();
      this.known.set(key, (configuration = new Configuration(snapshot, this.choices)));
      this.byNodes.set(configuration.nodes, configuration);
    }
    return configuration;
  }
}

/** The branch that is taken without any fact; undefined when there are several, whose order only XState knows. */
function eventlessFrom({ eventless }: Configuration, asked: Asked): readonly Choice[] | undefined {
  const enabled = new Set(eventless.flatMap((choices) => choices.find((choice) => isTaken(choice, asked)) ?? []));
  return enabled.size > 1 ? undefined : [...enabled];
}

/**
 * Whether branches taken together leave each other alone, since each begins and ends within a region of its own. Of others
 * XState takes only some, so that what they lead to is not remembered.
 */
function areApart(transitions: Microstep['_transitions']): boolean {
  return transitions.every((one, i) =>
    transitions.slice(i + 1).every((other) => {
      const region = regionOf(one.source, other.source);
      const another = regionOf(other.source, one.source);
      return region && another && staysIn(region, one) && staysIn(another, other);
    }),
  );
}

/** The region with the state but not the other, when a state with regions is the innermost around both. */
function regionOf(node: AnyStateNode, other: AnyStateNode): AnyStateNode | undefined {
  const around = lineOf(other);
  const region = lineOf(node).find(({ parent }) => parent && around.includes(parent));
  return region?.parent?.type === 'parallel' && !around.includes(region) ? region : undefined;
}

/** A branch that names the region itself as its target would reset the regions beside it. */
const staysIn = (region: AnyStateNode, { source, target, reenter }: AnyTransitionDefinition): boolean =>
  (target ?? []).every((node) => node !== region && lineOf(node).includes(region)) && !(reenter && source === region);

/** The state and every state around it, innermost first. */
const lineOf = (node: AnyStateNode): AnyStateNode[] => [node, ...(node.parent ? lineOf(node.parent) : [])];
