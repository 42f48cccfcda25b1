import type { Language } from '../library/texts.js';

/** More days than this between what happened and its recording are worth a word. A choice of display, not of law. */
const WORTH_TELLING = 14;

/** Whether a fact became known so long after it took effect that the reader should be told. */
export const isLate = ({ lateDays }: { lateDays: number }): boolean => lateDays > WORTH_TELLING;

/** `känd 42 dagar senare` */
export const lateInWords = (days: number, language: Language): string =>
  language === 'sv' ? `känd ${days} dagar senare` : `known ${days} days later`;
