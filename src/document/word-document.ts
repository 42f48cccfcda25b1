/** The document in the terms of the library that writes Word files. */
import { AlignmentType, Document, Footer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { Document as Content, Section } from './blocks.js';
import { marks, wordBlock } from './word-blocks.js';
import { wordLanguage } from './word-package.js';
import { wordStyles } from './word-style.js';
import { fitting } from './word-text.js';

/** A4 in twentieths of a point, and what is left of it between the margins. */
const A4 = { width: 11906, height: 16838 };
const MARGIN = 1077;
const between = { portrait: A4.width - 2 * MARGIN, landscape: A4.height - 2 * MARGIN };

export function wordDocument(content: Content): Document {
  const { title, subtitle, language, sections } = content;
  const opening = [
    new Paragraph({ style: 'Title', children: [new TextRun(fitting(title))] }),
    ...(subtitle === undefined
      ? []
      : [new Paragraph({ style: 'Subtitle', children: [new TextRun(fitting(subtitle))] })]),
  ];
  return new Document({
    title: fitting(title),
    ...(subtitle !== undefined && { subject: fitting(subtitle) }),
    creator: 'Etapp',
    lastModifiedBy: 'Etapp',
    styles: wordStyles(wordLanguage[language]),
    numbering: { config: [marks] },
    sections: sections.map((section, i) => ({
      properties: { page: pageOf(section) },
      footers: { default: footer(content) },
      children: [
        ...(i === 0 ? opening : []),
        ...section.blocks.flatMap((block) => wordBlock(block, between[section.orientation])),
      ],
    })),
  });
}

const pageOf = ({ orientation }: Section) => ({
  size: { ...A4, orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
  margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
});

function footer({ title, language }: Content): Footer {
  const [page, of] = language === 'sv' ? ['Sida', 'av'] : ['Page', 'of'];
  const numbers = [`${page} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ children: [`${fitting(title)}. `, ...numbers] })],
      }),
    ],
  });
}
