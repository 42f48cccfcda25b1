/** The statutes with the state in which they were read, and everything that nobody has verified. */
import type { Statute } from '../engine/law/law-data.js';
import type { LawUse } from '../engine/law-use/law-use.js';
import { lawWithoutStep, unusedLaw } from '../engine/law-use/law-uses.js';
import type { Library } from '../library/library.js';
import { byKind, lawUseWords, withoutStepWords } from '../presentation/law-use-words.js';
import { type UnverifiedLaw, unverifiedLaw } from '../presentation/unverified-law.js';
import { type FoundInExamples, foundInExamples } from './found-in-examples.js';
import { type GeneratedFile, header } from './generated-file.js';
import { bullets, page, table, tick } from './markdown.js';

const PRACTICE = '0000:';
/** How the sentences of the practice file begin; the heading says it once for all of them. */
const PREFIX = 'Praxis, inte lag: ';

export function lawPage(library: Library): GeneratedFile {
  const { book, registry } = library;
  const { uses } = foundInExamples(library);
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
    '## Bestämmelserna och vem som använder dem',
    'Steg och processer säger själva vad de vilar på. Beräknade dagar och villkor är frågade, längs alla exempel, om vilka bestämmelser de läser. `etapp law BESTÄMMELSE` visar samma sak, med exemplen vid namn och talen i varje lydelse.',
    ...statutes.flatMap((statute) => [
      `### ${statute.sfs} ${statute.title}`,
      table(['Bestämmelse', 'Säger', 'Används av'], provisionRows(statute, uses)),
    ]),
    '## Bestämmelser som inget steg vilar på',
    'De står kvar för den som slår upp dem. Varje bestämmelse säger själv varför ingen i ett ärende har något att göra med anledning av den.',
    table(
      ['Bestämmelse', 'Handlar om', 'Varför inget steg vilar på den'],
      lawWithoutStep(library).map(({ citation, without: { reason, because } }) => [
        citation,
        withoutStepWords.sv[reason],
        because,
      ]),
    ),
    ...unusedWithoutReason(unusedLaw(library, uses)),
    '## Inte kontrollerat',
    'Varje rad är ett värde eller en lydelse som är antagen eller okänd. Där Etapp använder ett antaget värde visas dagen som «antaget». Samma lista ger `etapp law --unverified`.',
    '### Bestämmelser som steg vilar på',
    unverifiedTable(unverified.filter(({ citation }) => grounds.has(citation))),
    '### Övriga',
    unverifiedTable(unverified.filter(({ citation }) => !grounds.has(citation))),
  );
  return { path: 'docs/reference/law.md', content };
}

/** Nothing, as long as every provision is used or says why it is not. */
const unusedWithoutReason = (citations: readonly string[]): string[] =>
  citations.length === 0
    ? []
    : [
        `Utan förklaring används heller inte de här. Samma lista ger ${tick('etapp law --unused')}.`,
        bullets([...citations]),
      ];

const statuteRow = ({ sfs, title, source, provisions, repealed }: Statute): string[] => [
  source.url ? `[${sfs}](${source.url})` : sfs,
  repealed ? `${title} (upphävd ${repealed})` : title,
  source.state,
  source.confidence,
  String(Object.keys(provisions).length),
];

const provisionRows = ({ sfs, provisions }: Statute, uses: FoundInExamples['uses']): string[][] =>
  Object.entries(provisions).map(([key, { says }]) => [key, says, usedBy(uses.get(`${sfs} ${key}`) ?? [])]);

/** Every use but the examples, which are only counted. */
function usedBy(uses: readonly LawUse[]): string {
  const said = byKind(uses).map(([kind, keys]) => {
    if (kind === 'example') return `${keys.length} exempel`;
    const named = kind === 'obligation' ? keys.map((n) => `[${n}](who-owes-what.md)`) : keys.map(tick);
    return `${lawUseWords.sv[kind]} ${named.join(', ')}`;
  });
  return said.length > 0 ? said.join('; ') : 'ingen';
}

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
