/** The statutes with the state in which they were read, and everything that nobody has verified. */
import type { Statute } from '../engine/law/law-data.js';
import type { Library } from '../library/library.js';
import { type UnverifiedLaw, unverifiedLaw } from '../presentation/unverified-law.js';
import { type GeneratedFile, header } from './generated-file.js';
import { bullets, page, table, tick } from './markdown.js';

const PRACTICE = '0000:';
/** How the sentences of the practice file begin; the heading says it once for all of them. */
const PREFIX = 'Praxis, inte lag: ';

export function lawPage({ book, registry }: Library): GeneratedFile {
  const statutes = book.statutes.filter(({ sfs }) => !sfs.startsWith(PRACTICE));
  const practice = book.statutes.filter(({ sfs }) => sfs.startsWith(PRACTICE));
  const unverified = unverifiedLaw(book);
  const grounds = new Set(
    [...registry.states.values()].flatMap(({ meta }) => (meta && 'basis' in meta ? [meta.basis as string] : [])),
  );
  const content = page(
    header('Lagen i Etapp', `filerna i ${tick('machines/law')}`),
    'Etapp ger inga råd i juridiska frågor. Här står vilka författningar som är inskrivna, i vilket skick de är lästa och vad ingen har kontrollerat.',
    '## Författningar',
    table(['SFS', 'Namn', 'Läst i lydelse', 'Säkerhet', 'Bestämmelser'], statutes.map(statuteRow)),
    'Säkerhet: `H` lydelsen är läst, `M` myndigheternas vägledning, ändringsregister eller säker slutsats, `L` svag källa, `U` inte bekräftat. Den gäller filen i stort; enskilda värden kan ha en annan.',
    '## Praxis',
    'Det här är inte lag. Etapp skiljer det från lag genom slaget «praxis» på varje dag som vilar på det.',
    ...practice.map(({ provisions, source }) =>
      page(`Läst: ${source.state}.`, bullets(Object.values(provisions).map(({ says }) => says.replace(PREFIX, '')))),
    ),
    '## Inte kontrollerat',
    'Varje rad är ett värde eller en lydelse som är antagen eller okänd. Där Etapp använder ett antaget värde visas dagen som «antaget». Samma lista ger `etapp law --unverified`.',
    '### Bestämmelser som steg vilar på',
    unverifiedTable(unverified.filter(({ citation }) => grounds.has(citation))),
    '### Övriga',
    unverifiedTable(unverified.filter(({ citation }) => !grounds.has(citation))),
  );
  return { path: 'docs/reference/law.md', content };
}

const statuteRow = ({ sfs, title, source, provisions, repealed }: Statute): string[] => [
  source.url ? `[${sfs}](${source.url})` : sfs,
  repealed ? `${title} (upphävd ${repealed})` : title,
  source.state,
  source.confidence,
  String(Object.keys(provisions).length),
];

const unverifiedTable = (lines: readonly UnverifiedLaw[]): string =>
  table(
    ['Bestämmelse', 'Värde', 'Från', 'Ändrad genom', 'Läge', 'Varför'],
    lines.map(({ citation, value, since, by, certainty, why }) => [
      citation,
      value ? tick(value) : 'lydelsen',
      since,
      by ?? '',
      certainty === 'assumed' ? 'antaget' : 'okänt',
      why,
    ]),
  );
