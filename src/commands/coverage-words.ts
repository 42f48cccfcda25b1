/** The words that a document has beside those of the screen: short ones for narrow columns, and what groups of columns are called. */
import type { Asked, Verdict } from '../engine/coverage/verdicts.js';
import type { Language } from '../http/message-words.js';
import type { Tone } from '../document/blocks.js';

export const shortVerdictWords: Record<Language, Record<Verdict, string>> = {
  sv: {
    covered: 'svar',
    covered_vaguely: 'vagt',
    covered_elsewhere: 'annat håll',
    admitted_gap: 'lucka',
    absent: 'saknas',
    not_applicable: 'ej i lag',
    unreadable: 'oläsligt',
    conflict: 'mot lagen',
  },
  en: {
    covered: 'answer',
    covered_vaguely: 'vague',
    covered_elsewhere: 'elsewhere',
    admitted_gap: 'gap',
    absent: 'missing',
    not_applicable: 'not in law',
    unreadable: 'unreadable',
    conflict: 'unlawful',
  },
};

/** What tint goes with a verdict. */
export const tones: Record<Verdict, Tone> = {
  covered: 'good',
  covered_vaguely: 'partly',
  covered_elsewhere: 'good',
  admitted_gap: 'partly',
  absent: 'bad',
  not_applicable: 'quiet',
  unreadable: 'partly',
  conflict: 'bad',
};

/** Agreements are strong in contacts or in times, seldom in both: the two are read beside each other. */
export const groupOf = (point: Asked): 'who' | 'when' => (point === 'deadline' ? 'when' : 'who');

export const columnGroupNames: Record<Language, Record<ReturnType<typeof groupOf>, string>> = {
  sv: { who: 'Vem och hur', when: 'När' },
  en: { who: 'Who and how', when: 'When' },
};
