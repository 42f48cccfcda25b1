/** Reads a spreadsheet saved as text: separators and encodings as the usual programs write them. */
import { readFileSync, statSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { UnusableFile } from './unusable-file.js';

/** A row with its place in the file, from 1 as a spreadsheet counts. */
export interface SheetRow {
  line: number;
  cells: readonly string[];
}

export interface Spreadsheet {
  header: readonly string[];
  rows: readonly SheetRow[];
}

const LARGEST_MB = 20;
const SEPARATORS = [';', ',', '\t'];
const WORKBOOK = 'PK';

/** Throws `UnusableFile`. */
export function readSpreadsheet(path: string): Spreadsheet {
  const text = textOf(path);
  const [header, ...rows] = recordsOf(text);
  if (!header || rows.length === 0)
    throw new UnusableFile({
      sv: 'Filen har inga rader. Första raden ska namnge kolumnerna, och varje rad därefter är ett ärende.',
      en: 'The file has no rows. The first line names the columns, and each line after it is one case.',
    });
  return { header: header.cells, rows };
}

function textOf(path: string): string {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new UnusableFile({ sv: `Filen ${path} finns inte.`, en: `There is no file ${path}.` });
  if (size > LARGEST_MB * 1024 * 1024)
    throw new UnusableFile({
      sv: `Filen är större än ${LARGEST_MB} MB. Dela den.`,
      en: `The file is larger than ${LARGEST_MB} MB. Divide it.`,
    });
  return decoded(readFileSync(path));
}

/** UTF-8, with or without its mark; UTF-16 with its mark; otherwise Windows-1252, in which older Excel saves. */
function decoded(bytes: Buffer): string {
  if (bytes.subarray(0, WORKBOOK.length).toString('latin1') === WORKBOOK) throw asText();
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  const text = utf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
  if (text.includes('\0')) throw asText();
  return text;
}

function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const asText = (): UnusableFile =>
  new UnusableFile({
    sv: 'Filen är ingen textfil. Spara kalkylbladet som «CSV UTF-8 (kommaavgränsad)» och försök igen.',
    en: 'The file is no text file. Save the sheet as “CSV UTF-8 (Comma delimited)” and try again.',
  });

function recordsOf(text: string): SheetRow[] {
  const first = text.slice(0, text.search(/\r?\n|$/));
  const counted = SEPARATORS.map((separator) => ({ separator, count: first.split(separator).length }));
  const delimiter = counted.sort((a, b) => b.count - a.count)[0]!.separator;
  try {
    const options = { delimiter, relax_column_count: true, skip_empty_lines: true, trim: true, info: true } as const;
    const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    return records
      .filter(({ record }) => record.some(Boolean))
      .map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = String((error as { lines?: number }).lines ?? '?');
    throw new UnusableFile({
      sv: `Rad ${line} går inte att läsa: ett citattecken är inte avslutat eller står fel.`,
      en: `Line ${line} cannot be read: a quotation mark is not closed or stands wrong.`,
    });
  }
}
