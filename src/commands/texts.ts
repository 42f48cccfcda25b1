/** The words that verbs share, and the names of things in a language. */
import type { Certainty } from '../../machines/grammar/index.js';
import type { DueKind } from '../engine/types.js';
import type { Language } from '../http/message-words.js';

export const kindWords: Record<Language, Record<DueKind, string>> = {
  sv: { hard: 'gräns i lag', soft: 'mål i lag', practice: 'praxis', local: 'lokal tid', none: 'ingen tid angiven' },
  en: { hard: 'hard limit', soft: 'target', practice: 'practice', local: 'local limit', none: 'no time stated' },
};

export const certaintyWords: Record<Language, Record<Certainty, string>> = {
  sv: { settled: '', 'authority-decides': 'beräknat', assumed: 'antaget', unknown: 'okänt' },
  en: { settled: '', 'authority-decides': 'computed', assumed: 'assumed', unknown: 'unknown' },
};

/** Kind and certainty of a date in words, `gräns i lag, antaget`. */
export const firmness = (kind: DueKind, certainty: Certainty, language: Language): string =>
  [kindWords[language][kind], certaintyWords[language][certainty]].filter(Boolean).join(', ');

export {
  actionTitle,
  dateName,
  factLabel,
  processName,
  stateTitle,
  unitName,
  whoNames,
} from '../presentation/names-of-things.js';
