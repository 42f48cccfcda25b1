import { type Deadline, isStep } from '../../machines/grammar/index.js';
import { partyName } from '../../machines/parties.js';
import { clausesFor } from '../engine/agreement.js';
import type { MatrixRow } from '../engine/coverage/coverage.js';
import { asked, type Verdict } from '../engine/coverage/verdicts.js';
import { type Block, type Cell, type Column, heading, type Text } from '../document/blocks.js';
import { deadlineInWords } from '../presentation/deadline-in-words.js';
import type { Covered } from './covered.js';
import { columnGroupNames, groupOf, shortVerdictWords, tones } from './coverage-words.js';
import { sayIn } from './terminal.js';
import { processName, stateTitle } from './texts.js';
import { pointName, signs, whenText } from './verdict-words.js';

/** Every step with its seven answers, a table for each process. */
export function matrixBlocks(covered: Covered): Block[] {
  const { report, library, language } = covered;
  const processes = [...new Set(report.matrix.map(({ process }) => process))];
  return [
    heading(1, sayIn(language)('Steg för steg', 'Step by step')),
    ...processes.flatMap((process): Block[] => [
      heading(2, processName(library, language, process)),
      {
        kind: 'table',
        columns: columnsIn(language),
        rows: report.matrix.filter((row) => row.process === process).map((row) => cells(row, covered)),
      },
    ]),
  ];
}

function columnsIn(language: Covered['language']): Column[] {
  const say = sayIn(language);
  const { who, when } = columnGroupNames[language];
  return [
    { title: say('Steg', 'Step'), width: 4.8 },
    { title: say('Vem', 'Who'), group: who, width: 4.2 },
    ...asked.map((point) => ({
      title: pointName(point, language),
      group: columnGroupNames[language][groupOf(point)],
      width: 1.75,
    })),
    { title: say('Enligt texten och lagen', 'By the text and the law'), group: when, width: 5.2 },
  ];
}

function cells(row: MatrixRow, covered: Covered): (Text | Cell)[] {
  const { agreement, library, language } = covered;
  const { process, state, when, owner, unit, points } = row;
  return [
    `${stateTitle(library, language, process, state)}${whenText(when)}`,
    agreement.units.find(({ id }) => id === unit)?.name ?? partyName(owner, language),
    ...asked.map((point) => verdictCell(points[point], language)),
    { lines: times(row, covered) },
  ];
}

const verdictCell = (verdict: Verdict, language: Covered['language']): Cell => ({
  lines: [`${signs[verdict]} ${shortVerdictWords[language][verdict]}`],
  tone: tones[verdict],
});

/** What the text says about the time, and what the law says when the text does not. */
function times({ process, state, when, points }: MatrixRow, covered: Covered): Text[] {
  const { agreement, report, library, language } = covered;
  const say = sayIn(language);
  if (points.deadline === 'not_applicable') return [''];
  const attributes = Object.fromEntries(Object.entries(when ?? {}).map(([name, values]) => [name, values[0]]));
  const stated = clausesFor(agreement, `${process}/${state}`, attributes).find(({ deadline }) => deadline);
  const meta = library.registry.states.get(`${process}/${state}`)?.meta;
  const byLaw = (deadline: Deadline): string =>
    'none' in deadline
      ? say('Lagen nämner ingen tid', 'The law names no time')
      : `${say('Lagen', 'The law')}: ${deadlineInWords(deadline, process, library, report.asOf, language)}`;
  return [
    ...(stated?.deadline ? [`${say('Texten', 'The text')}: ${stated.deadline.says}`] : []),
    ...(meta && isStep(meta) ? [[{ text: byLaw(meta.deadline), quiet: true } as const]] : []),
  ];
}
