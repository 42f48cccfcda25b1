import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  type INumberingOptions,
  LevelFormat,
  Paragraph,
  type Table,
} from 'docx';
import type { Block } from './blocks.js';
import { wordTable } from './word-table.js';
import { fitting, wordRuns } from './word-text.js';

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

/** What a block becomes on a page of this width. */
export function wordBlock(block: Block, width: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: levels[block.level], text: fitting(block.text) })];
    case 'paragraph':
      return [block.notice ? notice(block) : new Paragraph({ children: wordRuns(block.text) })];
    case 'list':
      return block.items.flatMap(item);
    case 'table':
      // Two tables after each other would become one; the empty paragraph is small.
      return [wordTable(block, width), new Paragraph({ style: 'Cell' })];
  }
}

const notice = ({ text }: Extract<Block, { kind: 'paragraph' }>): Paragraph =>
  new Paragraph({
    style: 'Notice',
    border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: '8A5A00' } },
    children: wordRuns(text),
  });

/** The mark of a list: small, so that nobody takes it for the sign of an answer. */
export const marks: INumberingOptions['config'][number] = {
  reference: 'marks',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 360, hanging: 240 } } },
    },
  ],
};

type Item = Extract<Block, { kind: 'list' }>['items'][number];

/** The first line has the mark; the others stand under it, on the same page as far as possible. */
const item = (lines: Item): Paragraph[] =>
  lines.map(
    (line, i) =>
      new Paragraph({
        style: 'ListParagraph',
        ...(i === 0 ? { numbering: { reference: marks.reference, level: 0 } } : { indent: { left: 360 } }),
        ...(i < lines.length - 1 && { keepNext: true, spacing: { after: 20 } }),
        keepLines: true,
        children: wordRuns(line),
      }),
  );
