import { asked, type Asked, type Verdict, verdicts } from '../engine/coverage/verdicts.js';
import { type Block, type Cell, type Column, heading, paragraph, type Run, type Text } from '../document/blocks.js';
import { columnGroupNames, groupOf, shortVerdictWords } from './coverage-words.js';
import type { Covered } from './covered.js';
import { sayIn } from './terminal.js';
import { processName } from './texts.js';
import { pointName, signs, verdictWords } from './verdict-words.js';

/** How the answers fall, process by process: who and how beside when. Each kind is counted for itself; there is no sum. */
export function overviewBlocks({ report: { matrix }, library, language }: Covered): Block[] {
  const say = sayIn(language);
  const given = (['who', 'when'] as const).flatMap((group) => {
    const own = asked.filter((point) => groupOf(point) === group);
    const found = new Set(matrix.flatMap(({ points }) => own.map((point) => points[point])));
    return verdicts.filter((verdict) => found.has(verdict)).map((verdict) => ({ group, own, verdict }));
  });
  const columns: Column[] = [
    { title: say('Process', 'Process'), width: 5 },
    ...given.map(({ group, verdict }) => ({
      title: `${signs[verdict]} ${shortVerdictWords[language][verdict]}`,
      group: columnGroupNames[language][group],
      width: 1.7,
    })),
  ];
  const row = (name: Text, rows: typeof matrix) => [
    name,
    ...given.map(({ own, verdict }) => counted(rows, own, verdict)),
  ];
  const processes = [...new Set(matrix.map(({ process }) => process))];
  return [
    heading(1, say('Översikt', 'Overview')),
    paragraph(
      say(
        'Antalet svar av varje slag. «Vem och hur» är punkterna P1–P6, «när» är tiden.',
        'The number of answers of each kind. “Who and how” are the points P1–P6, “when” is the time.',
      ),
    ),
    {
      kind: 'table',
      columns,
      rows: [
        ...processes.map((process) =>
          row(
            processName(library, language, process),
            matrix.filter((one) => one.process === process),
          ),
        ),
        row([{ text: say('Alla processer', 'All processes'), strong: true }], matrix),
      ],
    },
    ...legend(library.requirements.points, given, language),
  ];
}

function counted(rows: Covered['report']['matrix'], points: readonly Asked[], verdict: Verdict): Cell {
  const count = rows.flatMap((row) => points.filter((point) => row.points[point] === verdict)).length;
  return { lines: [String(count)], ...(count === 0 && { tone: 'quiet' }) };
}

function legend(
  points: Covered['library']['requirements']['points'],
  given: readonly { verdict: Verdict }[],
  language: Covered['language'],
): Block[] {
  const say = sayIn(language);
  const found = verdicts.filter((verdict) => given.some((one) => one.verdict === verdict));
  const columns = [
    ...Object.entries(points).map(([point, { title }]) => [point, title] as const),
    [pointName('deadline', language), say('när det senast ska vara gjort', 'by when it must be done')] as const,
  ];
  return [
    heading(2, say('Punkterna och tecknen', 'The points and the signs')),
    { kind: 'list', items: columns.map(([point, title]) => [[{ text: `${point} `, strong: true }, { text: title }]]) },
    paragraph(
      found.flatMap((verdict, i): Run[] => [
        { text: signs[verdict], strong: true },
        { text: ` ${verdictWords[language][verdict]}${i < found.length - 1 ? '; ' : '.'}` },
      ]),
    ),
  ];
}
