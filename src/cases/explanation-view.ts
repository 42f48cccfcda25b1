import type { PlainDate } from '../../machines/grammar/index.js';
import type { Explanation } from '../engine/explain.js';
import type { ExplainedDate } from '../engine/explanation/dates.js';
import type { Language, Library } from '../library/library.js';
import { dateSentences, stepSentences } from '../presentation/explanation-words.js';

/** The sentences of an explanation, by state and by the name of the date. */
interface Sentences {
  states: Record<string, string[]>;
  dates: Record<string, string[]>;
}

/** An explanation as data and as sentences that can be read aloud. */
export type ExplanationView = Explanation & { says: Record<Language, Sentences> };

export function explanationView(explanation: Explanation, kommun: string, library: Library): ExplanationView {
  const sentences = (language: Language): Sentences => {
    const told = { library, language, kommun };
    return {
      states: Object.fromEntries(
        explanation.states.map((state) => [state.state, stepSentences(state, explanation, told)]),
      ),
      dates: Object.fromEntries(explanation.reckoning.map((date) => [date.name, dateSentences(date, told)])),
    };
  };
  return { ...explanation, says: { sv: sentences('sv'), en: sentences('en') } };
}

/** Every computed date of a case, each as data and as sentences. */
export interface DatesView {
  case: string;
  asOf: PlainDate;
  dates: (ExplainedDate & { says: Record<Language, string[]> })[];
}

export const datesView = (
  { id, kommun }: { id: string; kommun: string },
  asOf: PlainDate,
  dates: readonly ExplainedDate[],
  library: Library,
): DatesView => ({
  case: id,
  asOf,
  dates: dates.map((date) => ({
    ...date,
    says: {
      sv: dateSentences(date, { library, language: 'sv', kommun }),
      en: dateSentences(date, { library, language: 'en', kommun }),
    },
  })),
});
