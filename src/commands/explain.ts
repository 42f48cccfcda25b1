import { Command } from 'commander';
import type { PlainDate } from '../../machines/grammar/index.js';
import type { ReviewExplanation } from '../engine/stranded/explain-review.js';
import { refusalMessage } from '../http/messages.js';
import { type Exit, exit } from './exit.js';
import { explanationLines } from './explanation-lines.js';
import { knownStepsOf } from './known.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';

/** `etapp explain`: why the steps of a process are owed. */
export const explainVerb = ({ say, read, perform, examples }: Setting): Command =>
  new Command('explain')
    .description(
      say(
        'varför ett steg väntar och hur varje dag har räknats fram',
        'why a step is owed and how each date came about',
      ),
    )
    .argument('<case>', say('ärendets nummer', 'the number of the case'))
    .argument('<process>', say('processen, till exempel sfi', 'the process, such as sfi'))
    .option(
      '--instance <key>',
      say('vilken av flera, annars den senast öppnade', 'which of several, otherwise the one opened last'),
    )
    .option('--as-of <date>', say('sett den här dagen, annars i dag', 'seen on this day, otherwise today'), read.day)
    .option(
      '--known-at <when>',
      say('med det som var känt då: en dag eller en tidpunkt', 'from what was known then: a day or an instant'),
      read.instant,
    )
    .addHelpText(
      'after',
      examples('explain 0763-26-0001 etableringsprogrammet', 'explain 0763-26-0001 sfi --as-of 2026-03-01 --json'),
    )
    .action((caseId: string, process: string, asked: Asked) =>
      perform((session) => explain(session, caseId, process, asked)),
    );

interface Asked {
  instance?: string;
  asOf?: PlainDate;
  knownAt?: string;
}

async function explain(session: Session, caseId: string, process: string, asked: Asked): Promise<Exit> {
  const { terminal, viewer } = session;
  const library = session.library();
  knownStepsOf(library, process);
  const { cases } = await session.services();
  const explanation = await cases.explain(viewer, caseId, process, asked);
  if (terminal.json) terminal.document(explanation);
  else
    for (const line of explanationLines(explanation, caseId.slice(0, 4), library, terminal))
      terminal.text(line, '      ');
  if (!terminal.json && 'stranded' in explanation) showWhy(explanation as ReviewExplanation, session);
  return exit.done;
}

/** Why a fact that is to be reviewed does not fit. */
function showWhy({ stranded: { refusal } }: ReviewExplanation, session: Session): void {
  const { terminal } = session;
  const says = refusalMessage({ refusal, awaited: [] }, session.library(), terminal.language);
  terminal.text(`\n${terminal.paint.bold(terminal.say('Varför', 'Why'))}\n  ${says}`, '  ');
}
