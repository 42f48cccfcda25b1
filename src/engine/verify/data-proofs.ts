/** Proofs over the examples: that they hold, and that every branch is walked by one of them. */
import type { Example } from '../example.js';
import { branches, branchKey, nodesOf } from '../machine.js';
import { type ExampleContext, type ExampleRun, runExample } from '../run-example.js';
import { type Evidence, fileOf, type Look } from './proof.js';

export interface ExampleRuns {
  example: Example;
  process: string;
  run: ExampleRun;
}

/** Runs every example once, for the proofs that need them. */
export function runAll({ registry, book, examples, agreements }: Evidence): ExampleRuns[] {
  const byId = new Map<string, Example>(
    examples.flatMap(({ process, examples: own }) => own.map((e) => [`${process}/${e.id}`, e] as const)),
  );
  const context = { registry, book, agreements, find: (id: string) => byId.get(id) };
  return examples.flatMap(({ process, examples: own }) =>
    own.map((example) => ({ process, example, run: attempt(example, context) })),
  );
}

/** A machine that throws fails its examples; it does not stop the others. */
function attempt(example: Example, context: ExampleContext): ExampleRun {
  try {
    return runExample(example, context);
  } catch (error) {
    return { failures: [error instanceof Error ? error.message : String(error)], positions: [] };
  }
}

/** Every example holds, and cites provisions that exist. */
export const everyExampleHolds =
  (runs: readonly ExampleRuns[]): Look =>
  ({ book }, finder) => {
    const known = new Set(book.citations());
    for (const { process, example, run } of runs) {
      const file = fileOf(process, 'examples.yaml');
      finder.check(
        run.failures.length === 0,
        process,
        () =>
          `exemplet ${example.id} håller inte: ${run.failures.join('; ')}. Rätta exemplet i ${file}, eller maskinen.`,
      );
      for (const citation of example.cites)
        finder.check(
          known.has(citation) || /^R\d+$/.test(citation),
          process,
          () => `exemplet ${example.id} åberopar ${citation}, som inte finns i machines/law. Rätta cites i ${file}.`,
        );
    }
  };

/** The branches that the examples walk, per process. */
export function walkedBranches(runs: readonly ExampleRuns[]): Map<string, Set<string>> {
  const walked = new Map<string, Set<string>>();
  const moves = runs.flatMap(({ run }) =>
    run.positions.flatMap((p) => p.applied.flatMap(({ moves: own, besides = [] }) => [...own, ...besides])),
  );
  for (const { process, taken } of moves) {
    const keys = walked.get(process) ?? new Set();
    for (const branch of taken) keys.add(branchKey(branch));
    walked.set(process, keys);
  }
  return walked;
}

/** Every branch of every machine is walked by at least one example: law that nobody has checked is a failure. */
export const everyBranchWalked =
  (walked: ReadonlyMap<string, Set<string>>): Look =>
  ({ registry }, finder) => {
    for (const process of registry.processes)
      for (const { machine } of process.editions)
        for (const branch of branches(machine))
          finder.check(walked.get(process.id)?.has(branchKey(branch)) === true, process.id, () => {
            const nth = branch.index > 0 ? ` (gren ${branch.index + 1})` : '';
            const file = fileOf(process.id, 'examples.yaml');
            return `inget exempel går ${branch.source || '(maskinen)'} på ${branch.event}${nth}. Skriv ett exempel som går den vägen i ${file}.`;
          });
  };

/** How much there is: the figures beside the proofs. */
export function sizes({ registry, examples }: Evidence) {
  const machines = registry.processes.flatMap((p) => p.editions.map((e) => e.machine));
  const nodes = machines.flatMap((m) => nodesOf(m.root));
  return {
    states: registry.states.size,
    transitions: machines.flatMap(branches).length,
    guardBranches: nodes.flatMap((n) => [...n.transitions.values()].flat()).filter((t) => t.guard !== undefined).length,
    examples: examples.reduce((sum, e) => sum + e.examples.length, 0),
  };
}
