/** The README of a process: what it is, how it moves, who owes what, which facts it knows. */
import { isDormant, isStep, type Process } from '../../machines/grammar/index.js';
import type { StateEntry } from '../engine/registry.js';
import type { ProcessTexts } from '../engine/texts.js';
import type { Library } from '../library/library.js';
import { ownerInWords } from '../presentation/owner-in-words.js';
import { exampleInWords } from './example-words.js';
import { type GeneratedFile, header } from './generated-file.js';
import { bullets, page, table, tick } from './markdown.js';
import { dateRows, factSection, newest } from './process-facts.js';
import { stateDiagram } from './state-diagram.js';
import { awaitedBy, deadlineInWords, textsOf } from './wordings.js';

export function processPage(library: Library, process: Process): GeneratedFile {
  const texts = textsOf(library, process.id);
  if (!texts) throw new Error(`${process.id} has no Swedish texts.`);
  const content = page(
    header(
      texts.name,
      `${tick('process.ts')}, ${tick('facts.ts')}, ${tick('texts.sv.yaml')} eller ${tick('examples.yaml')} i den här mappen`,
    ),
    texts.about,
    `Processens namn i Etapp är ${tick(process.id)}. ${editions(process)}`,
    '## Så rör sig ärendet',
    '```mermaid\n' + diagrams(process, texts) + '\n```',
    '## Steg: vem, vad och när',
    table(
      ['Läge', 'Det som väntas', 'Vem', 'Gör', 'Grund', 'Senast', 'Fakta som avslutar'],
      steps(library, process, texts),
    ),
    '## Fakta',
    factSection(library, process, texts),
    '## Beräknade dagar',
    table(['Dag', 'Namn', 'När dagen har gått', 'Uppgifter som prövas mot dagen'], dateRows(process, texts)),
    '## Villkor',
    table(
      ['Villkor', 'Därför nekas en uppgift'],
      Object.entries(texts.guards ?? {}).map(([name, why]) => [tick(name), why]),
    ),
    '## Exempel',
    'Varje exempel prövas av testerna. De står i `examples.yaml`.',
    bullets(examples(library, process)),
  );
  return { path: `machines/processes/${process.id}/README.md`, content };
}

const editions = ({ editions: all }: Process): string =>
  all
    .map(
      ({ since, until, basis }) =>
        `Den gäller ärenden som börjar ${since} eller senare${until ? `, före ${until}` : ''} (${basis}).`,
    )
    .join(' ');

const diagrams = (process: Process, texts: ProcessTexts): string =>
  stateDiagram(newest(process).machine, (state) => texts.states[state]?.title ?? state);

const leavesOf = (library: Library, process: Process): StateEntry[] =>
  [...library.registry.states.values()].filter((entry) => entry.process.id === process.id);

const steps = (library: Library, process: Process, texts: ProcessTexts): string[][] =>
  leavesOf(library, process).map(({ state, meta, final }) => {
    const { title = state, action = '' } = texts.states[state] ?? {};
    const awaited = awaitedBy(meta).map(tick).join(', ');
    if (isStep(meta))
      return [
        tick(state),
        title,
        ownerInWords(meta),
        action,
        meta.basis,
        deadlineInWords(library, process.id, meta.deadline),
        awaited,
      ];
    const rest = isDormant(meta) ? ['ingen; vilar', '', '', '', `väcks av ${awaited}`] : ['–', '', '', '', ''];
    return [tick(state), title, ...(final ? ['avslutat', '', '', '', ''] : rest)];
  });

const examples = (library: Library, process: Process): string[] =>
  (library.examples.find((one) => one.process === process.id)?.examples ?? []).map((example) =>
    exampleInWords(library, example),
  );
