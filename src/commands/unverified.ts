/** Everything in the law data that nobody has verified: assumed, unknown, or known only at second hand. */
import type { Certainty, PlainDate } from '../../machines/grammar/index.js';
import type { StatuteBook } from '../engine/law/statute-book.js';
import { unverifiedLaw } from '../presentation/unverified-law.js';
import { type Exit, exit } from './exit.js';
import { table } from './table.js';
import type { Terminal } from './terminal.js';
import { certaintyWords } from './texts.js';

interface Doubt {
  citation: string;
  /** The name of a value, `deadline`, `wording` for words without a number, `statute` for a statute as a whole. */
  what: string;
  since: PlainDate | null;
  by: string | null;
  certainty: Certainty;
  why: string;
}

/** Prints the table, or the document. */
export function unverified(book: StatuteBook, terminal: Terminal): Exit {
  const doubts = [...statutes(book), ...provisions(book), ...values(book)].sort((a, b) =>
    a.citation < b.citation ? -1 : a.citation > b.citation ? 1 : 0,
  );
  if (terminal.json) terminal.document({ total: doubts.length, unverified: doubts });
  else show(doubts, terminal);
  return exit.done;
}

const values = (book: StatuteBook): Doubt[] =>
  unverifiedLaw(book).map(({ citation, value, since, by, certainty, why }) => ({
    citation,
    what: value ?? 'wording',
    since,
    by: by ?? null,
    certainty,
    why,
  }));

const statutes = ({ statutes: all }: StatuteBook): Doubt[] =>
  all
    .filter(({ source }) => source.confidence !== 'H')
    .map(({ sfs, source }) => ({
      citation: sfs,
      what: 'statute',
      since: null,
      by: null,
      certainty: 'assumed',
      why: source.state,
    }));

/** Provisions that are less sure than their statute. */
const provisions = (book: StatuteBook): Doubt[] =>
  book.citations().flatMap((citation): Doubt[] => {
    const { provision, since } = book.find(citation);
    const doubtful = provision.confidence !== undefined && provision.confidence !== 'H';
    return doubtful ? [{ citation, what: 'wording', since, by: null, certainty: 'assumed', why: provision.says }] : [];
  });

function show(doubts: readonly Doubt[], terminal: Terminal): void {
  const { say, language, paint } = terminal;
  const columns = [
    { title: say('Bestämmelse', 'Provision'), least: 22 },
    { title: say('Vad', 'What') },
    { title: say('Från', 'From') },
    { title: say('Säkerhet', 'Certainty') },
    { title: say('Varför', 'Why'), least: 24 },
  ];
  const whole: Record<string, string> = {
    statute: say('hela', 'all of it'),
    wording: say('lydelsen', 'wording'),
    deadline: say('tidsgräns', 'time limit'),
  };
  const rows = doubts.map(({ citation, what, since, by, certainty, why }) => [
    citation,
    whole[what] ?? what,
    [since ?? '', by && `SFS ${by}`].filter(Boolean).join('\n'),
    certainty === 'unknown' ? paint.red(certaintyWords[language][certainty]) : certaintyWords[language][certainty],
    why,
  ]);
  terminal.line(table(columns, rows, paint.bold));
  terminal.line(
    `\n${say(`${doubts.length} uppgifter i lagen är antagna, okända eller inte lästa.`, `${doubts.length} items of the law are assumed, unknown or not read.`)}`,
  );
}
