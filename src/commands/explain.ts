import { Argument, Command } from 'commander';
import type { PlainDate } from '../../machines/grammar/index.js';
import { awaitedLines, dateLines } from './answer-lines.js';
import type { ReviewExplanation } from '../engine/stranded/explain-review.js';
import { refusalMessage } from '../http/messages.js';
import { type Exit, exit } from './exit.js';
import { explanationLines } from './explanation-lines.js';
import { knownStepsOf } from './known.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import { UsageError, unknownName } from './usage-error.js';

/** `etapp explain`: why a step is owed, how a date came about, and why a fact is awaited or not. */
export const explainVerb = ({ say, read, perform, examples }: Setting): Command =>
  new Command('explain')
    .description(
      say(
        'varför ett steg väntar, hur varje dag har räknats fram, och varför en uppgift väntas eller inte',
        'why a step is owed, how each date came about, and why a fact is awaited or not',
      ),
    )
    .argument('<case>', say('ärendets nummer', 'the number of the case'))
    .addArgument(
      new Argument(
        '[process]',
        say(
          'processen, till exempel sfi; utan den alla beräknade dagar',
          'the process, such as sfi; without it every computed date',
        ),
      ),
    )
    .option(
      '--instance <key>',
      say('vilken av flera, annars den senast öppnade', 'which of several, otherwise the one opened last'),
    )
    .option(
      '--date <name>',
      say('bara den beräknade dagen, till exempel fonsterslut', 'only this computed date, such as fonsterslut'),
    )
    .option('--fact <type>', say('varför uppgiften väntas eller inte', 'why the fact is awaited or not'))
    .option('--on <date>', say('dagen för --fact, annars i dag', 'the day of --fact, otherwise today'), read.day)
    .option('--as-of <date>', say('sett den här dagen, annars i dag', 'seen on this day, otherwise today'), read.day)
    .option(
      '--known-at <when>',
      say('med det som var känt då: en dag eller en tidpunkt', 'from what was known then: a day or an instant'),
      read.instant,
    )
    .addHelpText(
      'after',
      examples(
        'explain 0763-26-0001 etableringsprogrammet',
        'explain 0763-26-0001 etableringsprogrammet --date fonsterslut',
        'explain 0763-26-0001 --fact sfi.paborjad --on 2026-03-01',
        'explain 0763-26-0001 sfi --as-of 2026-03-01 --json',
      ),
    )
    .action((caseId: string, process: string | undefined, asked: Asked) =>
      perform((session) => explain(session, caseId, process, asked)),
    );

interface Asked {
  instance?: string;
  date?: string;
  fact?: string;
  on?: PlainDate;
  asOf?: PlainDate;
  knownAt?: string;
}

async function explain(session: Session, caseId: string, process: string | undefined, asked: Asked): Promise<Exit> {
  const { fact, date, on } = asked;
  if (process !== undefined) knownStepsOf(session.library(), process);
  if (fact !== undefined && (date !== undefined || process !== undefined)) throw apart;
  if (on !== undefined && fact === undefined) throw onlyWithFact;
  if (fact !== undefined) return explainFact(session, caseId, fact, asked);
  return process === undefined || date !== undefined
    ? explainDates(session, caseId, process, asked)
    : explainProcess(session, caseId, process, asked);
}

const apart = new UsageError({
  sv: 'En uppgift (--fact) förklaras för sig, utan process och --date.',
  en: 'A fact (--fact) is explained by itself, without a process and --date.',
});
const onlyWithFact = new UsageError({
  sv: '--on är dagen för --fact. En annan dag att se ärendet på är --as-of.',
  en: '--on is the day of --fact. Another day to see the case on is --as-of.',
});

async function explainProcess(session: Session, caseId: string, process: string, asked: Asked): Promise<Exit> {
  const { terminal, viewer } = session;
  const library = session.library();
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

/** Every computed date of the case, of one process, or the one that is named. */
async function explainDates(
  session: Session,
  caseId: string,
  process: string | undefined,
  asked: Asked,
): Promise<Exit> {
  const { terminal, viewer } = session;
  const library = session.library();
  const named = library.registry.processes.filter(({ id }) => process === undefined || id === process);
  const names = new Set(named.flatMap(({ dates }) => Object.keys(dates)));
  if (asked.date !== undefined && !names.has(asked.date))
    throw unknownName({ sv: 'Dagen', en: 'date' }, asked.date, names);
  const { questions } = await session.services();
  const all = await questions.dates(viewer, caseId, asked);
  const dates = all.dates.filter(
    (one) =>
      (process === undefined || one.process === process) && (asked.date === undefined || one.name === asked.date),
  );
  if (terminal.json) terminal.document({ ...all, dates });
  else for (const { text, indent } of dateLines({ ...all, dates }, library, terminal)) terminal.text(text, indent);
  return exit.done;
}

async function explainFact(session: Session, caseId: string, fact: string, asked: Asked): Promise<Exit> {
  const { terminal, viewer } = session;
  const { questions } = await session.services();
  const answer = await questions.awaited(viewer, caseId, fact, { on: asked.on ?? asked.asOf, knownAt: asked.knownAt });
  if (terminal.json) terminal.document(answer);
  else for (const { text, indent } of awaitedLines(answer, terminal)) terminal.text(text, indent);
  return exit.done;
}
