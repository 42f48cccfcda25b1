/** Tables that become cards on a narrow screen. The roles are said aloud because a changed display takes them away. */
import type { ComponentChildren } from 'preact';

interface TableProps {
  caption: string;
  columns: readonly string[];
  /** The caption is read aloud but not shown, where a heading says the same. */
  quiet?: boolean;
  children: ComponentChildren;
}

export const Table = ({ caption, columns, quiet, children }: TableProps) => (
  <table role="table">
    <caption class={quiet ? 'osynlig' : undefined}>{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th scope="col" role="columnheader">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">{children}</tbody>
  </table>
);

export const Row = ({ children }: { children: ComponentChildren }) => <tr role="row">{children}</tr>;

interface CellProps {
  /** The heading of the column, shown beside the value on a card. */
  label: string;
  children: ComponentChildren;
}

export const Cell = ({ label, children }: CellProps) => (
  <td role="cell" data-label={label}>
    <div>{children}</div>
  </td>
);

/** The cell that names the row; on a card it is the heading. */
export const RowHeader = ({ children }: { children: ComponentChildren }) => (
  <th scope="row" role="rowheader">
    {children}
  </th>
);
