import type { Language } from '../library/library.js';
import { en } from './texts.en.js';
import { type PageTexts, sv } from './texts.sv.js';

export type { Language } from '../library/library.js';

const catalogues: Record<Language, PageTexts> = { sv, en };

/** The words of the pages in a language. */
export const textsIn = (language: Language): PageTexts => catalogues[language];

/** The language that a query asks for; Swedish unless it says English. */
export const languageOf = (query: Readonly<Record<string, unknown>>): Language => (query.lang === 'en' ? 'en' : 'sv');

/** The other of the two. */
export const otherLanguage = (language: Language): Language => (language === 'sv' ? 'en' : 'sv');
