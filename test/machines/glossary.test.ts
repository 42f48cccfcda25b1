/**
 * The law words are Swedish in the code. A word without an entry shuts out everyone who does not know the law; an entry
 * with a wrong citation leads a jurist astray.
 */
import { join } from 'node:path';
import { folded, readGlossary } from '../../src/docs/glossary.js';
import { neededWords } from '../../src/docs/needed-words.js';
import { book, registry } from '../support/law.js';

const words = readGlossary(join(process.cwd(), 'machines'));
const ids = new Set(words.map(({ id }) => id));

test.each(registry.processes.map(({ id }) => id))('every word that %s uses as an identifier has an entry', (id) => {
  const missing = neededWords(registry).filter((needed) => needed.process === id && !ids.has(needed.id));
  expect(missing.map((needed) => `${needed.id} (${needed.what})`)).toEqual([]);
});

test('every citation exists in the law', () => {
  const citations = new Set(book.citations());
  expect(
    words
      .filter(({ citation }) => citation && !citations.has(citation))
      .map(({ word, citation }) => `${word}: ${citation}`),
  ).toEqual([]);
});

test('no word stands twice, neither as written nor as identifier', () => {
  const twice = (all: string[]) => all.filter((one, i) => all.indexOf(one) !== i);
  expect(twice(words.map(({ word }) => word))).toEqual([]);
  expect(twice(words.map(({ id }) => id))).toEqual([]);
});

test('the words stand in Swedish alphabetical order', () => {
  const sorted = [...words].sort((a, b) => a.word.localeCompare(b.word, 'sv'));
  expect(words.map(({ word }) => word)).toEqual(sorted.map(({ word }) => word));
});

test('an identifier is the word without å, ä and ö, with hyphens for spaces', () => {
  expect(folded('Sammanhållen utbildningsplan')).toBe('sammanhallen-utbildningsplan');
});
