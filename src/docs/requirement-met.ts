/** What in the machines meets a requirement, as lines of a table cell. */
import { isStep, type Step } from '../../machines/grammar/index.js';
import type { Requirement } from '../engine/requirements.js';
import type { Library } from '../library/library.js';
import { foundInExamples } from './found-in-examples.js';
import { tick } from './markdown.js';
import { dateName, processLink, stateTitle, textsOf } from './wordings.js';

/** Empty when the machines meet nothing of it. */
export function metBy(library: Library, id: string, requirement: Requirement): string[] {
  const { steps = [], points, every_step: every, processes = [], dates = [], proofs = [] } = requirement;
  const asked = every || steps.length > 0;
  return [
    line(
      'Processer',
      processes.map((process) => processLink(process, textsOf(library, process)?.name ?? process)),
    ),
    line(
      'Steg',
      steps.map((key) => `${processLink(key, stateTitle(library, key))} (${tick(key)})`),
    ),
    every ? 'Varje steg som parterna driver.' : '',
    line('Fakta', factsOf(library, requirement).map(tick)),
    line(
      'Dagar',
      dates.map((key) => `${dateName(library, key)} (${tick(key)})`),
    ),
    line(
      'Exempel',
      examplesOf(library, id, requirement).map((key) => processLink(key, key)),
    ),
    line('Bevis', proofs),
    asked ? `Täckningen frågar efter ${points.length > 0 ? points.join(', ') : 'tiden'}.` : '',
    requirement.kind.includes('reminder') ? reminded(library, steps) : '',
  ].filter(Boolean);
}

const line = (title: string, parts: readonly string[]): string =>
  parts.length === 0 ? '' : `${title}: ${parts.join(', ')}.`;

const stepOf = ({ registry }: Library, key: string): Step | undefined => {
  const meta = registry.states.get(key)?.meta;
  return isStep(meta) ? meta : undefined;
};

const factsOf = (library: Library, { facts = [], steps = [] }: Requirement): string[] => [
  ...new Set([...facts, ...steps.flatMap((key) => stepOf(library, key)?.awaits ?? [])]),
];

/** Those named, those that cite the requirement, and one for each step in which it is awaited. */
function examplesOf(library: Library, id: string, { examples = [], steps = [] }: Requirement): string[] {
  const citing = library.examples.flatMap(({ process, examples: own }) =>
    own.filter(({ cites }) => cites.includes(id)).map((example) => `${process}/${example.id}`),
  );
  const { times } = foundInExamples(library);
  return [...new Set([...examples, ...citing, ...steps.flatMap((key) => times.get(key)?.firstSeen ?? [])])];
}

/** A step is reminded of when it has a day: from law, or from the agreement. */
function reminded(library: Library, steps: readonly string[]): string {
  const dated = steps.filter((key) => {
    const deadline = stepOf(library, key)?.deadline ?? { none: true };
    return 'within' in deadline || 'by' in deadline;
  });
  if (dated.length > 0) return `Påminns inför dagen: ${dated.map(tick).join(', ')}.`;
  return steps.length > 0 ? 'Påminns när överenskommelsen har satt en dag; lagen har ingen.' : '';
}
