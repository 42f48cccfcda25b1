/** Proofs over the facts in every situation: whether they can come, who can state them, and how guards divide them. */
import type { AnyStateNode } from 'xstate';
import { isDormant, isStep, type Step } from '../../../machines/grammar/index.js';
import { statePath } from '../machine.js';
import { metaOf } from '../registry.js';
import type { SampleEvent } from '../samples.js';
import { explained, guardName, holds, takes, tries, triesOn } from './answers.js';
import { fileOf, type Ground, type Look } from './proof.js';
import { factsTo, type Situation, type StateSpace } from '../space/state-space.js';

interface Standing {
  space: StateSpace;
  situation: Situation;
  leaf: AnyStateNode;
}

/** Every leaf state of every situation on every explored day. */
function standings({ explored }: Ground): Standing[] {
  return explored.spaces.flatMap((space) =>
    space.situations
      .filter(({ snapshot }) => snapshot.status === 'active')
      .flatMap((situation) => situation.leaves.map((leaf) => ({ space, situation, leaf }))),
  );
}

/**
 * No fact is both awaited and impossible: in some situation of the state it is taken, on some day. In which one its guards
 * say; that the owner of a step can do something in every situation is a proof of its own.
 */
export const nothingImpossibleAwaited: Look = (ground, finder) => {
  for (const [leaf, all] of byLeaf(standings(ground))) {
    const meta = metaOf(leaf);
    const named = isStep(meta) ? meta.awaits : isDormant(meta) ? meta.wakes : [];
    const { id } = all[0]!.space.process;
    for (const type of named)
      finder.check(
        all.some(({ space, situation }) =>
          triesOn(leaf, type, space, situation, ground.book).some((event) => takes(leaf, situation, event)),
        ),
        id,
        () =>
          all.some(({ space }) => space.offers.some((event) => event.type === type))
            ? `${leaf.key} väntar på ${type}, som aldrig kan tas emot där. Ta bort ${type} ur awaits eller wakes, eller ge det en gren som kan gås, i ${fileOf(id)}.`
            : `${leaf.key} väntar på ${type}, som inget prov visar. Lägg ett prov av ${type} i samples i ${fileOf(id)}.`,
        () => factsTo(all[0]!.situation),
      );
  }
};

function byLeaf(all: readonly Standing[]): Map<AnyStateNode, Standing[]> {
  const found = new Map<AnyStateNode, Standing[]>();
  for (const standing of all) {
    const same = found.get(standing.leaf);
    if (same) same.push(standing);
    else found.set(standing.leaf, [standing]);
  }
  return found;
}

/** Who owes a step can discharge it: in every situation one of the awaited facts is the owner's to state and is taken. */
export const everyOwnerCanAct: Look = (ground, finder) => {
  for (const { process, state, meta } of ground.registry.states.values())
    if (isStep(meta))
      finder.check(
        meta.owner !== 'enligtOverenskommelse' || meta.otherwise !== undefined,
        process.id,
        () =>
          `${state} låter överenskommelsen säga vem, men inte vem som svarar när den tiger. Skriv otherwise i ${fileOf(process.id)}.`,
      );
  for (const { space, situation, leaf } of standings(ground)) {
    const meta = metaOf(leaf);
    if (!isStep(meta)) continue;
    const { id } = space.process;
    const own = meta.awaits.filter((type) => statedBy(ownerOf(meta), type, ground));
    const can = own.some((type) =>
      triesOn(leaf, type, space, situation, ground.book).some((event) => takes(leaf, situation, event)),
    );
    finder.check(
      can,
      id,
      () =>
        own.length === 0
          ? `${leaf.key}: ${ownerOf(meta) ?? '?'} kan inte uppge något av ${meta.awaits.join(', ')}. Lägg till parten i by i facts.ts, eller ett faktum som den kan uppge i awaits, i ${fileOf(id)}.`
          : `${leaf.key}: ${ownerOf(meta) ?? '?'} kan inte fullgöra steget, för ${own.join(', ')} tas inte emot där. Ge faktat en gren som kan gås, i ${fileOf(id)}.`,
      () => factsTo(situation),
    );
  }
};

const ownerOf = ({ owner, otherwise }: Step): string | undefined =>
  owner === 'enligtOverenskommelse' ? otherwise : owner;

const statedBy = (party: string | undefined, type: string, { registry }: Ground): boolean =>
  registry.facts.get(type)?.definition.by.some((by) => by === party) === true;

/**
 * Guards on one fact exclude each other, so the order in which they are written decides nothing, except where the process
 * says of the wider one that it is asked last.
 */
export const guardsDisjoint: Look = ({ explored, book }, finder) => {
  for (const space of explored.spaces)
    for (const situation of space.situations)
      for (const node of situation.snapshot._nodes as AnyStateNode[])
        for (const [type, branches] of node.transitions) {
          const guarded = branches.filter(({ guard }) => guard !== undefined);
          if (guarded.length < 2 || situation.snapshot.status !== 'active') continue;
          for (const event of tries(type, guarded, space, situation, book)) {
            const holding = guarded.filter((branch) => holds(branch, situation, event)).map(guardName);
            finder.check(
              holding.slice(1).every((name) => space.process.askedLast?.includes(name ?? '')),
              space.process.id,
              () =>
                `${statePath(node) || '(maskinen)'}: ${holding.join(' och ')} gäller båda för ${told(event)}. Skärp ett av villkoren, eller nämn det vidare i askedLast, i ${fileOf(space.process.id)}.`,
              () => [...factsTo(situation), event.type],
            );
          }
        }
};

/** Where every branch of an awaited fact has a guard, some branch takes each such fact, or the refusal tells why. */
export const guardsExhaustive: Look = (ground, finder) => {
  for (const { space, situation, leaf } of standings(ground)) {
    const meta = metaOf(leaf);
    if (!isStep(meta)) continue;
    for (const type of meta.awaits)
      for (const event of triesOn(leaf, type, space, situation, ground.book))
        finder.check(
          takes(leaf, situation, event) || explained(leaf, space, situation, event),
          space.process.id,
          () =>
            `${leaf.key}: inget villkor gäller för ${told(event)}. Lägg till en gren, eller märk villkoret med refusing om det ska avvisa, i ${fileOf(space.process.id)}.`,
          () => [...factsTo(situation), event.type],
        );
  }
};

/** A fact with its data, as a counterexample tells it; which day a field names follows from the day of the fact. */
function told({ type, data }: SampleEvent): string {
  const fields = Object.entries(data)
    .filter(([, value]) => !/^\d{4}-\d{2}-\d{2}$/.test(String(value)))
    .map(([name, value]) => `${name}: ${String(value)}`);
  return fields.length > 0 ? `${type} { ${fields.join(', ')} }` : type;
}
