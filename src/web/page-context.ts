import type { Library } from '../library/library.js';
import { type Language, languageOf, otherLanguage, textsIn } from './language.js';
import { Names } from './names.js';
import type { PageTexts } from './texts.sv.js';

/** What every view needs besides what it shows. */
export interface PageContext {
  language: Language;
  texts: PageTexts;
  names: Names;
  /** Where the stylesheet is. */
  stylesheet: string;
  /** The same page in the other language. */
  inOtherLanguage: string;
}

/** The context of a page that was asked for with this address, path and query. */
export function pageContext(url: string, stylesheet: string, library: Library): PageContext {
  const [path = '/', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  const language = languageOf(Object.fromEntries(parameters));
  parameters.set('lang', otherLanguage(language));
  return {
    language,
    texts: textsIn(language),
    names: new Names(library, language),
    stylesheet,
    inOtherLanguage: `${path}?${parameters.toString()}`,
  };
}
