import { Command } from 'commander';
import { isStep, type PlainDate } from '../../machines/grammar/index.js';
import { isParty, partyName } from '../../machines/parties.js';
import { type GeneratedPath, paths, shortestTo } from '../engine/paths.js';
import { type Exit, exit } from './exit.js';
import { knownProcess } from './known.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import type { Terminal } from './terminal.js';

/** `etapp paths`: every way through a process. */
export const pathsVerb = ({ say, read, perform, examples }: Setting): Command =>
  new Command('paths')
    .description(say('kortaste vägen till varje läge i en process', 'the shortest path to every standing of a process'))
    .argument('<process>', say('processen, till exempel sfi', 'the process, such as sfi'))
    .option(
      '--as-of <date>',
      say('med lagen den här dagen, annars i dag', 'with the law on this day, otherwise today'),
      read.day,
    )
    .option('--all', say('också olika bakgrund till samma läge', 'different backgrounds of the same standing too'))
    .addHelpText('after', examples('paths sfi', 'paths etableringsprogrammet --as-of 2024-01-01 --json'))
    .action((process: string, asked: Asked) => perform((session) => showPaths(session, process, asked)));

interface Asked {
  asOf?: PlainDate;
  all?: boolean;
}

function showPaths(session: Session, id: string, { asOf = session.today, all = false }: Asked): Exit {
  const { terminal } = session;
  const library = session.library();
  const process = knownProcess(library, id);
  const options = { on: asOf, book: library.book };
  const every = terminal.json || all;
  const shown = every ? paths(process, options) : [...new Set(shortestTo(process, options).values())];
  if (terminal.json) terminal.document({ process: id, asOf, paths: shown.map(asData) });
  else {
    const { say, paint } = terminal;
    for (const path of shown) terminal.text(inOneLine(path, terminal), '    ');
    const count = say(
      `${shown.length} lägen kan nås med lagen ${asOf}.`,
      `${shown.length} standings can be reached with the law on ${asOf}.`,
    );
    const more = say(' Med --all visas också olika bakgrund.', ' With --all, different backgrounds too.');
    terminal.line(`\n${paint.dim(all ? count : count + more)}`);
  }
  return exit.done;
}

const asData = ({ facts, states, steps, final }: GeneratedPath) => ({
  facts,
  states,
  steps: steps.map(({ state, step }) => ({ state, owner: step.owner, basis: step.basis, awaits: step.awaits })),
  final,
});

function inOneLine({ facts, states, steps, final }: GeneratedPath, { say, language, paint }: Terminal): string {
  const ends = states.map((state) => {
    const step = steps.find((s) => s.state === state)?.step;
    const owner = step && isStep(step) ? step.owner : undefined;
    const who = owner && (isParty(owner) ? partyName(owner, language) : say('enligt överenskommelse', 'as agreed'));
    return `${paint.bold(state)} (${who ?? (final ? say('slut', 'end') : say('vilar', 'dormant'))})`;
  });
  return `${facts.join(' → ') || say('(början)', '(beginning)')} ⇒ ${ends.join(' + ')}`;
}
