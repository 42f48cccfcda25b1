/** The signs and words of verdicts and severities, the same on the screen and on the page. */
import type { DefectKind } from '../engine/agreement.js';
import type { CoverageReport } from '../engine/coverage/coverage.js';
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

/** What is wrong in the text of an agreement, in words. */
const defectWords: Record<Language, Record<DefectKind, string>> = {
  sv: {
    'repealed-law': 'upphävd lag',
    placeholder: 'platshållare som står kvar',
    'blank-date': 'datum som är tomt',
    'unreadable-attachment': 'bilaga som inte går att läsa',
    'tidplan-passed': 'tidplan som har passerat',
    'wrong-term': 'fel ord',
    'listed-without-duty': 'uppräknad utan uppgift',
    'dangling-reference': 'hänvisning till något som inte finns',
    note: 'att lägga märke till',
  },
  en: {
    'repealed-law': 'repealed law',
    placeholder: 'placeholder left in the text',
    'blank-date': 'date left blank',
    'unreadable-attachment': 'attachment that cannot be read',
    'tidplan-passed': 'time plan that has passed',
    'wrong-term': 'wrong word',
    'listed-without-duty': 'listed without a duty',
    'dangling-reference': 'reference to something that is not there',
    note: 'to be noted',
  },
};

/** A defect in one line: what it is, what it concerns when that is said, and the text about it. */
export function defectText({ kind, ref, says }: CoverageReport['defects'][number], language: Language): string {
  const concerns = ref && ` (${ref})`;
  return `${defectWords[language][kind]}${concerns}: ${says}`;
}
