/** Which words the machines use, so that none of them goes unexplained. */
import type { Process } from '../../machines/grammar/index.js';
import type { Registry } from '../engine/registry.js';
import type { NeededWord } from './glossary.js';

const noun = (type: string): string => type.split('.')[0] ?? type;

/** Every word of every process: its id, the nouns of its facts and time facts, and its computed dates. */
export const neededWords = (registry: Registry): NeededWord[] =>
  registry.processes.flatMap((process) => wordsOf(process, registry));

function wordsOf(process: Process, registry: Registry): NeededWord[] {
  const heard = process.editions.flatMap(({ machine }) => machine.events as string[]);
  const timeFacts = heard.filter((type) => type.includes('.') && !registry.facts.has(type));
  const words: NeededWord[] = [
    { id: process.id, process: process.id, what: 'process' },
    ...Object.keys(process.facts).map((type) => ({ id: noun(type), process: process.id, what: 'fact' as const })),
    ...timeFacts.map((type) => ({ id: noun(type), process: process.id, what: 'time fact' as const })),
    ...Object.keys(process.dates).map((id) => ({ id, process: process.id, what: 'date' as const })),
  ];
  return [...new Map(words.map((word) => [`${word.id} ${word.what}`, word])).values()];
}
