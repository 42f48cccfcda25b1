import type { Deadline, PlainDate } from '../../machines/grammar/index.js';
import { amountInWords } from '../engine/law/certainty.js';
import { amountOf } from '../engine/law/statute-book.js';
import type { Language, Library } from '../library/library.js';
import { dateName, factLabel } from './names-of-things.js';

const words = {
  sv: { none: 'lagen nämner ingen tid', open: 'ingen dag är satt', noTime: 'ingen tid', from: 'från', or: ' eller ' },
  en: { none: 'the law names no time', open: 'no day is set', noTime: 'no time', from: 'from', or: ' or ' },
} as const;

/** By when the law wants a step done, `1 månad från «Anmälan till sfi» (2010:800 20:28)`. */
export function deadlineInWords(
  deadline: Deadline,
  process: string,
  library: Library,
  asOf: PlainDate,
  language: Language = 'sv',
): string {
  const say = words[language];
  if ('none' in deadline) return say.none;
  if ('promptly' in deadline) {
    const { standard } = library.book.find(deadline.promptly).provision;
    return `${standard ? `«${standard}»` : say.open} (${deadline.promptly})`;
  }
  if ('by' in deadline) return dateName(library, language, process, deadline.by);
  const from = [deadline.from].flat().map((type) => `«${factLabel(library, language, type)}»`);
  const { entry } = library.book.deadline(deadline.within, asOf).period;
  const length = entry.none === undefined ? amountInWords(amountOf(entry), language) : say.noTime;
  return `${length} ${say.from} ${from.join(say.or)} (${deadline.within})`;
}
