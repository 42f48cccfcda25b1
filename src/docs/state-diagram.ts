/** A machine as a Mermaid state diagram. Handlers that only listen or only note something are left to the tables. */
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';

/** The diagram, one line per transition. `titles` are shown instead of the names of states. */
export function stateDiagram(machine: AnyStateMachine, titles: (state: string) => string): string {
  return ['stateDiagram-v2', ...inside(machine.root, titles, 1), ...crossings(machine.root)].join('\n');
}

function inside(node: AnyStateNode, titles: (state: string) => string, depth: number): string[] {
  const children = Object.values(node.states);
  const indent = '  '.repeat(depth);
  const lines = children.flatMap((child) => block(child, titles, depth));
  const initial = node.initial?.target[0]?.key;
  const own = merged(children.flatMap((child) => arrows(child).filter(({ to }) => to.parent === node)));
  return [
    ...lines,
    ...(initial ? [`${indent}[*] --> ${initial}`] : []),
    ...own.map((arrow) => indent + drawn(arrow)),
    ...children.filter((child) => child.type === 'final').map((child) => `${indent}${child.key} --> [*]`),
  ];
}

function block(node: AnyStateNode, titles: (state: string) => string, depth: number): string[] {
  const indent = '  '.repeat(depth);
  if (Object.keys(node.states).length === 0) return [`${indent}${node.key} : ${titles(node.key)}`];
  return [`${indent}state ${node.key} {`, ...inside(node, titles, depth + 1), `${indent}}`];
}

interface Arrow {
  from: AnyStateNode;
  to: AnyStateNode;
  says: string[];
}

// Mermaid draws an arrow where it is declared, so those that leave a compound state stand outside all of them.
const crossings = (root: AnyStateNode): string[] =>
  merged(
    below(root)
      .flatMap(arrows)
      .filter(({ from, to }) => from.parent !== to.parent),
  ).map((arrow) => `  ${drawn(arrow)}`);

/** Facts that lead the same way share one arrow. */
function merged(all: readonly Arrow[]): Arrow[] {
  const ways = new Map<string, Arrow>();
  for (const arrow of all) {
    const way = `${arrow.from.id} ${arrow.to.id}`;
    const known = ways.get(way);
    ways.set(way, known ? { ...known, says: [...known.says, ...arrow.says] } : arrow);
  }
  return [...ways.values()];
}

/** More facts than this on one arrow hide the picture; the page lists them all. */
const MOST_ON_ONE_ARROW = 10;

function drawn({ from, to, says }: Arrow): string {
  const shown = says.length > MOST_ON_ONE_ARROW ? [...says.slice(0, 3), `och ${says.length - 3} fakta till`] : says;
  return `${from.key} --> ${to.key} : ${shown.join('<br>')}`;
}

const below = (node: AnyStateNode): AnyStateNode[] =>
  Object.values(node.states).flatMap((child) => [child, ...below(child)]);

const arrows = (node: AnyStateNode): Arrow[] =>
  [...node.transitions.values()]
    .flat()
    .flatMap((t) => (t.target ?? []).map((to) => ({ from: node, to, says: [says(t)] })));

const says = ({ eventType, guard }: AnyTransitionDefinition): string =>
  typeof guard === 'string' ? `${eventType} [${guard}]` : String(eventType);
