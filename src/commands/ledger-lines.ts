/** A ledger as a table, and what the open questions of the law do to it. */
import type { LedgerView } from '../cases/ledger-view.js';
import { ledgerDateName, ledgerTitle, ledgerUnit, stretchSays } from '../cases/ledger-view.js';
import type { LedgerAnswer } from '../engine/ledger/ledger.js';
import type { Library } from '../library/library.js';
import type { Line } from './coverage-lines.js';
import { table } from './table.js';
import type { Terminal } from './terminal.js';
import { certaintyWords } from './texts.js';

type Words = Pick<Terminal, 'say' | 'language' | 'paint'>;

/** The ledger, stretch by stretch, with the sum and what is left. */
export function ledgerTable(ledger: LedgerView, library: Library, { say, language, paint }: Words): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const columns = [
    { title: say('Från', 'From') },
    { title: say('Till', 'To') },
    { title: say('Vad', 'What'), least: 24 },
    { title: say('Omfattning', 'Extent') },
    { title: say('Dagar', 'Days') },
    { title: say('Räknas', 'Counts') },
    { title: say('Summa', 'Sum') },
    { title: say('Kvar', 'Left') },
  ];
  const rows = ledger.lines.map(({ from, to, kind, extent, days, counted, sum, left }) => [
    from,
    to,
    stretchSays(library, language, ledger, kind),
    extent === 0 ? '–' : `${extent} %`,
    number.format(days),
    counted === 0 ? paint.dim(say('nej', 'no')) : number.format(counted),
    number.format(sum),
    number.format(left),
  ]);
  return table(columns, rows, paint.bold);
}

/** Title, sum and certainty; then each open question with its readings side by side. */
export function ledgerHeading(ledger: LedgerView, library: Library, terminal: Words): string {
  const { say, language } = terminal;
  const sure = certaintyWords[language][ledger.certainty] || certaintyWords[language]['authority-decides'];
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const [used, left] = [ledger.used, ledger.left].map((n) => number.format(n));
  const title = ledgerTitle(library, language, ledger);
  const unit = ledgerUnit(library, language, ledger, ledger.unit);
  return say(
    `${title}: ${used} av ${ledger.limit} ${unit}, ${left} kvar (${sure})`,
    `${title}: ${used} of ${ledger.limit} ${unit}, ${left} left (${sure})`,
  );
}

/** Each open question with its readings side by side; where they give the same, the answer is told once. */
export function readingLines(ledger: LedgerView, library: Library, terminal: Words): Line[] {
  const { say, language, paint } = terminal;
  return ledger.readings.flatMap(({ citation, question, options, certainty, note }) => {
    const answers = options.map(({ answer }) => (answer ? answerWords(answer, ledger, library, terminal) : ''));
    const same = new Set(answers).size === 1;
    const readings = options.flatMap(({ choice, says, inForce }, i) => {
      const name = say(`läsning ${choice}`, `reading ${choice}`);
      const marked = inForce ? paint.bold(`${name} (${say('gäller', 'in force')})`) : name;
      return [line(`  ${marked}: ${says}`), ...(same ? [] : [line(`    ${answers[i] ?? ''}`)])];
    });
    const alike = say('  Ingen skillnad i det här ärendet.', '  No difference in this case.');
    const sure = [certaintyWords[language][certainty], note].filter(Boolean).join('; ');
    return [
      line(''),
      line(`${citation}: ${question}`),
      ...readings,
      ...(same ? [line(alike)] : []),
      line(paint.dim(`  ${sure}`)),
    ];
  });
}

const line = (text: string): Line => ({ text, indent: '    ' });

/** What a reading gives, in one line. */
function answerWords(
  { used, limit, unit, dates }: LedgerAnswer,
  ledger: LedgerView,
  library: Library,
  { say, language }: Words,
): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const days = Object.entries(dates).map(
    ([name, date]) => `${ledgerDateName(library, language, ledger, name)} ${date ?? say('ingen dag', 'no day')}`,
  );
  const words = `${number.format(used)} ${say('av', 'of')} ${limit} ${ledgerUnit(library, language, ledger, unit)}`;
  return [words, ...days].join('; ');
}
