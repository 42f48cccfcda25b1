/** Proofs over the explored situations: that they come to an end, reach every state, and lead to an end. */
import type { AnyStateNode } from 'xstate';
import type { Edition, Process } from '../../../machines/grammar/index.js';
import { nodesOf } from '../machine.js';
import { isLeaf } from './form-proofs.js';
import { fileOf, type Look } from './proof.js';
import { factsTo, type Situation, type StateSpace } from '../space/state-space.js';

/** Every situation of every process, edition and day has been listed; none was left out. */
export const everySpaceListed: Look = ({ explored }, finder) => {
  for (const { situations } of explored.spaces) for (const _ of situations) finder.check(true, '', () => '');
  for (const { process, says } of explored.failures) finder.check(false, process, () => says);
};

/** On some day of its edition every state can be come to. */
export const everyStateReachable: Look = ({ registry, explored }, finder) => {
  for (const process of registry.processes)
    for (const edition of process.editions) {
      const spaces = explored.spaces.filter((space) => space.edition === edition);
      const reached = new Set(spaces.flatMap(({ situations }) => situations.flatMap(({ leaves }) => leaves)));
      for (const node of nodesOf(edition.machine.root))
        if (isLeaf(node) && node.parent)
          finder.check(reached.has(node), process.id, () => unreachable(node, process, edition));
    }
};

const unreachable = ({ key }: AnyStateNode, { id, editions }: Process, { since }: Edition): string =>
  `${key} kan inte nås någon dag${editions.length > 1 ? ` i utgåvan från ${since}` : ''}. Ge det en övergång dit, eller lägg det faktum som leder dit i samples, i ${fileOf(id)}.`;

/** From every situation the facts can lead to an end. */
export const everyProcessEnds: Look = ({ explored }, finder) => {
  for (const space of explored.spaces) {
    const ending = leadingToAnEnd(space);
    for (const situation of space.situations)
      finder.check(
        ending.has(situation),
        space.process.id,
        () =>
          `från ${situation.leaves.map(({ key }) => key).join(' + ')} leder inga fakta till ett slut ${space.on}. Ge det en väg till ett tillstånd med type: 'final', i ${fileOf(space.process.id)}.`,
        () => factsTo(situation),
      );
  }
};

/** The situations from which some facts lead to an end: backwards from the ends. */
function leadingToAnEnd({ situations }: StateSpace): Set<Situation> {
  const into = new Map<Situation, Situation[]>();
  for (const from of situations) for (const { to } of from.moves) into.set(to, [...(into.get(to) ?? []), from]);
  const ends = new Set(situations.filter(({ snapshot }) => snapshot.status === 'done'));
  for (const end of ends) for (const from of into.get(end) ?? []) ends.add(from);
  return ends;
}
