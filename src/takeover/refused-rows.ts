/** The rows that were refused, as a file to mend and run again. */
import type { Spreadsheet } from './spreadsheet.js';
import { REASON } from './columns.js';
import type { Mapping } from './mapping.js';
import type { RowOutcome } from './take-over.js';

/** Without the columns that are not read. UTF-8 with its mark and semicolons, which Swedish Excel opens by a double click. */
export function refusedRows(
  { header, rows }: Spreadsheet,
  outcomes: readonly RowOutcome[],
  { ignore, language }: Pick<Mapping, 'ignore'> & { language: 'sv' | 'en' },
): string {
  const kept = header.map((name, i) => ({ name, i })).filter(({ name }) => name !== REASON && !ignore.includes(name));
  const lines = outcomes.flatMap(({ status, problems }, at) => {
    if (status !== 'refused') return [];
    const why = problems
      .map(({ column, says }) => `${column === null ? '' : `${column}: `}${says[language]}`)
      .join(' ');
    return [[...kept.map(({ i }) => rows[at]?.cells[i] ?? ''), why]];
  });
  const all = [[...kept.map(({ name }) => name), REASON], ...lines];
  return `\u{FEFF}${all.map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`;
}

const quoted = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
