/** The text of a data file, or why there is none. Whatever lies at the path, only a plain file of a sane size is read. */
import { readFileSync, statSync } from 'node:fs';
import type { Bilingual } from './data-error.js';

/** Twenty times the longest agreement that has been read. */
const LARGEST_FILE = 2 * 1024 * 1024;

/** What keeps a file from being read as text, and where when it is at a place. */
export interface NoText {
  problem: Bilingual;
  /** Where in the text that could be read up to there. */
  after?: string;
}

/** Reads the file as UTF-8. Never throws. */
export function textOfFile(path: string): { text: string } | NoText {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return because('Filen saknas', 'The file is missing');
  if (stat.isDirectory()) return because('Här ligger en mapp och ingen fil', 'Here lies a folder and not a file');
  if (!stat.isFile()) return because('Detta är ingen vanlig fil', 'This is no plain file');
  if (stat.size > LARGEST_FILE) return because(...tooLarge(stat.size));
  try {
    return decoded(readFileSync(path));
  } catch {
    return because('Filen får inte läsas', 'The file may not be read');
  }
}

const because = (sv: string, en: string): NoText => ({ problem: { sv, en } });

const tooLarge = (bytes: number): [string, string] => {
  const size = (bytes / 1024 / 1024).toFixed(1);
  return [
    `Filen är större än 2 MB (${size.replace('.', ',')} MB) och läses inte; en överenskommelse är sällan över 0,2 MB`,
    `The file is larger than 2 MB (${size} MB) and is not read; an agreement is seldom over 0.2 MB`,
  ];
};

function decoded(bytes: Buffer): { text: string } | NoText {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return because('Filen är sparad som UTF-16; spara den som UTF-8', 'The file is saved as UTF-16; save it as UTF-8');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return unfit(text) ?? { text };
  } catch {
    return { problem: notUtf8, after: readableStart(bytes) };
  }
}

const notUtf8 = {
  sv: 'Filen går inte att läsa som text i UTF-8; är den sparad som Windows-1252 (Latin-1)? Spara den som UTF-8',
  en: 'The file cannot be read as UTF-8 text; is it saved as Windows-1252 (Latin-1)? Save it as UTF-8',
};

/** All up to the first byte that is no UTF-8: what the lenient and the strict reading have in common. */
function readableStart(bytes: Buffer): string {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  let at = lenient.indexOf('\uFFFD');
  // A replacement character may stand in the file itself; those are passed by.
  while (at >= 0 && bytes.subarray(Buffer.byteLength(lenient.slice(0, at))).indexOf('\uFFFD') === 0)
    at = lenient.indexOf('\uFFFD', at + 1);
  return lenient.slice(0, Math.max(at, 0));
}

function unfit(text: string): NoText | undefined {
  if (text.trim() === '') return because('Filen är tom', 'The file is empty');
  // eslint-disable-next-line no-control-regex -- those are what is looked for
  const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.exec(text);
  if (!control) return undefined;
  const problem = {
    sv: 'Filen är ingen textfil: här står ett tecken som bara finns i program, bilder och ordbehandlares filer',
    en: 'The file is no text file: here stands a character that only programs, pictures and word processors write',
  };
  return { problem, after: text.slice(0, control.index) };
}
