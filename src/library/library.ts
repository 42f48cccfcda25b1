/** Law, agreements, texts and examples, read and validated once, at boot. What comes out can be trusted by the engine. */
import type { Process } from '../../machines/grammar/index.js';
import { processes as registered } from '../../machines/index.js';
import type { Agreement } from '../engine/agreement.js';
import type { CorrectionReasons } from '../engine/correction-reasons.js';
import type { ProcessExamples } from '../engine/example.js';
import type { StatuteBook } from '../engine/law/statute-book.js';
import type { Obligations } from '../engine/obligations/obligation.js';
import { type Registry, registryOf } from '../engine/registry.js';
import type { ReminderSchedule } from '../engine/reminder-schedule.js';
import type { Requirements } from '../engine/requirements.js';
import { readAgreements } from './agreements.js';
import { readCorrections } from './corrections.js';
import { type DataError, LibraryError } from './data-error.js';
import { readExamples } from './examples.js';
import { frozen } from './frozen.js';
import { readLaw } from './law.js';
import { readObligations } from './obligations.js';
import { machinesFolder } from './package-root.js';
import { readReminders } from './reminders.js';
import { examplesOfRequirements, readRequirements, readVagueWords } from './requirements.js';
import { readTexts, type Texts } from './texts.js';
import { versionOf } from './version.js';

export { loadAgreement } from './agreements.js';
export { type DataError, inOneLine, LibraryError } from './data-error.js';
export type { Language } from './texts.js';

/** Everything in `machines`, frozen. */
export interface Library {
  readonly registry: Registry;
  readonly book: StatuteBook;
  readonly agreements: readonly Agreement[];
  readonly requirements: Requirements;
  readonly vagueWords: readonly string[];
  readonly texts: Texts;
  readonly examples: readonly ProcessExamples[];
  readonly reminders: ReminderSchedule;
  readonly obligations: Obligations;
  readonly corrections: CorrectionReasons;
  /** Changes with any content of `machines`. */
  readonly version: string;
  /** What is wrong with agreements. Those that have a problem are left out. */
  readonly problems: readonly DataError[];
}

/**
 * Reads the folder. Throws `LibraryError` with every problem of law, requirements, texts, examples, reminders and
 * obligations at once. An agreement with errors never stops the others: it is left out and its errors are in `problems`.
 */
export function loadLibrary(folder: string = machinesFolder(), processes: readonly Process[] = registered): Library {
  const registry = registryOf(processes);
  const law = readLaw(folder);
  const requirements = readRequirements(folder, registry);
  const readable = law.errors.length === 0 && requirements.value !== undefined;
  const book = readable ? law.book : undefined;
  const vague = readVagueWords(folder, book);
  const texts = readTexts(folder, registry);
  const agreements = readAgreements(folder, { registry });
  const requirementIds = Object.keys(requirements.value?.requirements ?? {});
  const examples = readExamples(folder, { registry, book, requirementIds, agreementIds: agreements.ids });
  const reminders = readReminders(folder, registry);
  const obligations = readObligations(folder, { registry, book, requirementIds });
  const corrections = readCorrections(folder);

  const parts = [law, requirements, vague, texts, examples, reminders, obligations, corrections];
  const named = examples.errors.length === 0 ? examplesOfRequirements(requirements, examples.examples) : [];
  const errors = [...parts.flatMap((part) => part.errors), ...named];
  const { value: why } = corrections;
  if (errors.length > 0 || !requirements.value || !vague.value || !reminders.value || !obligations.value || !why)
    throw new LibraryError(errors);
  return Object.freeze({
    registry,
    book: withFrozenStatutes(law.book),
    agreements: frozen(agreements.agreements),
    requirements: frozen<Requirements>(requirements.value),
    vagueWords: frozen(vague.value.words.map(({ word }) => word)),
    texts: frozen(texts.texts),
    examples: frozen(examples.examples),
    reminders: frozen<ReminderSchedule>(reminders.value),
    obligations: frozen<Obligations>(obligations.value),
    corrections: frozen<CorrectionReasons>(why),
    version: versionOf(folder),
    problems: frozen(agreements.errors),
  });
}

function withFrozenStatutes(book: StatuteBook): StatuteBook {
  frozen(book.statutes);
  return book;
}
