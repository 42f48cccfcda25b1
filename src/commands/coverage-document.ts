/** The coverage of an agreement as a document to lay before a meeting: what it answers, what is missing, step by step. */
import { type Block, type Document, listed } from '../document/blocks.js';
import { findingBlocks } from './coverage-findings.js';
import { matrixBlocks } from './coverage-matrix.js';
import { overviewBlocks } from './coverage-overview.js';
import type { Covered } from './covered.js';
import { sayIn } from './terminal.js';
import { defectText, severitiesDown } from './verdict-words.js';

/** Broad tables lie down, what is read as text stands up. A new part is one more line. */
export const coverageDocument = (covered: Covered): Document => ({
  title: covered.agreement.title,
  subtitle: sayIn(covered.language)(
    'Vad överenskommelsen svarar på, steg för steg',
    'What the agreement answers, step by step',
  ),
  language: covered.language,
  date: covered.report.asOf,
  sections: [
    { orientation: 'landscape', blocks: [...opening(covered), ...overviewBlocks(covered), ...matrixBlocks(covered)] },
    {
      orientation: 'portrait',
      blocks: [
        ...severitiesDown.flatMap((severity) => findingBlocks(severity, covered)),
        ...gaps(covered),
        ...defects(covered),
      ],
    },
  ],
});

function opening({ report, language }: Covered): Block[] {
  const say = sayIn(language);
  const { agreement, asOf, inForce, checkedAgainst } = report;
  const valid = `${agreement.validFrom} – ${agreement.validTo ?? say('tills vidare', 'until further notice')}`;
  const claim = say(
    `Prövad med lagen ${asOf}, ${checkedAgainst}.`,
    `Held against the law on ${asOf}, ${checkedAgainst}.`,
  );
  const notice = say(`Överenskommelsen gäller inte ${asOf}.`, `The agreement is not in force on ${asOf}.`);
  return [
    { kind: 'paragraph', text: `${agreement.id}; ${valid}. ${claim}` },
    ...(inForce ? [] : [{ kind: 'paragraph', text: notice, notice: true } as const]),
  ];
}

function gaps({ report, language }: Covered): Block[] {
  const say = sayIn(language);
  const passed = say('har passerat', 'has passed');
  return listed(
    1,
    say('Luckor som texten medger', 'Gaps that the text admits'),
    report.admittedGaps.map(({ ref, says, tidplan, overdue }) => [
      [{ text: `△ ${ref} `, strong: true }, { text: says }],
      [
        { text: `${say('Tidplan', 'Schedule')}: ${tidplan}`, quiet: true },
        ...(overdue ? [{ text: ` – ${passed}`, strong: true, quiet: true } as const] : []),
      ],
    ]),
  );
}

const defects = ({ report, language }: Covered): Block[] =>
  listed(
    1,
    sayIn(language)('Fel i texten', 'Defects of the text'),
    report.defects.map((defect) => [defectText(defect, language)]),
  );
