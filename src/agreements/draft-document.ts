/** The same questions as a document to write in together: Markdown, that word processors read too. */
import type { Library } from '../library/library.js';
import { blank, type NewAgreement } from './skeleton.js';
import type { StepQuestion } from './step-question.js';

/** The text of the document. Each step has the law as the default, and three questions: who, how and when. */
export function draftDocument(
  asked: NewAgreement,
  questions: readonly StepQuestion[],
  { requirements }: Pick<Library, 'requirements'>,
): string {
  const { title } = blank(asked);
  const { points, source } = requirements;
  const parts = [
    `# ${title}`,
    `Utkast. Frågorna är ${source.claim.replace(/^kontrollerad mot/, 'ställda efter')}; mallen bakom det är inte läst.`,
    '## Parter, enheter och roller',
    table(['Part', 'Enhet eller roll', 'Så nås den', 'Öppet', 'Kontrollerat'], Array(6).fill(Array(5).fill(''))),
    '## Giltighet',
    `Gäller från ${asked.validFrom} till \\_\\_\\_\\_-\\_\\_-\\_\\_. Ses över varje \\_\\_\\_\\_\\_\\_\\_\\_. Utgår från: \\_\\_\\_\\_\\_\\_\\_\\_.`,
    '## Det som varje steg behöver svar på',
    Object.entries(points)
      .map(([point, { title: asks }]) => `- **${point}** ${asks}`)
      .join('\n'),
    '## Processen, steg för steg',
    ...processes(questions),
    '## Samverkansforum och möten',
    table(['Forum', 'Sammankallande', 'Deltar', 'Hur ofta'], Array(4).fill(Array(4).fill(''))),
    '## Utvecklingsområden',
    table(['Vad som fattas', 'Steg', 'Ägare', 'Tidplan'], Array(4).fill(Array(4).fill(''))),
    '## Uppföljning och revidering',
    'Vem samlar in statistik, när, och vem kallar till uppföljningen?',
  ];
  return `${parts.join('\n\n')}\n`;
}

function processes(questions: readonly StepQuestion[]): string[] {
  const names = [...new Set(questions.map(({ processName }) => processName))];
  return names.flatMap((name) => [
    `### ${name}`,
    table(
      ['Steg', 'Enligt lagen', 'Vem hos er?', 'Hur?', 'När?'],
      questions
        .filter(({ processName }) => processName === name)
        .map(({ action, owner, deadline, ground }) => [action, `${owner}; ${deadline}. ${ground}`, '', '', '']),
    ),
  ]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
