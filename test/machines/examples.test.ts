/**
 * The examples are what a jurist reads and writes. If one fails, either the machine or the reading of the law is wrong;
 * a branch that no example walks is law that nobody has checked.
 */
import { isStep } from '../../machines/grammar/index.js';
import { branches, branchKey } from '../../src/engine/machine.js';
import { obligationsSeen } from '../../src/engine/obligations/seen.js';
import { inExamples } from '../../src/engine/obligations/witnesses.js';
import { runAll, walkedBranches } from '../../src/engine/verify/data-proofs.js';
import { book, library, registry } from '../support/law.js';

const runs = runAll(library);
const walked = walkedBranches(runs);

describe.each(registry.processes.map((process) => [process.id, process] as const))('%s', (id, process) => {
  const own = runs.filter((run) => run.process === id);

  test.each(own.map(({ example, run }) => [example.name, run] as const))('%s', (_, run) => {
    expect(run.failures).toEqual([]);
  });

  test(`every branch of ${id} is walked by an example`, () => {
    const declared = process.editions.flatMap((edition) => branches(edition.machine).map(branchKey));
    expect(declared.filter((branch) => !walked.get(id)?.has(branch))).toEqual([]);
  });
});

test('every step that somebody can be awaited in is shown by an example with who is awaited', () => {
  const shown = new Set(
    runs.flatMap(({ example }) =>
      example.steps.flatMap((step) => ('then' in step ? (step.owed ?? []) : []).map((o) => `${o.process}/${o.state}`)),
    ),
  );
  const steps = [...registry.states.values()].filter(({ meta }) => isStep(meta)).map(({ key }) => key);
  expect(steps.filter((key) => !shown.has(key))).toEqual([]);
});

test('every obligation of the catalogue is shown by an example, with its debtor, kind and date', () => {
  const seen = obligationsSeen(library.obligations, inExamples(library, runs), book);
  expect(new Set(seen.map(({ obligation }) => obligation)).size).toBe(library.obligations.obligations.length);
  expect(seen.filter(({ by }) => by === undefined).map(({ obligation, key }) => `${obligation}: ${key}`)).toEqual([]);
});
