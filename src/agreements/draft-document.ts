/** The same questions as a document to write in together, before anybody opens the file. */
import { type Block, type Column, type Document, heading, paragraph, type Table } from '../document/blocks.js';
import type { Library } from '../library/library.js';
import { blank, type NewAgreement } from './skeleton.js';
import type { StepQuestion } from './step-question.js';

/** The document. Each step has the law as the default, and three questions: who, how and when. */
export function draftDocument(
  asked: NewAgreement,
  questions: readonly StepQuestion[],
  { requirements }: Pick<Library, 'requirements'>,
): Document {
  const { points, source } = requirements;
  return {
    title: blank(asked).title,
    language: 'sv',
    date: asked.validFrom,
    sections: [
      {
        orientation: 'landscape',
        blocks: [
          paragraph(
            `Utkast. Frågorna är ${source.claim.replace(/^kontrollerad mot/, 'ställda efter')}; mallen bakom det är inte läst.`,
          ),
          heading(1, 'Parter, enheter och roller'),
          toWriteIn(6, ['Part', 'Enhet eller roll', 'Så nås den', 'Öppet', 'Kontrollerat']),
          heading(1, 'Giltighet'),
          paragraph(
            `Gäller från ${asked.validFrom} till ____-__-__. Ses över varje ________. Utgår från: ________________.`,
          ),
          heading(1, 'Samverkansforum och möten'),
          toWriteIn(4, ['Forum', 'Sammankallande', 'Deltar', 'Hur ofta']),
          heading(1, 'Det som varje steg behöver svar på'),
          {
            kind: 'list',
            items: Object.entries(points).map(([point, { title }]) => [
              [{ text: point, strong: true }, { text: ` ${title}` }],
            ]),
          },
          heading(1, 'Processen, steg för steg'),
          ...processes(questions),
          heading(1, 'Utvecklingsområden'),
          toWriteIn(4, ['Vad som fattas', 'Steg', 'Ägare', 'Tidplan']),
          heading(1, 'Uppföljning och revidering'),
          paragraph('Vem samlar in statistik, när, och vem kallar till uppföljningen?'),
          heading(1, 'Underskrifter'),
          toWriteIn(3, ['Part', 'Befattning', 'Ort och datum', 'Underskrift']),
        ],
      },
    ],
  };
}

const stepColumns: readonly Column[] = [
  { title: 'Steg', width: 3 },
  { title: 'Enligt lagen', width: 5 },
  { title: 'Vem hos er?', group: 'Vem och hur', width: 3 },
  { title: 'Hur?', group: 'Vem och hur', width: 4 },
  { title: 'Senast när?', group: 'När', width: 2.5 },
];

function processes(questions: readonly StepQuestion[]): Block[] {
  const names = [...new Set(questions.map(({ processName }) => processName))];
  return names.flatMap((name): Block[] => [
    heading(2, name),
    {
      kind: 'table',
      columns: stepColumns,
      rows: questions
        .filter(({ processName }) => processName === name)
        .map(({ action, owner, deadline, ground }) => [
          action,
          { lines: [`${owner}; ${deadline}.`, [{ text: ground, quiet: true }]] },
          '',
          '',
          '',
        ]),
    },
  ]);
}

/** A table that is there to be filled in. */
const toWriteIn = (rows: number, titles: readonly string[]): Table => ({
  kind: 'table',
  columns: titles.map((title) => ({ title, width: 1 })),
  rows: Array.from({ length: rows }, () => titles.map(() => '')),
});
