/** A comparison of two coverage reports on the screen. */
import type { PlainDate } from '../../machines/grammar/index.js';
import { partyName } from '../../machines/parties.js';
import type { Agreement } from '../engine/agreement.js';
import type { ChangedAnswer, Comparison, MovedStep } from '../engine/coverage/compare.js';
import type { Library } from '../library/library.js';
import { processName, stateTitle } from '../presentation/names-of-things.js';
import type { Terminal } from './terminal.js';
import { pointName, signs, verdictWords, whenText } from './verdict-words.js';

export interface Side {
  agreement: Agreement;
  asOf: PlainDate;
}

/** Says what is better, worse, somebody else's, and what only one of them has. */
export function showComparison(
  { improved, fell, moved, appeared, gone }: Comparison,
  { former, later }: { former: Side; later: Side },
  library: Library,
  terminal: Terminal,
): void {
  const { say, paint, language } = terminal;
  const title = (step: Pick<MovedStep, 'process' | 'state' | 'when'>) =>
    `${processName(library, language, step.process)}: ${stateTitle(library, language, step.process, step.state)}${whenText(step.when)}`;
  const answer = (one: ChangedAnswer) =>
    `${signs[one.from]} → ${signs[one.to]} ${pointName(one.point, language)} ${title(one)}: ${verdictWords[language][one.from]} → ${verdictWords[language][one.to]}`;
  const who = ({ owner, unit }: MovedStep['from'], { agreement }: Side) =>
    agreement.units.find(({ id }) => id === unit)?.name ?? partyName(owner, language);
  const step = (key: string) => {
    const [process = '', state = ''] = key.split('/');
    return title({ process, state });
  };
  const section = (heading: string, lines: readonly string[]) => {
    if (lines.length === 0) return;
    terminal.line();
    terminal.line(paint.bold(`${heading} (${lines.length})`));
    for (const text of lines) terminal.text(text, '    ');
  };
  const named = ({ agreement, asOf }: Side) => `${agreement.id} (${asOf})`;
  terminal.text(paint.bold(`${named(later)} ${say('mot', 'against')} ${named(former)}`));
  section(say('Bättre besvarat', 'Answered better'), improved.map(answer));
  section(say('Sämre besvarat', 'Answered worse'), fell.map(answer));
  section(
    say('Någon annan agerar', 'Somebody else acts'),
    moved.map((one) => `${title(one)}: ${who(one.from, former)} → ${who(one.to, later)}`),
  );
  section(say('Nya steg i lagen', 'Steps new in law'), appeared.map(step));
  section(say('Steg som inte längre finns i lagen', 'Steps no longer in law'), gone.map(step));
  if ([improved, fell, moved, appeared, gone].every((all) => all.length === 0))
    terminal.line(say('Ingen skillnad.', 'No difference.'));
}
