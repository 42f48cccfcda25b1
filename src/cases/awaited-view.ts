import type { PlainDate } from '../../machines/grammar/index.js';
import type { AwaitedAnswer } from '../engine/awaited/awaited.js';
import type { AwaitedReason } from '../engine/awaited/reasons.js';
import type { Remedy } from '../engine/awaited/remedies.js';
import { actionView, type NextActionView } from '../next-actions/action-view.js';
import { awaitedWords, type AwaitedWords } from '../presentation/awaited-words.js';
import type { CaseBook } from './case-book.js';
import type { CaseRow } from './case.entity.js';
import { labelOf } from './fact-view.js';

/** Whether a fact is awaited in a case on a day, with the reasons as data and as sentences. */
export interface AwaitedView {
  case: string;
  type: string;
  label: string;
  on: PlainDate;
  process: string | null;
  status: AwaitedAnswer['status'];
  steps: NextActionView[];
  reasons: AwaitedReason[];
  remedies: Remedy[];
  says: { sv: AwaitedWords; en: AwaitedWords };
}

export function awaitedView(answer: AwaitedAnswer, { id, kommun }: CaseRow, { library }: CaseBook): AwaitedView {
  const { type, on, process, status, steps, reasons, remedies } = answer;
  const looking = { case: id, asOf: on, texts: library.texts.sv };
  return {
    case: id,
    type,
    label: labelOf(type, library),
    on,
    process,
    status,
    steps: steps.map((step) => actionView(step, looking)),
    reasons,
    remedies,
    says: {
      sv: awaitedWords(answer, { library, language: 'sv', kommun }),
      en: awaitedWords(answer, { library, language: 'en', kommun }),
    },
  };
}
