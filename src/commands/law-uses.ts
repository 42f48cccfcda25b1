/** Who uses a provision, and which provisions nobody uses. */
import type { WithoutStep } from '../engine/law/law-data.js';
import type { LawUse } from '../engine/law-use/law-use.js';
import { lawUses, lawWithoutStep, unusedLaw } from '../engine/law-use/law-uses.js';
import type { Library } from '../library/library.js';
import { byKind, lawUseWords, withoutStepWords } from '../presentation/law-use-words.js';
import type { Line } from './coverage-lines.js';
import { type Exit, exit } from './exit.js';
import { table } from './table.js';
import type { Terminal } from './terminal.js';

/** The uses of one provision, kind by kind, or why there are none. */
export function useLines(
  uses: readonly LawUse[],
  without: WithoutStep | undefined,
  { say, language, paint }: Terminal,
): Line[] {
  const line = (text: string): Line => ({ text, indent: '      ' });
  const why = without && [
    line(''),
    line(`${say('Inget steg vilar på den', 'No step rests on it')}: ${withoutStepWords[language][without.reason]}`),
    line(`  ${without.because}`),
  ];
  if (uses.length === 0)
    return (
      why ?? [
        line(''),
        line(
          paint.yellow(
            say(
              'Används inte av något steg, någon dag, något exempel eller någon skyldighet.',
              'Used by no step, date, example or obligation.',
            ),
          ),
        ),
      ]
    );
  return [
    ...(why ?? []),
    line(''),
    line(say('Används av', 'Used by')),
    ...byKind(uses).map(([kind, keys]) => line(`  ${lawUseWords[language][kind]}: ${keys.join(', ')}`)),
  ];
}

/** Prints the provisions that nobody uses and that do not say why, or the document. */
export function unused(library: Library, terminal: Terminal): Exit {
  const { say, paint } = terminal;
  const { book } = library;
  const all = book.citations().length;
  const explained = lawWithoutStep(library).length;
  const left = unusedLaw(library, lawUses(library)).map((citation) => ({
    citation,
    says: book.find(citation).provision.says,
  }));
  if (terminal.json) terminal.document({ total: left.length, provisions: all, withoutStep: explained, unused: left });
  else {
    if (left.length > 0) {
      const columns = [
        { title: say('Bestämmelse', 'Provision'), least: 22 },
        { title: say('Säger', 'Says'), least: 40 },
      ];
      const rows = left.map(({ citation, says }) => [citation, says]);
      terminal.line(table(columns, rows, paint.bold));
      terminal.line();
    }
    terminal.text(
      say(
        `${left.length} av ${all} bestämmelser används inte av något steg, någon dag, något exempel eller någon skyldighet, utan att det står varför. ${explained} säger själva varför inget steg vilar på dem.`,
        `${left.length} of ${all} provisions are used by no step, date, example or obligation, without saying why. ${explained} say themselves why no step rests on them.`,
      ),
    );
  }
  return exit.done;
}
