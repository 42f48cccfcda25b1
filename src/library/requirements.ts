/** Reads what any agreement must state, and the words of time that cannot be reckoned with. */
import { join } from 'node:path';
import type { StatuteBook } from '../engine/law/statute-book.js';
import type { ProcessExamples } from '../engine/example.js';
import type { Registry } from '../engine/registry.js';
import type { DataError } from './data-error.js';
import { RequirementsDto, VagueWordsDto } from './dto/requirements.dto.js';
import { type Reading, readAs, shownIn, unlessKnown } from './reading.js';

const step = { sv: 'Steget', en: 'step' };
const example = { sv: 'Exemplet', en: 'example' };
const provision = { sv: 'Bestämmelsen', en: 'provision' };

/** The requirements. The steps, facts, processes and dates that they name must exist. */
export function readRequirements(folder: string, registry: Registry): Reading<RequirementsDto> {
  const path = join(folder, 'agreements', 'requirements.yaml');
  const dates = registry.processes.flatMap(({ id, dates }) => Object.keys(dates).map((name) => `${id}/${name}`));
  const known = {
    steps: { names: new Set(registry.states.keys()), what: step },
    facts: { names: new Set(registry.facts.keys()), what: { sv: 'Faktat', en: 'fact' } },
    processes: { names: new Set(registry.processes.map(({ id }) => id)), what: { sv: 'Processen', en: 'process' } },
    dates: { names: new Set(dates), what: { sv: 'Datumet', en: 'date' } },
  };
  return readAs(RequirementsDto, path, shownIn(folder, path), ({ requirements }) =>
    Object.entries(requirements).flatMap(([id, requirement]) =>
      Object.entries(known).flatMap(([field, { names, what }]) =>
        (requirement[field as keyof typeof known] ?? []).flatMap((name, i) =>
          unlessKnown(['requirements', id, field, i], name, names, what),
        ),
      ),
    ),
  );
}

/** The examples that requirements name, looked up when the examples have been read. */
export function examplesOfRequirements(
  { file, value }: Reading<RequirementsDto>,
  examples: readonly ProcessExamples[],
): DataError[] {
  const known = new Set(examples.flatMap(({ process, examples: own }) => own.map(({ id }) => `${process}/${id}`)));
  const findings = Object.entries(value?.requirements ?? {}).flatMap(([id, { examples: named = [] }]) =>
    named.flatMap((name, i) => unlessKnown(['requirements', id, 'examples', i], name, known, example)),
  );
  return file.place(findings);
}

/** The vague words. `book` is undefined while the law itself has errors; citations are then not looked up. */
export function readVagueWords(folder: string, book: StatuteBook | undefined): Reading<VagueWordsDto> {
  const path = join(folder, 'agreements', 'vague-words.yaml');
  const known = book && new Set(book.citations());
  return readAs(VagueWordsDto, path, shownIn(folder, path), ({ words }) =>
    words.flatMap(({ in_law = [] }, i) =>
      known ? in_law.flatMap((citation, j) => unlessKnown(['words', i, 'in_law', j], citation, known, provision)) : [],
    ),
  );
}
