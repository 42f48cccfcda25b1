/**
 * Fact types and process ids are stored in every database for ever. If one disappeared, old cases could no longer be
 * folded. To retire a name: keep its definition, let no state await it, and say so in the changelog. To add one: add it
 * here, in a commit that says why the name is right.
 */
import { readFileSync } from 'node:fs';
import { registry } from '../support/law.js';

const names = JSON.parse(readFileSync('test/machines/persisted-names.json', 'utf8')) as Record<
  'processes' | 'facts',
  string[]
>;

test('every process id that was ever stored still exists, and no other has come unannounced', () => {
  expect(registry.processes.map(({ id }) => id)).toEqual(names.processes);
});

test('every fact type that was ever stored still exists, and no other has come unannounced', () => {
  expect([...registry.facts.keys()].sort()).toEqual(names.facts);
});

test('fact types are a noun and a perfect participle, ASCII', () => {
  const form = /^[a-z]+(?:\.[a-z]+){1,2}$/;
  expect([...registry.facts.keys()].filter((type) => !form.test(type))).toEqual([]);
});
