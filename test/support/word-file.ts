/** A Word file read back: every part unpacked and parsed, and what a reader of it would find. */
import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

/** A row of a table, with the text of its cells. */
export interface WordRow {
  header: boolean;
  cells: string[];
}

export interface WordFile {
  parts: Record<string, string>;
  /** Paragraphs in order, with their style. */
  paragraphs: { style: string; text: string }[];
  tables: WordRow[][];
  /** Of the properties: title, language, day. */
  properties: Record<string, string>;
  /** Width and height of the pages of each section. */
  pages: [width: number, height: number][];
  text: string;
}

/** Reads the file. Throws when a part is no well-formed XML. */
export function readWord(file: Uint8Array): WordFile {
  const parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)]));
  const read = new Map(
    Object.entries(parts)
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, text]) => [name, parsed(text)]),
  );
  const body = read.get('word/document.xml')!;
  const paragraphs = all(body, 'w:p').map((p) => ({ style: styleOf(p), text: textOf(p) }));
  return {
    parts,
    paragraphs,
    tables: all(body, 'w:tbl').map((table) => all(table, 'w:tr').map(rowOf)),
    properties: Object.fromEntries(
      [...read.get('docProps/core.xml')!.childNodes].map((node) => [node.nodeName, node.textContent ?? '']),
    ),
    pages: all(body, 'w:pgSz').map((size) => [Number(size.getAttribute('w:w')), Number(size.getAttribute('w:h'))]),
    text: paragraphs.map(({ text }) => text).join('\n'),
  };
}

const parsed = (text: string): Element =>
  new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml').documentElement!;

const all = (of: Element, name: string): Element[] => [...of.getElementsByTagName(name)];

const textOf = (of: Element): string =>
  all(of, 'w:t')
    .map((t) => t.textContent ?? '')
    .join('');

const styleOf = (p: Element): string => all(p, 'w:pStyle')[0]?.getAttribute('w:val') ?? '';

const rowOf = (row: Element): WordRow => ({
  header: all(row, 'w:tblHeader').length > 0,
  cells: all(row, 'w:tc').map((cell) => all(cell, 'w:p').map(textOf).join('\n')),
});
