/** Reads what any agreement must state, and the words of time that cannot be reckoned with. */
import { join } from 'node:path';
import type { StatuteBook } from '../engine/law/statute-book.js';
import type { Registry } from '../engine/registry.js';
import { RequirementsDto, VagueWordsDto } from './dto/requirements.dto.js';
import { type Reading, readAs, shownIn, unlessKnown } from './reading.js';

const step = { sv: 'Steget', en: 'step' };
const provision = { sv: 'Bestämmelsen', en: 'provision' };

/** The requirements. The steps they concern must exist. */
export function readRequirements(folder: string, registry: Registry): Reading<RequirementsDto> {
  const path = join(folder, 'agreements', 'requirements.yaml');
  const known = new Set(registry.states.keys());
  return readAs(RequirementsDto, path, shownIn(folder, path), ({ requirements }) =>
    Object.entries(requirements).flatMap(([id, { steps = [] }]) =>
      steps.flatMap((key, i) => unlessKnown(['requirements', id, 'steps', i], key, known, step)),
    ),
  );
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
