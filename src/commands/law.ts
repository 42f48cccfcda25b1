import { Command } from 'commander';
import type { PlainDate } from '../../machines/grammar/index.js';
import { lawUses } from '../engine/law-use/law-uses.js';
import type { StatuteBook } from '../engine/law/statute-book.js';
import { type Exit, exit } from './exit.js';
import { unused, useLines } from './law-uses.js';
import { provisionLines, provisionView } from './provision.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import { statuteList, statuteView } from './statutes.js';
import { unknownName } from './usage-error.js';
import { unverified } from './unverified.js';

interface Asked {
  asOf?: PlainDate;
  unverified?: boolean;
  unused?: boolean;
}

/** `etapp law`: the wording in force and who uses it, or what nobody has verified or uses. */
export const lawVerb = ({ say, read, perform, examples }: Setting): Command =>
  new Command('law')
    .description(
      say(
        'lagen som Etapp räknar med: lydelse, tal, källa och säkerhet',
        'the law that Etapp goes by: wording, numbers, source and certainty',
      ),
    )
    .argument('[citation...]', say('bestämmelsen, eller bara författningen', 'the provision, or only the statute'))
    .option(
      '--as-of <date>',
      say('lydelsen den här dagen, annars i dag', 'the wording on this day, otherwise today'),
      read.day,
    )
    .option(
      '--unverified',
      say('allt som är antaget, okänt eller inte läst', 'everything that is assumed, unknown or not read'),
    )
    .option(
      '--unused',
      say(
        'bestämmelser som inget steg, ingen dag, inget exempel och ingen skyldighet använder, och som inte säger varför',
        'provisions that no step, date, example or obligation uses, and that do not say why',
      ),
    )
    .addHelpText(
      'after',
      examples("law '2017:820 15 § 2 st'", 'law 2017:820 19 § --as-of 2024-01-01', 'law --unverified', 'law --unused'),
    )
    .action((citation: string[], asked: Asked) => perform((session) => law(session, citation.join(' '), asked)));

function law(session: Session, citation: string, asked: Asked): Exit {
  const { terminal } = session;
  const { asOf = session.today } = asked;
  const library = session.library();
  const { book } = library;
  if (asked.unverified) return unverified(book, terminal);
  if (asked.unused) return unused(library, terminal);
  if (citation === '') return statuteList(book.statutes, asOf, terminal);
  const wanted = withNumber(citation, book);
  const statute = book.statutes.find(({ sfs }) => sfs === wanted);
  if (statute) return statuteView(statute, asOf, lawUses(library), terminal);
  if (!book.citations().includes(wanted)) throw unknownCitation(wanted, book);
  const view = provisionView(book, wanted, asOf);
  const uses = lawUses(library).get(wanted) ?? [];
  const without = book.find(wanted).provision.without_step;
  if (terminal.json) terminal.document({ ...view, usedBy: uses, withoutStep: without ?? null });
  else
    for (const { text, indent } of provisionLines(view, useLines(uses, without, terminal), terminal))
      terminal.text(text, indent);
  return exit.done;
}

/** People say `etableringsförordningen 19 §`; the book wants the number. */
function withNumber(citation: string, { statutes }: StatuteBook): string {
  const written = citation.trim().replaceAll(/\s+/g, ' ').replace(/(\d)§/g, '$1 §');
  const named = statutes.find(({ short }) => `${written.toLowerCase()} `.startsWith(`${short.toLowerCase()} `));
  return named ? `${named.sfs}${written.slice(named.short.length)}` : written;
}

/** Nearest within the statute that was named, when there is one. */
function unknownCitation(citation: string, book: StatuteBook) {
  const own = book.citations().filter((known) => known.startsWith(`${citation.split(' ')[0] ?? ''} `));
  const known = own.length > 0 ? own : [...book.citations(), ...book.statutes.map(({ sfs }) => sfs)];
  return unknownName({ sv: 'Bestämmelsen', en: 'provision' }, citation, known);
}
