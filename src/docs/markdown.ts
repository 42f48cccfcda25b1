/** The little Markdown that generated pages need. */

/** Text in a table cell: on one line, with bars that do not end the cell. */
const cell = (text: string): string =>
  text
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ')
    .trim() || ' ';

const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** A table, or a dash when it has no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '–\n';
  return `${[row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')}\n`;
}

export const bullets = (items: readonly string[]): string =>
  items.length === 0 ? '–\n' : `${items.map((i) => `- ${i}`).join('\n')}\n`;

/** A word as code. */
export const tick = (text: string): string => `\`${text}\``;

/** Sections under each other, with one empty line between them. */
export const page = (...parts: readonly string[]): string => `${parts.map((part) => part.trim()).join('\n\n')}\n`;
