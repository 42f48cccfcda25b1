/** A document as one web page that asks for nothing from anywhere, and prints on A4. */
import { type Block, type Cell, cellOf, type Document, runsOf, type Section, type Table, type Text } from './blocks.js';
import { columnGroups } from './column-groups.js';
import { PAGE_STYLE, pageNumbers } from './page-style.js';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const html = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** The whole page. */
export function pageOf(document: Document): string {
  const { title, language, date, sections } = document;
  // The title stands on the first section's page: before it, it would be printed on a page of its own.
  const section = ({ orientation, blocks }: Section, i: number): string =>
    `<section class="${orientation}">\n${i === 0 ? opening(document) : ''}${blocks.map(block).join('\n')}\n</section>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="date" content="${date}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(title)} – Etapp</title>
<style>${PAGE_STYLE}${pageNumbers(language)}</style>
</head>
<body>
<main>
${sections.map(section).join('\n')}
</main>
</body>
</html>
`;
}

const opening = ({ title, subtitle }: Document): string =>
  `<h1>${html(title)}</h1>\n${subtitle === undefined ? '' : `<p class="subtitle">${html(subtitle)}</p>\n`}`;

function block(of: Block): string {
  switch (of.kind) {
    case 'heading':
      return `<h${of.level + 1}>${html(of.text)}</h${of.level + 1}>`;
    case 'paragraph':
      return `<p${of.notice ? ' class="notice"' : ''}>${text(of.text)}</p>`;
    case 'list':
      return `<ul>${of.items.map((lines) => `<li>${lines.map(text).join('<br>')}</li>`).join('\n')}</ul>`;
    case 'table':
      return table(of);
  }
}

function table(of: Table): string {
  const all = of.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = of.columns.map(({ width }) => `<col style="width:${((100 * width) / all).toFixed(2)}%">`);
  const rows = of.rows.map((row) => `<tr>${row.map((content, i) => cell(cellOf(content), i === 0)).join('')}</tr>`);
  return `<div class="wide"><table><colgroup>${widths.join('')}</colgroup>
<thead>${headerRows(of)}</thead>
<tbody>${rows.join('\n')}</tbody></table></div>`;
}

function headerRows({ columns }: Table): string {
  const column = (title: string): string => `<th scope="col">${html(title)}</th>`;
  const groups = columnGroups(columns);
  if (!groups) return `<tr>${columns.map(({ title }) => column(title)).join('')}</tr>`;
  const upper = groups.map(({ title, columns: own, grouped }) =>
    grouped
      ? `<th scope="colgroup" colspan="${own.length}">${html(title)}</th>`
      : `<th scope="col" rowspan="2">${html(title)}</th>`,
  );
  const lower = groups.filter(({ grouped }) => grouped).flatMap(({ columns: own }) => own);
  return `<tr>${upper.join('')}</tr><tr>${lower.map(({ title }) => column(title)).join('')}</tr>`;
}

const cell = ({ lines, tone }: Cell, names: boolean): string => {
  const content = lines.map(text).join('<br>');
  return names ? `<th scope="row">${content}</th>` : `<td${tone ? ` class="${tone}"` : ''}>${content}</td>`;
};

const text = (of: Text): string =>
  runsOf(of)
    .map(({ text: said, strong, quiet }) => {
      const bold = strong ? `<b>${html(said)}</b>` : html(said);
      return quiet ? `<small>${bold}</small>` : bold;
    })
    .join('');
