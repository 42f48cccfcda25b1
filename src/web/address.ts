import type { Language } from './language.js';

type Parameters = Readonly<Record<string, string | undefined>>;

/** An address on this site: path and parameters that have a value, with the language kept when it is not Swedish. */
export function address(path: string, language: Language, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value);
  if (language !== 'sv') query.set('lang', language);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** The page of a case. */
export const caseAddress = (caseId: string, language: Language): string =>
  address(`/arende/${encodeURIComponent(caseId)}`, language);
