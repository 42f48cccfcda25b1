import type { Column } from './blocks.js';

/** A cell of the upper header row: a group over several columns, or a column of its own that reaches down. */
export interface ColumnGroup {
  title: string;
  columns: readonly Column[];
  grouped: boolean;
}

/** The upper header row, from the left; undefined when no column is in a group and one row is enough. */
export function columnGroups(columns: readonly Column[]): ColumnGroup[] | undefined {
  if (columns.every(({ group }) => group === undefined)) return undefined;
  const groups: (ColumnGroup & { columns: Column[] })[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last?.grouped && last.title === column.group) last.columns.push(column);
    else groups.push({ title: column.group ?? column.title, columns: [column], grouped: column.group !== undefined });
  }
  return groups;
}
