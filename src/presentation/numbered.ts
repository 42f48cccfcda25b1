import type { Language } from '../library/texts.js';

/** A title that says which of several it speaks of, where a case may have the process more than once. */
export const numbered = (title: string, instance: string | null, language: Language = 'sv'): string =>
  instance === null ? title : `${title} (${language === 'sv' ? 'nr' : 'no.'} ${instance})`;
