/** The law words of the machines, read from `machines/glossary.yaml`. */
import { join } from 'node:path';
import { readYaml } from '../library/yaml-file.js';

export interface Word {
  word: string;
  /** As it is written in the machines; the folded word when the file leaves it out. */
  id: string;
  says: string;
  gloss: string;
  citation?: string;
}

/** A word as it is written in identifiers, paths and addresses: without å ä ö, spaces as hyphens. */
export const folded = (word: string): string =>
  word.toLowerCase().replace(/[åä]/g, 'a').replaceAll('ö', 'o').replaceAll(' ', '-');

const keys = ['word', 'id', 'says', 'gloss', 'citation'];

/** Reads the words, in the order of the file. Throws when the file is not a list of words. */
export function readGlossary(machines: string): Word[] {
  const { value, errors } = readYaml(join(machines, 'glossary.yaml'), 'machines/glossary.yaml');
  if (errors.length > 0 || !Array.isArray(value))
    throw new Error('machines/glossary.yaml is no readable list of words.');
  return value.map(wordOf);
}

function wordOf(entry: unknown, i: number): Word {
  const { word, id, says, gloss, citation, ...rest } = entry as Partial<Record<string, unknown>>;
  const texts = [word, says, gloss, ...(id === undefined ? [] : [id]), ...(citation === undefined ? [] : [citation])];
  if (!texts.every((text) => typeof text === 'string' && text !== '') || Object.keys(rest).length > 0)
    throw new Error(
      `machines/glossary.yaml: entry ${i + 1} must have word, says and gloss, and nothing but ${keys.join(', ')}.`,
    );
  const named = { word, says, gloss } as Pick<Word, 'word' | 'says' | 'gloss'>;
  const cited = citation === undefined ? {} : { citation: citation as string };
  return { ...named, id: (id as string | undefined) ?? folded(named.word), ...cited };
}

/** The identifiers of the machines that need an explanation: processes, nouns of facts and time facts, computed dates. */
export interface NeededWord {
  id: string;
  process: string;
  what: 'process' | 'fact' | 'time fact' | 'date';
}
