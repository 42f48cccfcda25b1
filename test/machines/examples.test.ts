/**
 * The examples are what a jurist reads and writes. If one fails, either the machine or the reading of the law is wrong;
 * a branch that no example walks is law that nobody has checked.
 */
import { branches, branchKey } from '../../src/engine/machine.js';
import { runExample } from '../../src/engine/run-example.js';
import { agreements, book, examplesOf, findExample, registry } from '../support/law.js';

const context = { registry, book, agreements, find: findExample };

describe.each(registry.processes.map((process) => [process.id, process] as const))('%s', (id, process) => {
  const examples = examplesOf(id);
  if (examples.length > 0)
    test.each(examples.map((example) => [example.name, example] as const))('%s', (_, example) => {
      expect(runExample(example, context).failures).toEqual([]);
    });

  test(`every branch of ${id} is walked by an example`, () => {
    const walked = new Set(
      registry.processes
        .flatMap((p) => examplesOf(p.id))
        .flatMap((example) => runExample(example, context).positions)
        .flatMap((position) => position.applied)
        .flatMap((applied) => applied.moves)
        .filter((move) => move.process === id)
        .flatMap((move) => move.taken.map(branchKey)),
    );
    const declared = process.editions.flatMap((edition) => branches(edition.machine).map(branchKey));
    expect(declared.filter((branch) => !walked.has(branch))).toEqual([]);
  });
});
