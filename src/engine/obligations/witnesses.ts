/** Positions of cases to look in: those of the examples, and those of generated histories. */
import type { PlainDate, Subject } from '../../../machines/grammar/index.js';
import type { Agreement } from '../agreement.js';
import type { CasePosition } from '../fold.js';
import { daysOf } from '../history-days.js';
import { journey } from '../journeys.js';
import type { Tour } from '../tours/tours.js';
import type { ExampleRuns } from '../verify/data-proofs.js';
import type { Evidence } from '../verify/proof.js';

/** A case on a day, and where it comes from. */
export interface Witness {
  /** `process/id` of the example; for a generated journey its subject and seed. */
  example?: string;
  seed?: number;
  /** The place of a complete history among those of its subject, from 1. */
  history?: number;
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

type Ground = Pick<Evidence, 'registry' | 'book'>;

/** Every day on which something happens in the journeys, seed by seed. */
export function* inJourneys({ registry, book }: Ground, { seeds, from, until }: JourneysToSee): Generator<Witness> {
  const subjects: Subject[] = [...new Set(registry.processes.map(({ subject }) => subject))];
  for (let seed = 1; seed <= seeds; seed++)
    for (const subject of subjects) {
      const { facts } = journey({ registry, book, subject, seed, from, until });
      for (const position of daysOf({ subject, facts, until }, { registry, book }))
        yield { seed, position, agreements: [] };
    }
}

/**
 * Every day on which something happens in the complete histories of one subject, those of the examples left out. The
 * shortest history comes first: it has little in it besides what it was made to show.
 */
export function* inHistories(ground: Ground, subject: Subject, told: readonly Tour[]): Generator<Witness> {
  const generated = [...told.entries()].filter(([, { example }]) => example === undefined);
  generated.sort(([, a], [, b]) => a.facts.length - b.facts.length);
  for (const [i, { facts, position }] of generated)
    for (const day of daysOf({ subject, facts, until: position.asOf }, ground))
      yield { history: i + 1, position: day, agreements: [] };
}
