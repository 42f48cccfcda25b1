/** The glossary, with the processes that use each word. */
import type { Registry } from '../engine/registry.js';
import { type GeneratedFile, header } from './generated-file.js';
import type { Word } from './glossary.js';
import { page, table, tick } from './markdown.js';
import { neededWords } from './needed-words.js';

export function glossaryPage(registry: Registry, words: readonly Word[]): GeneratedFile {
  const needed = neededWords(registry);
  const users = ({ id }: Word): string =>
    [...new Set(needed.filter((one) => one.id === id).map(({ process }) => process))]
      .map((process) => `[${process}](../../machines/processes/${process}/README.md)`)
      .join(', ');
  const rows = words.map((word) => [word.word, tick(word.id), word.says, word.gloss, word.citation ?? '', users(word)]);
  const content = page(
    header('Ordlista', tick('machines/glossary.yaml')),
    'Lagens ord är svenska i koden, utan å, ä och ö. Den engelska förklaringen är till för läsaren; koden använder den aldrig.',
    table(['Ord', 'I maskinerna', 'Betyder', 'In English', 'Bestämmelse', 'Används av'], rows),
  );
  return { path: 'docs/reference/glossary.md', content };
}
