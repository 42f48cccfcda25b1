/** The active states of a machine, all at once, with what can be known of them without any context. */
import type { AnyMachineSnapshot, AnyStateNode, AnyTransitionDefinition, StateValue } from 'xstate';
import { inDocumentOrder } from './own-scope.js';
import type { Asked, Assign, Choice } from './plain.js';

/** What a state and the states inside it offer for one type of fact. Inner states answer before the one around them. */
interface Offer {
  own: readonly Choice[];
  inner: readonly Offer[];
}

/** Where branches lead that are taken together. */
export interface Edge {
  to: Configuration;
  assigns: readonly Assign[];
  /** XState may go on with events of its own, since a state of the kind that ends something was entered. */
  ends: boolean;
}

const NOTHING: Offer = { own: [], inner: [] };

export class Configuration {
  readonly nodes: readonly AnyStateNode[];
  /** For each active leaf, the branches that need no fact, of the leaf and of every state around it. */
  readonly eventless: readonly (readonly Choice[])[];
  private readonly template: AnyMachineSnapshot;
  private readonly offers = new Map<string, Offer>();
  private readonly edges = new Map<unknown, Edge>();

  constructor(
    shown: AnyMachineSnapshot,
    private readonly choices: ReadonlyMap<AnyTransitionDefinition, Choice>,
  ) {
    const { root } = shown.machine;
    const nodes = [...(shown._nodes as AnyStateNode[])].sort(inDocumentOrder);
    this.nodes = nodes;
    this.template = { ...shown, _nodes: nodes, value: ordered(root, shown.value as StateValue) } as AnyMachineSnapshot;
    const leaves = nodes.filter((node) => node.type === 'atomic' || node.type === 'final');
    this.eventless = leaves.map((leaf) => this.eventlessOf(leaf)).filter((some) => some.length > 0);
  }

  get status(): AnyMachineSnapshot['status'] {
    return this.template.status;
  }

  /** A snapshot of these states with a context. All of them share what does not depend on the context. */
  with(context: AnyMachineSnapshot['context']): AnyMachineSnapshot {
    return { ...this.template, context: context as unknown } as AnyMachineSnapshot;
  }

  /** The branches taken on a fact: in each region the innermost state whose guard holds. */
  chosen(asked: Asked): readonly Choice[] {
    const { type } = asked.event;
    let offer = this.offers.get(type);
    if (!offer) this.offers.set(type, (offer = this.offerOf(this.nodes[0]!, type) ?? NOTHING));
    return chosenFrom(offer, asked);
  }

  edge(taken: readonly Choice[]): Edge | undefined {
    return this.edges.get(edgeKey(taken));
  }

  remember(taken: readonly Choice[], edge: Edge): void {
    this.edges.set(edgeKey(taken), edge);
  }

  private offerOf(node: AnyStateNode, type: string): Offer | undefined {
    const children = Object.values(node.states).filter((child) => this.nodes.includes(child));
    const inner = children.flatMap((child) => this.offerOf(child, type) ?? []);
    const own = (node.transitions.get(type) ?? []).map((transition) => this.choices.get(transition)!);
    return own.length + inner.length > 0 ? { own, inner } : undefined;
  }

  private eventlessOf(node: AnyStateNode): Choice[] {
    const own = (node.always ?? []).map((transition) => this.choices.get(transition)!);
    return node.parent ? [...own, ...this.eventlessOf(node.parent)] : own;
  }
}

export const isTaken = ({ holds }: Choice, asked: Asked): boolean => !holds || holds(asked);

function chosenFrom({ own, inner }: Offer, asked: Asked): readonly Choice[] {
  const chosen = inner.length === 1 ? chosenFrom(inner[0]!, asked) : inner.flatMap((one) => chosenFrom(one, asked));
  if (chosen.length > 0) return chosen;
  const first = own.find((choice) => isTaken(choice, asked));
  return first ? [first] : [];
}

/** One branch is its own key; several are told apart by theirs. */
const edgeKey = (taken: readonly Choice[]): unknown =>
  taken.length === 1 ? taken[0] : taken.map(({ key }) => key).join('|');

/** The value with its regions in the order of the document: XState leaves them in the order they were entered. */
function ordered(node: AnyStateNode, value: StateValue): StateValue {
  if (typeof value === 'string') return value;
  const active = Object.entries(node.states).filter(([key]) => value[key] !== undefined);
  return Object.fromEntries(active.map(([key, child]) => [key, ordered(child, value[key]!)]));
}
