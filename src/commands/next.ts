import { Command } from 'commander';
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Party } from '../../machines/parties.js';
import type { NextActionsPage } from '../next-actions/question.js';
import { actionTable } from './action-table.js';
import { type Exit, exit } from './exit.js';
import { knownInWords } from './known-in-words.js';
import { knownStepsOf } from './known.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';

/** A page of the list is no longer than this. */
const LARGEST = 500;

interface Asked {
  party?: Party;
  unit?: string;
  kommun?: string;
  case?: string;
  process?: string;
  dueBefore?: PlainDate;
  overdue?: boolean;
  asOf?: PlainDate;
  knownAt?: string;
  limit?: number;
  cursor?: string;
}

/** `etapp next`: who acts next. */
export const nextVerb = ({ say, read, perform, examples }: Setting): Command =>
  new Command('next')
    .description(say('vem agerar härnäst, efter datum', 'who acts next, by date'))
    .option('--party <party>', say('bara den här parten', 'only this party'), read.party)
    .option('--unit <unit>', say('bara den här enheten i överenskommelsen', 'only this unit of the agreement'))
    .option('--kommun <code>', say('bara den här kommunen', 'only this municipality'), read.kommun)
    .option('--case <case>', say('bara det här ärendet', 'only this case'))
    .option('--process <process>', say('bara den här processen', 'only this process'))
    .option('--due-before <date>', say('senast före den här dagen', 'due before this day'), read.day)
    .option('--overdue', say('bara det som är sent', 'only what is late'))
    .option('--as-of <date>', say('sett den här dagen, annars i dag', 'seen on this day, otherwise today'), read.day)
    .option(
      '--known-at <when>',
      say('med det som var känt då: en dag eller en tidpunkt', 'from what was known then: a day or an instant'),
      read.instant,
    )
    .option('--limit <count>', say('högst så många (50)', 'at most this many (50)'), read.number(1, LARGEST))
    .option('--cursor <cursor>', say('fortsätt där en tidigare lista slutade', 'go on where an earlier list ended'))
    .addHelpText(
      'after',
      examples('next --party kommun --overdue', 'next --kommun 0763 --due-before 2026-12-01 --json'),
    )
    .action((asked: Asked) => perform((session) => next(session, asked)));

async function next(session: Session, asked: Asked): Promise<Exit> {
  const { terminal, viewer } = session;
  const library = session.library();
  if (asked.process !== undefined) knownStepsOf(library, asked.process);
  const { nextActions } = await session.services();
  const page = await nextActions.list(viewer, { ...asked, language: terminal.language });
  if (terminal.json) terminal.document(page);
  else show(session, page);
  return exit.done;
}

function show(session: Session, { asOf, knownAt, total, actions, cursor }: NextActionsPage): void {
  const { terminal } = session;
  const { say, language, paint } = terminal;
  if (total === 0) return terminal.line(say(`Ingen väntas göra något ${asOf}.`, `Nobody is awaited on ${asOf}.`));
  terminal.line(actionTable(actions, { library: session.library(), language, paint, asOf }));
  const known = knownInWords(knownAt ?? null, session.terminal);
  const shown = say(
    `${actions.length} av ${total} steg, sett ${asOf}${known}.`,
    `${actions.length} of ${total} steps, seen on ${asOf}${known}.`,
  );
  terminal.line(`\n${paint.dim(shown)}`);
  if (cursor)
    terminal.line(
      paint.dim(
        say(
          'Fler med --limit, eller sida för sida med --json och --cursor.',
          'More with --limit, or page by page with --json and --cursor.',
        ),
      ),
    );
}
