/**
 * A document before anybody has decided on what it is written: headings, paragraphs, lists and tables. Markdown, web page and
 * Word are three writers of it, so that a sentence that is in one of them is in all.
 */
import type { PlainDate } from '../../machines/grammar/index.js';

export interface Run {
  text: string;
  strong?: true;
  /** Beside the matter: smaller where the medium can. */
  quiet?: true;
}

export type Text = string | readonly Run[];

/** How it stands, at a glance. It tints what words already say, and is never all that says it. */
export type Tone = 'good' | 'partly' | 'bad' | 'quiet';

/** One line under the other. */
export interface Cell {
  lines: readonly Text[];
  tone?: Tone;
}

export interface Column {
  title: string;
  /** Columns beside each other with the same group stand under one heading. */
  group?: string;
  /** Its share of the width, against the others'. */
  width: number;
}

export interface Table {
  kind: 'table';
  columns: readonly Column[];
  /** The first cell of a row names the row. */
  rows: readonly (readonly (Text | Cell)[])[];
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: Text; notice?: true }
  | { kind: 'list'; items: readonly (readonly Text[])[] }
  | Table;

/** Blocks on pages that are turned the same way. */
export interface Section {
  orientation: 'portrait' | 'landscape';
  blocks: readonly Block[];
}

export interface Document {
  title: string;
  subtitle?: string;
  language: 'sv' | 'en';
  /** The day that it speaks of; it stands as the day of the file, which is otherwise the same whenever it is written. */
  date: PlainDate;
  sections: readonly Section[];
}

export const runsOf = (text: Text): readonly Run[] => (typeof text === 'string' ? [{ text }] : text);

export const plain = (text: Text): string =>
  runsOf(text)
    .map((run) => run.text)
    .join('');

export const cellOf = (content: Text | Cell): Cell =>
  typeof content === 'object' && 'lines' in content ? content : { lines: [content] };

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });

export const paragraph = (text: Text): Block => ({ kind: 'paragraph', text });

/** A heading with its list, or nothing when there is nothing to list. */
export const listed = (level: 1 | 2 | 3, title: string, items: readonly (readonly Text[])[]): Block[] =>
  items.length === 0 ? [] : [heading(level, `${title} (${items.length})`), { kind: 'list', items }];
