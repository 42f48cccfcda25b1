/** Positions of cases to look in: those of the examples, then those of generated journeys. */
import type { PlainDate, Subject } from '../../../machines/grammar/index.js';
import type { Agreement } from '../agreement.js';
import { type CasePosition, fold } from '../fold.js';
import { journey } from '../journeys.js';
import type { ExampleRuns } from '../verify/data-proofs.js';
import type { Evidence } from '../verify/proof.js';

/** A case on a day, and where it comes from. */
export interface Witness {
  /** `process/id` of the example; for a generated journey its subject and seed. */
  example?: string;
  seed?: number;
  position: CasePosition;
  agreements: readonly Agreement[];
}

/** How many generated journeys to look in, and in which years. */
export interface JourneysToSee {
  seeds: number;
  from: PlainDate;
  until: PlainDate;
}

/** Every day that the examples speak of, in their order. */
export function* inExamples({ agreements }: Evidence, runs: readonly ExampleRuns[]): Generator<Witness> {
  for (const { process, example, run } of runs)
    for (const position of run.positions)
      yield {
        example: `${process}/${example.id}`,
        position,
        agreements: agreements.filter(({ id }) => id === example.agreement),
      };
}

/** Every day on which something happens in the journeys, seed by seed. */
export function* inJourneys({ registry, book }: Evidence, { seeds, from, until }: JourneysToSee): Generator<Witness> {
  const subjects: Subject[] = [...new Set(registry.processes.map(({ subject }) => subject))];
  for (let seed = 1; seed <= seeds; seed++)
    for (const subject of subjects) {
      const { facts } = journey({ registry, book, subject, seed, from, until });
      for (const asOf of new Set(facts.map(({ on }) => on)))
        yield { seed, position: fold(subject, facts, { registry, book, asOf }), agreements: [] };
    }
}
