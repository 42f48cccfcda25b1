import { Command } from 'commander';
import type { PlainDate, Subject } from '../../machines/grammar/index.js';
import { partyName } from '../../machines/parties.js';
import { calendar } from '../engine/calendar/calendar.js';
import type { Applied } from '../engine/fold.js';
import { type Journey, journey } from '../engine/journeys.js';
import { nextActions } from '../engine/next-actions.js';
import { actionView, type NextActionView } from '../next-actions/action-view.js';
import { actionTable } from './action-table.js';
import { dataInWords } from './case-tables.js';
import { completeJourneys } from './complete-journeys.js';
import { type Exit, exit } from './exit.js';
import { historyData } from './history-data.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import { factLabel, processName, stateTitle } from './texts.js';
import { UsageError } from './usage-error.js';

interface Asked {
  seed: number;
  count: number;
  subject: Subject;
  from?: PlainDate;
  until?: PlainDate;
  complete?: boolean;
  obligations?: boolean;
}

/** How long a history is when nobody says, in months. A habit of this verb, no rule. */
const USUAL_LENGTH = 36;

/** `etapp journeys`: invented whole-case histories. */
export const journeysVerb = ({ say, read, perform, examples }: Setting): Command =>
  new Command('journeys')
    .description(
      say('påhittade ärenden från början till slut, med dagar', 'invented cases from beginning to end, with dates'),
    )
    .option(
      '--seed <seed>',
      say('samma frö ger samma historier', 'the same seed gives the same histories'),
      read.number(0, 2_000_000_000),
      1,
    )
    .option('--count <count>', say('hur många', 'how many'), read.number(1, 1000), 3)
    .option(
      '--subject <subject>',
      say('vad ärendena gäller', 'what the cases are about'),
      read.oneOf('deltagare', 'overenskommelse', 'utbildningsplan'),
      'deltagare',
    )
    .option('--from <date>', say('första dagen', 'the first day'), read.day)
    .option('--until <date>', say('sista dagen, annars i dag', 'the last day, otherwise today'), read.day)
    .option(
      '--complete',
      say(
        'de historier som tillsammans går varje övergång i varje process',
        'the histories that together walk every transition of every process',
      ),
    )
    .option(
      '--obligations',
      say(
        'med --complete: vilken historia som visar vilken skyldighet',
        'with --complete: which history shows which obligation',
      ),
    )
    .addHelpText(
      'after',
      examples(
        'journeys --complete',
        'journeys --complete --obligations',
        'journeys --seed 7 --count 1',
        'journeys --from 2024-03-01 --until 2026-03-01 --json',
      ),
    )
    .action((asked: Asked) =>
      perform((session) => {
        if (asked.complete) return completeJourneys(session, asked.subject, asked.obligations);
        if (asked.obligations) throw new UsageError(onlyWithComplete);
        return journeys(session, asked);
      }),
    );

const onlyWithComplete = {
  sv: 'Skriv --complete också: skyldigheterna visas i de fullständiga historierna. Pröva etapp journeys --complete --obligations.',
  en: 'Add --complete: the obligations are shown in the complete histories. Try etapp journeys --complete --obligations.',
};

interface Told extends Journey {
  seed: number;
  actions: NextActionView[];
}

function journeys(session: Session, { seed, count, subject, from: first, until = session.today }: Asked): Exit {
  const { registry, book, texts } = session.library();
  const from = first ?? calendar.addMonths(until, -USUAL_LENGTH);
  const told = Array.from({ length: count }, (_, i): Told => {
    const history = journey({ registry, book, subject, seed: seed + i, from, until });
    const looking = { case: `#${seed + i}`, asOf: until, texts: texts[session.terminal.language] };
    return {
      ...history,
      seed: seed + i,
      actions: nextActions(history.position, { book, agreements: [] }).map((action) => actionView(action, looking)),
    };
  });
  if (session.terminal.json) session.terminal.document({ seed, subject, from, until, journeys: told.map(asData) });
  else for (const one of told) show(session, one);
  return exit.done;
}

const asData = ({ seed, position, actions }: Told) => ({ seed, ...historyData(position), actions });

function show(session: Session, { seed, position, actions }: Told): void {
  const { terminal } = session;
  const { say, language, paint } = terminal;
  const library = session.library();
  terminal.heading(say(`Historia med frö ${seed}`, `History with seed ${seed}`));
  for (const applied of position.applied) terminal.text(`${applied.on}  ${lineOf(applied, session)}`, '              ');
  const standing = position.positions.flatMap(({ process, leaves }) =>
    leaves.map(
      ({ state }) =>
        `${processName(library, language, process.id)}: ${stateTitle(library, language, process.id, state)}`,
    ),
  );
  terminal.text(paint.dim(`${position.asOf}  ${standing.join('; ')}.`), '            ');
  if (actions.length === 0) return;
  terminal.line();
  terminal.line(actionTable(actions, { library, language, paint, asOf: position.asOf, ofOneCase: true }));
}

function lineOf({ type, fact, time }: Applied, session: Session): string {
  const { say, language, paint } = session.terminal;
  const label = `${factLabel(session.library(), language, type)} (${type})`;
  if (time || !fact) return paint.dim(`${label} [${say('beräknat', 'computed')}]`);
  const data = dataInWords(fact.data);
  return `${label}, ${partyName(fact.by.party, language)}${data && paint.dim(`  ${data}`)}`;
}
