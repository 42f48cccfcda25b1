/** What a new agreement is asked about one step: who acts by law, on what ground and by when, in the words of the law. */
import { isStep, type PlainDate } from '../../machines/grammar/index.js';
import { coverage } from '../engine/coverage/coverage.js';
import type { Agreement } from '../engine/agreement.js';
import type { Library } from '../library/library.js';
import { deadlineInWords } from '../presentation/deadline-in-words.js';
import { ownerInWords } from '../presentation/owner-in-words.js';
import { actionTitle, processName } from '../presentation/names-of-things.js';

export interface StepQuestion {
  /** `process/state`. */
  key: string;
  process: string;
  processName: string;
  /** What the owner does. */
  action: string;
  /** Who acts by law, in words. */
  owner: string;
  /** The provision, and what it says. */
  ground: string;
  /** By when, in words. */
  deadline: string;
}

/** Every step that somebody can come to under the law of the day, process by process, in the order of the registry. */
export function stepQuestions(of: Agreement, library: Library, asOf: PlainDate): StepQuestion[] {
  const { registry, book, requirements } = library;
  const { matrix } = coverage(of, { asOf, registry, book, requirements });
  const inLaw = matrix.filter(({ points }) => points.P4 !== 'not_applicable');
  const keys = new Set(inLaw.map(({ process, state }) => `${process}/${state}`));
  return [...keys].flatMap((key) => {
    const entry = registry.states.get(key);
    if (!entry || !isStep(entry.meta)) return [];
    const { process, state, meta } = entry;
    return [
      {
        key,
        process: process.id,
        processName: processName(library, 'sv', process.id),
        action: actionTitle(library, 'sv', process.id, state),
        owner: ownerInWords(meta),
        ground: `${meta.basis}: ${saidBy(meta.basis, library)}`,
        deadline: deadlineInWords(meta.deadline, process.id, library, asOf),
      },
    ];
  });
}

/** What a provision says, or a requirement where no law is the ground. */
const saidBy = (basis: string, { book, requirements }: Library): string =>
  requirements.requirements[basis]?.says ?? book.find(basis).provision.says;
