import {
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import {
  cellOf,
  type Cell,
  type Column,
  plain,
  runsOf,
  type Table as Content,
  type Text,
  type Tone,
} from './blocks.js';
import { columnGroups } from './column-groups.js';
import { fitting, wordRuns } from './word-text.js';

/** Tints that stay apart on a printer without colour; the words of the cell say the same. */
const tints: Partial<Record<Tone, string>> = { good: 'E3F1E7', partly: 'FBE9C6', bad: 'F8E1E0' };
const HEAD = 'E9ECF0';

/** The table, its head repeated on every page that it reaches over and no row broken between two. */
export function wordTable({ columns, rows }: Content, width: number): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '8A94A0' };
  const sides = { top: line, bottom: line, left: line, right: line };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widthsOf(columns, width),
    borders: { ...sides, insideHorizontal: line, insideVertical: line },
    margins: { top: 25, bottom: 25, left: 80, right: 80 },
    tableLook: { firstRow: true, firstColumn: true },
    rows: [...headerRows(columns), ...rows.map((row) => contentRow(row.map(cellOf)))],
  });
}

function widthsOf(columns: readonly Column[], width: number): number[] {
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  return columns.map((column) => Math.floor((width * column.width) / all));
}

function headerRows(columns: readonly Column[]): TableRow[] {
  const row = (children: TableCell[]): TableRow => new TableRow({ tableHeader: true, cantSplit: true, children });
  const groups = columnGroups(columns);
  if (!groups) return [row(columns.map(({ title }) => headCell(title)))];
  const upper = groups.map(({ title, columns: own, grouped }) =>
    headCell(title, grouped ? { columnSpan: own.length } : { rowSpan: 2 }),
  );
  const lower = groups.filter(({ grouped }) => grouped).flatMap(({ columns: own }) => own);
  return [row(upper), row(lower.map(({ title }) => headCell(title)))];
}

const headCell = (title: string, spans: { columnSpan?: number; rowSpan?: number } = {}): TableCell =>
  new TableCell({
    ...spans,
    shading: { type: ShadingType.CLEAR, fill: HEAD },
    verticalAlign: VerticalAlign.BOTTOM,
    children: [new Paragraph({ style: 'ColumnHead', text: fitting(title) })],
  });

/** Rows with an empty cell are there to be written in. */
const contentRow = (cells: readonly Cell[]): TableRow =>
  new TableRow({
    cantSplit: true,
    ...(cells.some(({ lines }) => lines.every((text) => plain(text) === '')) && {
      height: { value: 500, rule: HeightRule.ATLEAST },
    }),
    children: cells.map(contentCell),
  });

function contentCell({ lines, tone }: Cell): TableCell {
  const fill = tone && tints[tone];
  return new TableCell({
    ...(fill && { shading: { type: ShadingType.CLEAR, fill } }),
    children: lines.map(
      (line) => new Paragraph({ style: 'Cell', children: wordRuns(tone === 'quiet' ? quieted(line) : line) }),
    ),
  });
}

const quieted = (line: Text): Text => runsOf(line).map((run) => ({ ...run, quiet: true }));
