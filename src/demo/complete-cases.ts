/** The histories that together walk every branch of every process, as cases: whoever looks through them has seen every step. */
import type { PlainDate, Subject } from '../../machines/grammar/index.js';
import { exampleCases } from '../engine/law-use/example-cases.js';
import { seeded } from '../engine/random.js';
import { exploreAll } from '../engine/space/spaces.js';
import { type Tour, tours } from '../engine/tours/tours.js';
import type { Library } from '../library/library.js';
import type { CaseToInvent } from './fill-demonstration.js';
import { occasionsOf } from './invented-case.js';

/** Today, and the present in epoch milliseconds: nothing is recorded later. */
interface Present {
  today: PlainDate;
  now: number;
}

/** One case for each history that has begun, as far as it has come today. It takes some seconds to find them. */
export function completeCases(library: Library, present: Present): CaseToInvent[] {
  const { registry, book } = library;
  const { spaces } = exploreAll({ registry, book });
  const subjects = [...new Set(registry.processes.map(({ subject }) => subject))];
  const examples = exampleCases(library);
  return subjects.flatMap((subject) =>
    tours({ registry, book, subject, spaces, examples }).tours.flatMap((tour, i) => asCase(tour, subject, i, present)),
  );
}

function asCase({ facts }: Tour, subject: Subject, index: number, { today, now }: Present): CaseToInvent[] {
  const happened = facts.filter(({ on }) => on <= today).map((fact, i) => ({ ...fact, seq: i + 1 }));
  const [first] = happened;
  if (!first) return [];
  return [{ subject, from: first.on, occasions: () => occasionsOf(happened, seeded(index), today, now) }];
}
