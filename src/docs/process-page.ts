/** The README of a process: what it is, how it moves, who owes what, which facts it knows. */
import { type Clock, isDormant, isStep, type LimitDates, type Process } from '../../machines/grammar/index.js';
import { partyName } from '../../machines/parties.js';
import { nodesOf } from '../engine/machine.js';
import type { StateEntry } from '../engine/registry.js';
import type { ProcessTexts } from '../engine/texts.js';
import type { Library } from '../library/library.js';
import { exampleInWords } from './example-words.js';
import { type GeneratedFile, header } from './generated-file.js';
import { bullets, page, table, tick } from './markdown.js';
import { stateDiagram } from './state-diagram.js';
import { awaitedBy, deadlineInWords, factLabel, fieldInWords, ownerInWords, textsOf } from './wordings.js';

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
    facts(library, process, texts),
    '## Beräknade dagar',
    table(['Dag', 'Namn', 'När dagen har gått', 'Uppgifter som prövas mot dagen'], dates(process, texts)),
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

const newest = (process: Process) => process.editions[process.editions.length - 1] ?? process.editions[0];

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

function facts(library: Library, process: Process, texts: ProcessTexts): string {
  const own = Object.entries(process.facts).map(([type, { by, data }]) => {
    const fields = Object.entries(data).map(([name, field]) => {
      const label = texts.facts[type]?.fields?.[name] ?? name;
      return `${tick(name)}${field.optional ? ' (frivillig)' : ''}: ${label}; ${fieldInWords(field, texts.facts[type]?.values?.[name])}`;
    });
    return [
      tick(type),
      texts.facts[type]?.label ?? type,
      by.map((party) => partyName(party)).join(', '),
      fields.join('<br>'),
    ];
  });
  const heard = newest(process).machine.events.filter(
    (type) => !Object.hasOwn(process.facts, type) && library.registry.facts.has(type),
  );
  const elsewhere = heard.map(
    (type) =>
      `${tick(type)} (${factLabel(library, type)}) från ${tick(library.registry.facts.get(type)?.process ?? '')}`,
  );
  return page(
    table(['Faktum', 'Betyder', 'Lämnas av', 'Uppgifter'], own),
    elsewhere.length > 0 ? `Processen lyssnar också på:\n\n${bullets(elsewhere)}` : '',
  );
}

const clocksOf = (process: Process): [timeFact: string, date: string][] => {
  const { machine } = newest(process);
  const clocks = nodesOf(machine.root).flatMap((node) =>
    Object.entries((node.meta as { clock?: Clock } | undefined)?.clock ?? {}),
  );
  return [...new Map(clocks.map((clock) => [clock.join(' '), clock])).values()];
};

function dates(process: Process, texts: ProcessTexts): string[][] {
  const { machine } = newest(process);
  const guards = Object.entries(machine.implementations.guards) as [string, Partial<LimitDates>][];
  return Object.keys(process.dates).map((name) => {
    const follows = clocksOf(process)
      .filter(([, date]) => date === name)
      .map(([fact]) => `${tick(fact)}: ${texts.time_facts?.[fact] ?? ''}`);
    const holding = guards.filter(([, guard]) => [...(guard.through ?? []), ...(guard.after ?? [])].includes(name));
    return [
      texts.dates?.[name] ?? name,
      tick(name),
      follows.join('<br>') || '–',
      holding.map(([guard]) => tick(guard)).join(', ') || '–',
    ];
  });
}

const examples = (library: Library, process: Process): string[] =>
  (library.examples.find((one) => one.process === process.id)?.examples ?? []).map((example) =>
    exampleInWords(library, example),
  );
