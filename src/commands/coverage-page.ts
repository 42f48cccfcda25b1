/** The coverage of an agreement as one web page that asks for nothing from anywhere. */
import { partyName } from '../../machines/parties.js';
import type { Agreement } from '../engine/agreement.js';
import type { CoverageReport, Finding } from '../engine/coverage/coverage.js';
import { asked } from '../engine/coverage/verdicts.js';
import type { Language } from '../http/message-words.js';
import type { Library } from '../library/library.js';
import { grouped } from './finding-groups.js';
import { PAGE_STYLE } from './page-style.js';
import { sayIn } from './terminal.js';
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

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const html = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** The whole document. */
export function coveragePage(
  report: CoverageReport,
  agreement: Agreement,
  library: Library,
  language: Language,
): string {
  const say = sayIn(language);
  const { agreement: of, asOf, inForce, checkedAgainst } = report;
  const notice = inForce
    ? ''
    : `<p class="notice">${html(say(`Överenskommelsen gäller inte ${asOf}.`, `The agreement is not in force on ${asOf}.`))}</p>`;
  const valid = `${of.validFrom} – ${of.validTo ?? say('tills vidare', 'until further notice')}`;
  const claim = say(
    `Prövad med lagen ${asOf}, ${checkedAgainst}.`,
    `Held against the law on ${asOf}, ${checkedAgainst}.`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(agreement.title)} – Etapp</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>${html(agreement.title)}</h1>
<p>${html(`${of.id}; ${valid}. ${claim}`)}</p>
${notice}
${legend(report, library, language)}
${matrix(report, agreement, library, language)}
${severitiesDown.map((severity) => findings(severity, report, library, language)).join('\n')}
${list(
  say('Luckor som texten medger', 'Gaps that the text admits'),
  report.admittedGaps.map(
    ({ ref, says, tidplan, overdue }) =>
      `${ref}: ${says} ${say('Tidplan', 'Schedule')}: ${tidplan}.${overdue ? say(' Har passerat.', ' Has passed.') : ''}`,
  ),
)}
${list(
  say('Fel i texten', 'Defects of the text'),
  report.defects.map((defect) => defectText(defect, language)),
)}
</main>
</body>
</html>
`;
}

function legend({ matrix: rows }: CoverageReport, { requirements }: Library, language: Language): string {
  const say = sayIn(language);
  const given = rows.flatMap(({ points }) => asked.map((point) => points[point]));
  const counted = tally(given).map(
    ({ verdict, count }) =>
      `<li><span class="${verdict}">${signs[verdict]}</span> ${html(verdictWords[language][verdict])}: ${count}</li>`,
  );
  const points = Object.entries(requirements.points).map(
    ([point, { title }]) => `<li><b>${point}</b> ${html(title)}</li>`,
  );
  const time = `<li><b>${pointName('deadline', language)}</b> ${say('när det senast ska vara gjort', 'by when it must be done')}</li>`;
  return `<h2>${say('Tecknen', 'The signs')}</h2>
<ul class="signs">${counted.join('')}</ul>
<ul class="points">${points.join('')}${time}</ul>`;
}

function matrix({ matrix: rows }: CoverageReport, { units }: Agreement, library: Library, language: Language): string {
  const say = sayIn(language);
  const head = asked.map((point) => `<th scope="col">${pointName(point, language)}</th>`).join('');
  const processes = [...new Set(rows.map(({ process }) => process))];
  const bodies = processes.map((process) => {
    const lines = rows
      .filter((row) => row.process === process)
      .map(({ state, when, owner, unit, points }) => {
        const cells = asked.map(
          (point) =>
            `<td class="${points[point]}" title="${html(verdictWords[language][points[point]])}">${signs[points[point]]}</td>`,
        );
        const who = units.find(({ id }) => id === unit)?.name ?? partyName(owner, language);
        return `<tr><th scope="row">${html(`${stateTitle(library, language, process, state)}${whenText(when)}`)}</th><td>${html(who)}</td>${cells.join('')}</tr>`;
      });
    return `<tbody><tr><th colspan="9" scope="rowgroup">${html(processName(library, language, process))}</th></tr>${lines.join('\n')}</tbody>`;
  });
  return `<h2>${say('Steg för steg', 'Step by step')}</h2>
<div class="wide"><table><thead><tr><th scope="col">${say('Steg', 'Step')}</th><th scope="col">${say('Vem', 'Who')}</th>${head}</tr></thead>
${bodies.join('\n')}</table></div>`;
}

function findings(severity: Finding['severity'], report: CoverageReport, library: Library, language: Language): string {
  const say = sayIn(language);
  const own = report.findings.filter((finding) => finding.severity === severity);
  if (own.length === 0) return '';
  const items = grouped(own).map(({ process, state, when, points, verdict, requirements, clause, says, path }) => {
    const title = `${pointNames(points, language)} ${verdictWords[language][verdict]} – ${processName(library, language, process)}: ${stateTitle(library, language, process, state)}${whenText(when)}`;
    const refs = [requirements.join(', '), clause].filter(Boolean).join('; ');
    const way = `${say('Väg', 'Path')}: ${path.join(' → ') || say('(början)', '(beginning)')} ⇒ ${process}/${state}`;
    return `<li><b>${html(title)}.</b> ${html(says)}${refs && ` [${html(refs)}]`}<br><small>${html(way)}</small></li>`;
  });
  return `<h2>${severityWords[language][severity]} ${say('brister', 'findings')} (${own.length})</h2>\n<ul>${items.join('\n')}</ul>`;
}

const list = (title: string, items: readonly string[]): string =>
  items.length === 0
    ? ''
    : `<h2>${html(title)} (${items.length})</h2>\n<ul>${items.map((item) => `<li>${html(item)}</li>`).join('\n')}</ul>`;
