/** Proofs over what stands beside the machines: texts, examples and the deadlines in law. */
import { isStep } from '../../../machines/grammar/index.js';
import type { Example } from '../example.js';
import { branches, branchKey, nodesOf } from '../machine.js';
import { type ExampleContext, type ExampleRun, runExample } from '../run-example.js';
import type { Evidence, Finder } from './proof.js';

/** Every state, fact, date and guard has its words in both languages. */
export function everyTextExists({ registry, texts }: Evidence, finder: Finder): void {
  for (const process of registry.processes)
    for (const language of ['sv', 'en'] as const) {
      const words = texts[language][process.id];
      const missing = (what: string) => `${process.id} has no ${language} text for ${what}.`;
      for (const { state, meta } of [...registry.states.values()].filter((s) => s.process === process)) {
        finder.check(words?.states[state] !== undefined, process.id, missing(state));
        if (isStep(meta))
          finder.check(words?.states[state]?.action !== undefined, process.id, missing(`what to do in ${state}`));
      }
      for (const type of Object.keys(process.facts))
        finder.check(words?.facts[type] !== undefined, process.id, missing(type));
      for (const date of Object.keys(process.dates))
        finder.check(words?.dates?.[date] !== undefined, process.id, missing(date));
      for (const guard of guardsOf(process))
        finder.check(words?.guards?.[guard] !== undefined, process.id, missing(guard));
    }
}

const guardsOf = (process: Evidence['registry']['processes'][number]): string[] => [
  ...new Set(process.editions.flatMap((e) => Object.keys(e.machine.implementations.guards))),
];

/** What the provisions that steps cite must hold: a length for `within`, words for `promptly`. */
export function everyDeadlineInLaw({ registry, book }: Evidence, finder: Finder): void {
  for (const { process, state, meta } of registry.states.values()) {
    if (!isStep(meta)) continue;
    const { deadline } = meta;
    if ('within' in deadline) {
      const { provision } = book.find(deadline.within);
      finder.check(
        provision.deadline !== undefined,
        process.id,
        `${state}: ${deadline.within} has no length in machines/law.`,
      );
    }
    if ('promptly' in deadline) {
      const { provision } = book.find(deadline.promptly);
      finder.check(
        provision.standard !== undefined,
        process.id,
        `${state}: ${deadline.promptly} has no standard in machines/law.`,
      );
    }
    if ('by' in deadline)
      finder.check(process.dates[deadline.by] !== undefined, process.id, `${state}: no date is called ${deadline.by}.`);
  }
}

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
  (runs: readonly ExampleRuns[]) =>
  ({ book }: Evidence, finder: Finder): void => {
    const known = new Set(book.citations());
    for (const { process, example, run } of runs) {
      finder.check(run.failures.length === 0, process, `${example.id}: ${run.failures.join('; ')}`);
      for (const citation of example.cites)
        finder.check(
          known.has(citation) || /^R\d+$/.test(citation),
          process,
          `${example.id} cites ${citation}, which is not in machines/law.`,
        );
    }
  };

/** The branches that the examples walk, per process. */
export function walkedBranches(runs: readonly ExampleRuns[]): Map<string, Set<string>> {
  const walked = new Map<string, Set<string>>();
  const moves = runs.flatMap(({ run }) => run.positions.flatMap((p) => p.applied.flatMap((a) => a.moves)));
  for (const { process, taken } of moves) {
    const keys = walked.get(process) ?? new Set();
    for (const branch of taken) keys.add(branchKey(branch));
    walked.set(process, keys);
  }
  return walked;
}

/** Every branch of every machine is walked by at least one example: law that nobody has checked is a failure. */
export const everyBranchWalked =
  (walked: ReadonlyMap<string, Set<string>>) =>
  ({ registry }: Evidence, finder: Finder): void => {
    for (const process of registry.processes)
      for (const { machine } of process.editions)
        for (const branch of branches(machine))
          finder.check(
            walked.get(process.id)?.has(branchKey(branch)) === true,
            process.id,
            `No example walks ${branch.source || '(maskinen)'} on ${branch.event}${branch.index > 0 ? `, branch ${branch.index + 1}` : ''}.`,
          );
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
