import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Document } from './blocks.js';

const PROPERTIES = 'docProps/core.xml';

/**
 * The library stamps the moment of writing on the properties and on every part. The day that the document speaks of stands
 * there instead, and its language beside it.
 */
export function steadied(file: Uint8Array, { date, language }: Pick<Document, 'date' | 'language'>): Uint8Array {
  const parts = unzipSync(file);
  const properties = strFromU8(parts[PROPERTIES]!)
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`)
    .replace('</cp:coreProperties>', `<dc:language>${wordLanguage[language]}</dc:language></cp:coreProperties>`);
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  // An archive's times are local ones: built from their parts they are the same in every zone.
  const mtime = new Date(year, month - 1, day);
  const named = Object.entries({ ...parts, [PROPERTIES]: strToU8(properties) });
  return zipSync(Object.fromEntries(named.map(([name, part]) => [name, [part, { mtime }]])) satisfies Zippable);
}

export const wordLanguage: Record<Document['language'], string> = { sv: 'sv-SE', en: 'en-GB' };
