/** Tables without frames that keep within the width of a page. */
import Table from 'cli-table3';
import { columns, WIDTH } from './wrapped.js';

export interface Column {
  title: string;
  /** May be made narrower than its contents, and how narrow at most. Other columns are as wide as their widest cell. */
  least?: number;
}

const GAP = 2;
const edges = ['top', 'bottom', 'left', 'right'] as const;
const places = ['', '-mid', '-left', '-right'] as const;
const frames = [...edges.flatMap((edge) => places.map((place) => `${edge}${place}`)), 'mid', 'mid-mid', 'middle'];
const NO_FRAME = Object.fromEntries(frames.map((name) => [name, ''])) as Record<'top', string>;

/** The rows under their titles, cells wrapped between words. Columns that give way share what room there is. */
export function table(
  of: readonly Column[],
  rows: readonly (readonly string[])[],
  head: (title: string) => string = String,
): string {
  const colWidths = widths(of, rows);
  const drawn = new Table({
    head: of.map(({ title }) => head(title)),
    chars: NO_FRAME,
    colWidths,
    wordWrap: true,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP },
  });
  drawn.push(...rows.map((row) => [...row]));
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function widths(of: readonly Column[], rows: readonly (readonly string[])[]): number[] {
  const cells = of.map(({ title }, i) => [title, ...rows.map((row) => row[i] ?? '')]);
  const wishes = cells.map((own) => Math.max(...own.map((cell) => widest(cell.split('\n')))) + GAP);
  // A word that does not fit would be cut, so no column is narrower than its longest word.
  const least = of.map((column, i) =>
    Math.max((column.least ?? 0) + GAP, ...(cells[i] ?? []).map((cell) => widest(cell.split(/\s+/)) + GAP)),
  );
  return shared(
    of.map((column, i) => ({
      wish: wishes[i] ?? 0,
      least: column.least === undefined ? (wishes[i] ?? 0) : Math.min(wishes[i] ?? 0, least[i] ?? 0),
    })),
  );
}

/** Everyone gets the least it can do with; what is left goes to those that want more, evenly. */
function shared(wanting: readonly { wish: number; least: number }[]): number[] {
  const given = wanting.map(({ least }) => least);
  // The last column needs no gap after it.
  let left = WIDTH + GAP - given.reduce((sum, width) => sum + width, 0);
  for (;;) {
    const open = wanting.flatMap(({ wish }, i) => ((given[i] ?? 0) < wish ? [i] : []));
    if (open.length === 0 || left <= 0) return given;
    for (const i of open.slice(0, left)) {
      given[i] = (given[i] ?? 0) + 1;
      left--;
    }
  }
}

const widest = (parts: readonly string[]): number => Math.max(0, ...parts.map(columns));
