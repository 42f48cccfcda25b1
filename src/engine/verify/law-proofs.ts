/** Proofs over the law that machines rest on: that it exists, and that it is in force whenever somebody can rest on it. */
import type { AnyStateNode } from 'xstate';
import { isStep, type Step } from '../../../machines/grammar/index.js';
import { nearest } from '../nearest.js';
import { metaOf } from '../registry.js';
import { citedBy, inForceGuards, isCitation, stepCitations } from '../space/citations.js';
import { fileOf, type Finder, type Ground, type Look } from './proof.js';
import { changesOf, endOf } from '../space/spaces.js';
import { factsTo, type StateSpace } from '../space/state-space.js';
import { lengthFault } from './time-proofs.js';
import { calendar } from '../calendar/calendar.js';

/** Every provision and requirement that a machine names is in the law files or among the requirements. */
export const everyCitationExists: Look = ({ registry, book, requirements }, finder) => {
  const known = new Set(book.citations());
  const asked = new Set(Object.keys(requirements.requirements));
  for (const process of registry.processes) {
    for (const { citation, where } of citedBy(process))
      finder.check(known.has(citation), process.id, () => {
        const [meant] = nearest(citation, known, 1);
        const hint = meant === undefined ? '' : ` Menade du «${meant}»?`;
        return `${where}: ${citation} finns inte i machines/law.${hint} Rätta hänvisningen i ${fileOf(process.id)}, eller lägg paragrafen i machines/law.`;
      });
    for (const { process: own, state, meta } of registry.states.values())
      if (own === process && isStep(meta) && !isCitation(meta.basis))
        finder.check(
          asked.has(meta.basis),
          process.id,
          () =>
            `${state}: ${meta.basis} finns inte i machines/agreements/requirements.yaml. Rätta grunden i ${fileOf(process.id)}.`,
        );
  }
};

/**
 * Wherever a state is come to, its ground and its time standard are in force on that day; an edition's ground is in force
 * as long as the edition can be entered; and a guard that asks for a provision asks for one that some day is in force.
 */
export const everyGroundInForce: Look = (ground, finder) => {
  for (const space of ground.explored.spaces)
    for (const { node, path } of comings(space)) {
      const meta = metaOf(node);
      if (isStep(meta)) groundsOf(meta, node, path, space, ground, finder);
    }
  editionsInForce(ground, finder);
};

interface Coming {
  node: AnyStateNode;
  path: () => string[];
}

/** Every way to come to a state on the day: where cases begin, and every move into a state. */
function comings({ situations }: StateSpace): Coming[] {
  const [begin] = situations;
  const first = (begin?.leaves ?? []).map((node) => ({ node, path: () => [] }));
  return [
    ...first,
    ...situations.flatMap((from) =>
      from.moves.flatMap(({ event, to }) =>
        to.leaves
          .filter((node) => !from.leaves.includes(node))
          .map((node) => ({ node, path: () => [...factsTo(from), event.type] })),
      ),
    ),
  ];
}

function groundsOf(
  meta: Step,
  { key }: AnyStateNode,
  path: () => string[],
  { process, on }: StateSpace,
  { book }: Ground,
  finder: Finder,
): void {
  const known = stepCitations(meta).filter((citation) => book.citations().includes(citation));
  for (const citation of known)
    finder.check(
      book.inForce(citation, on),
      process.id,
      () =>
        `${key} vilar på ${citation}, som inte gäller ${on}. Byt grund, eller ge vägen dit ett villkor inForce, i ${fileOf(process.id)}.`,
      path,
    );
  const { deadline } = meta;
  if (!('within' in deadline) || !known.includes(deadline.within) || !book.inForce(deadline.within, on)) return;
  const fault = lengthFault(deadline.within, on, book);
  finder.check(
    fault === undefined,
    process.id,
    () => `${key}: tiden går inte att räkna ${on}: ${fault ?? ''} Skriv längden för den tiden i machines/law.`,
    path,
  );
}

function editionsInForce({ registry, book }: Ground, finder: Finder): void {
  const known = new Set(book.citations());
  for (const process of registry.processes)
    for (const edition of process.editions) {
      const { since, basis, machine } = edition;
      const before = endOf(process, edition);
      const current = (day: string) => day >= since && (before === undefined || day < before);
      const days = (citation: string) =>
        changesOf(citation, book)
          .flatMap((day) => [calendar.dayBefore(day), day])
          .filter(current);
      if (known.has(basis))
        for (const day of [since, ...days(basis)])
          finder.check(
            book.inForce(basis, day),
            process.id,
            () =>
              `utgåvan från ${since} vilar på ${basis}, som inte gäller ${day}. Ändra since, until eller basis i ${fileOf(process.id)}.`,
          );
      for (const { guard, citation } of inForceGuards(machine))
        if (known.has(citation))
          finder.check(
            [since, ...days(citation)].some((day) => book.inForce(citation, day)),
            process.id,
            () =>
              `villkoret ${guard} frågar efter ${citation}, som aldrig gäller i utgåvan från ${since}. Ta bort villkoret i ${fileOf(process.id)}.`,
          );
    }
}
