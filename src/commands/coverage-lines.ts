/** The coverage of an agreement on the screen: matrix, findings by severity, admitted gaps, defects. */
import { partyName } from '../../machines/parties.js';
import type { Agreement } from '../engine/agreement.js';
import type { CoverageReport, Finding, MatrixRow } from '../engine/coverage/coverage.js';
import { asked } from '../engine/coverage/verdicts.js';
import type { Library } from '../library/library.js';
import { grouped } from './finding-groups.js';
import { table } from './table.js';
import type { Terminal } from './terminal.js';
import { processName, stateTitle } from './texts.js';
import {
  defectText,
  pointName,
  pointNames,
  severitiesDown,
  severityWords,
  signs,
  tally,
  verdictWords,
  whenText,
} from './verdict-words.js';

/** A line, and what its continuation begins with. */
export interface Line {
  text: string;
  indent: string;
}

const line = (text = '', indent = ''): Line => ({ text, indent });

/** Every line of the report. */
export function coverageLines(
  report: CoverageReport,
  agreement: Agreement,
  library: Library,
  terminal: Terminal,
): Line[] {
  return [
    ...heading(report, agreement, terminal),
    ...matrix(report, agreement, library, terminal),
    ...legend(report, library, terminal),
    ...severitiesDown.flatMap((severity) => findings(severity, report, library, terminal)),
    ...gaps(report, terminal),
    ...defects(report, terminal),
  ];
}

function heading(
  { agreement: { id, validFrom, validTo }, asOf, inForce, checkedAgainst }: CoverageReport,
  { title }: Agreement,
  { say, paint }: Terminal,
): Line[] {
  const valid = `${validFrom} – ${validTo ?? say('tills vidare', 'until further notice')}`;
  return [
    line(paint.bold(title)),
    line(
      `${id}; ${valid}; ${say(`prövad med lagen ${asOf}, ${checkedAgainst}`, `held against the law on ${asOf}, ${checkedAgainst}`)}.`,
    ),
    ...(inForce
      ? []
      : [
          line(paint.yellow(say(`Överenskommelsen gäller inte ${asOf}.`, `The agreement is not in force on ${asOf}.`))),
        ]),
    line(),
  ];
}

function matrix(
  { matrix: rows }: CoverageReport,
  agreement: Agreement,
  library: Library,
  { say, language, paint }: Terminal,
): Line[] {
  const columns = [
    { title: say('Steg', 'Step'), least: 30 },
    { title: say('Vem', 'Who'), least: 16 },
    ...asked.map((point) => ({ title: pointName(point, language) })),
  ];
  const processes = [...new Set(rows.map(({ process }) => process))];
  return processes.flatMap((process) => {
    const own = rows.filter((row) => row.process === process);
    const cells = own.map((row) => [
      `${stateTitle(library, language, process, row.state)}${whenText(row.when)}`,
      whoOf(row, agreement, language),
      ...asked.map((point) => coloured(row.points[point], paint)),
    ]);
    return [
      line(paint.bold(`${processName(library, language, process)} (${process})`)),
      ...table(columns, cells, paint.dim)
        .split('\n')
        .map((text) => line(text)),
      line(),
    ];
  });
}

const whoOf = ({ owner, unit }: MatrixRow, { units }: Agreement, language: Terminal['language']): string =>
  units.find(({ id }) => id === unit)?.name ?? partyName(owner, language);

function coloured(verdict: MatrixRow['points']['P1'], paint: Terminal['paint']): string {
  const sign = signs[verdict];
  if (verdict === 'covered' || verdict === 'covered_elsewhere') return paint.green(sign);
  if (verdict === 'absent' || verdict === 'conflict') return paint.red(sign);
  return verdict === 'not_applicable' ? paint.dim(sign) : paint.yellow(sign);
}

/** What the signs mean and how many there are of each; never one figure for all of them. */
function legend({ matrix: rows }: CoverageReport, { requirements }: Library, { say, language }: Terminal): Line[] {
  const given = rows.flatMap(({ points }) => asked.map((point) => points[point]));
  const counted = tally(given).map(({ verdict, count }) =>
    line(`  ${signs[verdict]}  ${verdictWords[language][verdict]}: ${count}`),
  );
  const points = Object.entries(requirements.points).map(([point, { title }]) =>
    line(`  ${point}  ${title}`, '      '),
  );
  return [
    line(say(`${given.length} svar på ${rows.length} rader`, `${given.length} answers in ${rows.length} rows`)),
    ...counted,
    ...points,
    line(`  ${pointName('deadline', language)} ${say('när det senast ska vara gjort', 'by when it must be done')}`),
  ];
}

function findings(
  severity: Finding['severity'],
  report: CoverageReport,
  library: Library,
  { say, language, paint }: Terminal,
): Line[] {
  const own = report.findings.filter((finding) => finding.severity === severity);
  if (own.length === 0) return [];
  return [
    line(),
    line(paint.bold(`${severityWords[language][severity]} ${say('brister', 'findings')} (${own.length})`)),
    ...grouped(own).flatMap(({ process, state, when, points, verdict, requirements, clause, says, path }) => {
      const refs = [requirements.join(', '), clause].filter(Boolean).join('; ');
      const title = `${processName(library, language, process)}: ${stateTitle(library, language, process, state)}${whenText(when)}`;
      return [
        line(
          `${signs[verdict]} ${pointNames(points, language)} ${verdictWords[language][verdict]} – ${title}. ${says}${refs && ` [${refs}]`}`,
          '    ',
        ),
        line(
          paint.dim(
            `    ${say('väg', 'path')}: ${path.join(' → ') || say('(början)', '(beginning)')} ⇒ ${process}/${state}`,
          ),
          '      ',
        ),
      ];
    }),
  ];
}

function gaps({ admittedGaps }: CoverageReport, { say, paint }: Terminal): Line[] {
  if (admittedGaps.length === 0) return [];
  return [
    line(),
    line(paint.bold(`${say('Luckor som texten medger', 'Gaps that the text admits')} (${admittedGaps.length})`)),
    ...admittedGaps.map(({ ref, tidplan, overdue, says }) =>
      line(
        `△ ${ref}: ${says} ${say('Tidplan', 'Schedule')}: ${tidplan}.${overdue ? paint.red(say(' Har passerat.', ' Has passed.')) : ''}`,
        '    ',
      ),
    ),
  ];
}

function defects({ defects: found }: CoverageReport, { say, paint, language }: Terminal): Line[] {
  if (found.length === 0) return [];
  return [
    line(),
    line(paint.bold(`${say('Fel i texten', 'Defects of the text')} (${found.length})`)),
    ...found.map((defect) => line(`  ${defectText(defect, language)}`, '    ')),
  ];
}
