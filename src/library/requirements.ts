/** Reads what any agreement must state, and the words of time that cannot be reckoned with. */
import { join } from 'node:path';
import type { StatuteBook } from '../engine/law/statute-book.js';
import type { Registry } from '../engine/registry.js';
import { RequirementsDto, VagueWordsDto } from './dto/requirements.dto.js';
import { type Reading, readAs, unlessKnown } from './reading.js';

const step = { sv: 'Steget', en: 'step' };
const provision = { sv: 'Bestämmelsen', en: 'provision' };

export function readRequirements(folder: string, registry: Registry): Reading<RequirementsDto> {
  const steps = new Set(registry.states.keys());
  return readAs(RequirementsDto, join(folder, 'agreements', 'requirements.yaml'), 'machines/agreements/requirements.yaml', ({ requirements }) =>
    Object.entries(requirements).flatMap(([id, requirement]) =>
      (requirement.steps ?? []).flatMap((key, i) => unlessKnown(['requirements', id, 'steps', i], key, steps, step)),
    ),
  );
}

/** `book` is undefined while the law itself has errors; citations are then not looked up. */
export function readVagueWords(folder: string, book: StatuteBook | undefined): Reading<VagueWordsDto> {
  const citations = new Set(book?.citations());
  return readAs(VagueWordsDto, join(folder, 'agreements', 'vague-words.yaml'), 'machines/agreements/vague-words.yaml', ({ words }) =>
    words.flatMap(({ in_law = [] }, i) =>
      book ? in_law.flatMap((citation, j) => unlessKnown(['words', i, 'in_law', j], citation, citations, provision)) : [],
    ),
  );
}
