/** A document as Markdown, to read as it is or to open in what reads Markdown. */
import { bullets, page, table } from '../docs/markdown.js';
import { type Block, cellOf, type Document, runsOf, type Text } from './blocks.js';

/** The whole text. */
export const markdownOf = ({ title, subtitle, sections }: Document): string =>
  page(
    `# ${escaped(title)}`,
    ...(subtitle === undefined ? [] : [escaped(subtitle)]),
    ...sections.flatMap(({ blocks }) => blocks.flatMap(block)),
  );

function block(of: Block): string[] {
  switch (of.kind) {
    case 'heading':
      return [`${'#'.repeat(of.level + 1)} ${escaped(of.text)}`];
    case 'paragraph':
      return [`${of.notice ? '> ' : ''}${text(of.text)}`];
    case 'list':
      return [bullets(of.items.map((lines) => lines.map(text).join('\\\n  ')))];
    case 'table':
      return [
        table(
          of.columns.map(({ title, group }) => escaped(group === undefined ? title : `${group}: ${title}`)),
          of.rows.map((row) => row.map((content) => cellOf(content).lines.map(text).join('<br>'))),
        ),
      ];
  }
}

const text = (of: Text): string =>
  runsOf(of)
    .map((run) => (run.strong ? `**${escaped(run.text)}**` : escaped(run.text)))
    .join('')
    .replace(/^([-+>]|\d+[.)])(?=\s)/, '\\$1');

/** Text that means itself. A bar is the table's to escape. */
const escaped = (of: string): string => of.replace(/[\\*_`<[\]]/g, '\\$&').replace(/^#/, '\\#');
