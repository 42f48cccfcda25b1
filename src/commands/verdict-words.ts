/** The signs and words of verdicts and severities, the same on the screen and on the page. */
import type { Severity } from '../engine/coverage/severity.js';
import { type Asked, type Verdict, verdicts } from '../engine/coverage/verdicts.js';
import type { Language } from '../http/message-words.js';

export const signs: Record<Verdict, string> = {
  covered: '●',
  covered_vaguely: '◐',
  covered_elsewhere: '→',
  admitted_gap: '△',
  absent: '○',
  not_applicable: '–',
  unreadable: '?',
  conflict: '✗',
};

export const verdictWords: Record<Language, Record<Verdict, string>> = {
  sv: {
    covered: 'besvarat',
    covered_vaguely: 'vagt',
    covered_elsewhere: 'besvarat på annat håll',
    admitted_gap: 'lucka som texten medger',
    absent: 'saknas',
    not_applicable: 'inte aktuellt',
    unreadable: 'bilagan går inte att läsa',
    conflict: 'strider mot lagen',
  },
  en: {
    covered: 'answered',
    covered_vaguely: 'vague',
    covered_elsewhere: 'answered elsewhere',
    admitted_gap: 'gap that the text admits',
    absent: 'missing',
    not_applicable: 'not applicable',
    unreadable: 'attachment cannot be read',
    conflict: 'against the law',
  },
};

export const severityWords: Record<Language, Record<Severity, string>> = {
  sv: { high: 'Allvarliga', medium: 'Medelsvåra', low: 'Mindre' },
  en: { high: 'High', medium: 'Medium', low: 'Low' },
};

export const severitiesDown: readonly Severity[] = ['high', 'medium', 'low'];

/** What a column is called. */
export const pointName = (point: Asked, language: Language): string =>
  point === 'deadline' ? { sv: 'Tid', en: 'Time' }[language] : point;

export const pointNames = (points: readonly Asked[], language: Language): string =>
  points.map((point) => pointName(point, language)).join(', ');

/** How often each verdict was given, without those never given. */
export function tally(given: readonly Verdict[]): { verdict: Verdict; count: number }[] {
  return verdicts
    .map((verdict) => ({ verdict, count: given.filter((one) => one === verdict).length }))
    .filter(({ count }) => count > 0);
}

/** For whom a row holds, `(anvisad, kvot)`. */
export const whenText = (when: Record<string, string[]> | undefined): string =>
  when ? ` (${Object.values(when).flat().join(', ')})` : '';
