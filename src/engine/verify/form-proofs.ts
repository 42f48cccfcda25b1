/** Proofs over the form of the machines: what every one of them must be before it is explored. */
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { isDormant, isStep, type Process } from '../../../machines/grammar/index.js';
import { nodesOf, statePath } from '../machine.js';
import { metaOf } from '../registry.js';
import { guardName, ways } from './answers.js';
import { ownClocks } from '../space/clocks.js';
import { fileOf, type Finder, type Look } from './proof.js';

export const isLeaf = (node: AnyStateNode): boolean => Object.keys(node.states).length === 0;

/** The leaf states of every edition. */
export const leafNodes = (process: Process): AnyStateNode[] =>
  process.editions.flatMap(({ machine }) => nodesOf(machine.root).filter((n) => n !== machine.root && isLeaf(n)));

/** The types of fact that a state takes, itself or through the states around it. */
export const handled = (node: AnyStateNode): Set<string> =>
  new Set(ways(node).flatMap((way) => [...way.transitions.keys()]));

/** Plain XState without timers, effects, wildcards or branches that can never be taken. */
export const plainForm: Look = ({ registry }, finder) => {
  for (const process of registry.processes)
    for (const { machine } of process.editions)
      for (const node of nodesOf(machine.root)) plainNode(process.id, node, finder);
};

function plainNode(process: string, node: AnyStateNode, finder: Finder): void {
  const at = statePath(node) || '(maskinen)';
  const rule = (holds: boolean, what: string) =>
    finder.check(holds, process, () => `${at} ${what} Ändra i ${fileOf(process)}.`);
  const branches = [...node.transitions.values()];
  rule(node.after.length === 0, 'har en tidsinställning (after). Tiden går genom uträknade datum (dates och clock).');
  rule(node.invoke.length === 0, 'anropar något (invoke). En process anropar ingen.');
  rule(node.entry.length + node.exit.length === 0, 'gör något vid inträde eller utträde. Bara fakta gör något.');
  rule(![...node.transitions.keys()].some((type) => type.includes('*')), 'har ett jokertecken: då väntas allt.');
  rule(/^[a-z][A-Za-z0-9]*$/.test(node.key), 'har ett namn med annat än bokstäver och siffror i ASCII.');
  rule(
    branches.every((list) => list.slice(0, -1).every(({ guard }) => guard !== undefined)),
    'har en gren efter en utan villkor; den kan aldrig gås.',
  );
  rule(
    branches.flat().every((branch) => branch.guard === undefined || guardName(branch) !== undefined),
    'har ett villkor utan namn; ett avslag kan då inte säga vilket det var.',
  );
}

/** No transition leaves and enters a parallel state from within: its other regions would begin anew. */
export const noRegionReset: Look = ({ registry }, finder) => {
  for (const process of registry.processes)
    for (const { machine } of process.editions)
      for (const node of nodesOf(machine.root))
        for (const branch of [...node.transitions.values()].flat()) {
          const reset = (branch.target ?? [])
            .map((target) => domainOf(branch, target))
            .find((d) => d?.type === 'parallel');
          finder.check(
            reset === undefined,
            process.id,
            () =>
              `${statePath(node) || '(maskinen)'}: ${branch.eventType} nollställer de andra delarna av ${statePath(reset!) || '(maskinen)'}. Sikta på ett tillstånd i samma del, i ${fileOf(process.id)}.`,
          );
        }
};

/** The state that a transition leaves and enters everything below, as XState reckons it. */
function domainOf({ source, reenter }: AnyTransitionDefinition, target: AnyStateNode): AnyStateNode | undefined {
  if (!reenter && ways(target).includes(source)) return source;
  return ways(source)
    .slice(1)
    .find((around) => around !== target && ways(target).includes(around));
}

/** Every non-final state says who is awaited or which facts wake it, and takes those facts. */
export const everyStateAwaits: Look = ({ registry }, finder) => {
  const times = new Set(registry.processes.flatMap((process) => [...ownClocks(process)]));
  for (const process of registry.processes)
    for (const node of leafNodes(process)) {
      if (node.type === 'final') continue;
      const rule = (holds: boolean, says: string) => finder.check(holds, process.id, () => says);
      const meta = metaOf(node);
      const named = isStep(meta) ? meta.awaits : isDormant(meta) ? meta.wakes : [];
      rule(
        named.length > 0,
        `${node.key} säger varken vem som väntas eller vad som väcker det. Skriv owner och awaits, eller dormant och wakes, i meta i ${fileOf(process.id)}.`,
      );
      const types = handled(node);
      for (const type of named)
        rule(
          types.has(type),
          `${node.key} nämner ${type} men tar inte emot det. Skriv det under on i ${fileOf(process.id)}.`,
        );
      for (const type of types)
        rule(
          registry.facts.has(type) || times.has(type),
          `${node.key} tar emot ${type}, som ingen definierar eller räknar ut. Rätta namnet i ${fileOf(process.id)}, eller definiera faktat i facts.ts.`,
        );
    }
};
