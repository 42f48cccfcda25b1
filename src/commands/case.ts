import { Command } from 'commander';
import type { PlainDate } from '../../machines/grammar/index.js';
import { partyName } from '../../machines/parties.js';
import type { CaseView } from '../cases/case-view.js';
import { knownInWords } from './known-in-words.js';
import { daysInWords } from '../presentation/days-in-words.js';
import { numbered } from '../presentation/numbered.js';
import { actionTable } from './action-table.js';
import { showForecast, showLedgers } from './case-parts.js';
import { factTable, positionTable } from './case-tables.js';
import { type Exit, exit } from './exit.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import { wrapped } from './wrapped.js';
import { actionTitle } from './texts.js';
import { windowLines } from './window-lines.js';

interface Asked {
  asOf?: PlainDate;
  knownAt?: string;
  forecast?: true;
  until?: PlainDate;
  ledger?: true;
}

/** `etapp case`: where a case stands. */
export const caseVerb = ({ say, read, perform, examples }: Setting): Command =>
  new Command('case')
    .description(
      say('var ett ärende står: steg, uppgifter, programtid', 'where a case stands: steps, facts, programme time'),
    )
    .argument('<case>', say('ärendets nummer', 'the number of the case'))
    .option('--as-of <date>', say('sett den här dagen, annars i dag', 'seen on this day, otherwise today'), read.day)
    .option(
      '--known-at <when>',
      say('med det som var känt då: en dag eller en tidpunkt', 'from what was known then: a day or an instant'),
      read.instant,
    )
    .option('--forecast', say('vad som händer när om inget mer görs', 'what happens when if nothing more is done'))
    .option(
      '--until <date>',
      say('sista dagen för --forecast, annars den sista gränsen', 'last day of --forecast, otherwise the last limit'),
      read.day,
    )
    .option(
      '--ledger',
      say(
        'programtiden sträcka för sträcka, under varje läsning',
        'the programme time stretch by stretch, by each reading',
      ),
    )
    .addHelpText(
      'after',
      examples(
        'case 0763-26-0001',
        'case 0763-26-0001 --forecast --until 2027-12-31',
        'case 0763-26-0001 --as-of 2026-03-01 --known-at 2026-03-01',
      ),
    )
    .action((caseId: string, asked: Asked) => perform((session) => showCase(session, caseId, asked)));

async function showCase(session: Session, caseId: string, asked: Asked): Promise<Exit> {
  const { cases, questions } = await session.services();
  if (asked.forecast || asked.until) {
    const forecast = await questions.forecast(session.viewer, caseId, asked);
    if (session.terminal.json) session.terminal.document(forecast);
    else showForecast(session, forecast);
    return exit.done;
  }
  const seen = await cases.find(session.viewer, caseId, asked);
  if (session.terminal.json) session.terminal.document(asked.ledger ? seen.ledgers : seen);
  else if (asked.ledger) showLedgers(session, seen);
  else show(session, seen, asked);
  return exit.done;
}

function show(session: Session, seen: CaseView, { knownAt }: Asked): void {
  const { terminal } = session;
  const { say, language, paint } = terminal;
  const library = session.library();
  terminal.text(header(session, seen));
  const known = knownInWords(knownAt ?? null, terminal);
  const route = Object.entries(seen.attributes).map(([name, value]) => `${name} ${String(value)}`);
  const facts = [
    `${say('kommun', 'municipality')} ${seen.kommun}`,
    ...route,
    `${say('öppnat', 'opened')} ${seen.opened}`,
    `version ${seen.version}`,
  ];
  terminal.line(paint.dim(wrapped(`${facts.join(', ')}; ${say('sett', 'seen on')} ${seen.asOf}${known}`)));
  terminal.heading(say('Väntar', 'Awaited'));
  if (seen.actions.length === 0) terminal.line(say('Ingen väntas göra något.', 'Nobody is awaited.'));
  else terminal.line(actionTable(seen.actions, { library, language, paint, asOf: seen.asOf, ofOneCase: true }));
  terminal.heading(say('Var processerna står', 'Where the processes stand'));
  terminal.line(positionTable(seen.positions, terminal, library));
  if (seen.window) {
    terminal.heading(say('Programtiden', 'The programme time'));
    for (const line of windowLines(seen.window, seen.asOf, terminal)) terminal.text(line, '  ');
  }
  terminal.heading(say('Uppgifterna', 'The facts'));
  if (seen.facts.length === 0) terminal.line(say('Inga ännu.', 'None yet.'));
  else terminal.line(factTable(seen.facts, terminal, library));
}

/** One sentence: whose turn it is. */
function header(session: Session, { id, actions, asOf, status }: CaseView): string {
  const { say, language, paint } = session.terminal;
  const name = paint.bold(id);
  const first = actions[0];
  if (status === 'closed')
    return say(`${name} är avslutat: ingen väntas göra något.`, `${name} is closed: nobody is awaited.`);
  if (!first) return say(`${name}: ingen väntas göra något just nu.`, `${name}: nobody is awaited just now.`);
  const { process, instance, state, due, basis } = first;
  const what = numbered(actionTitle(session.library(), language, process, state), instance, language);
  const when = due ? `${due}, ${daysInWords(due, asOf, language)}` : daysInWords(null, asOf, language);
  const more =
    actions.length > 1
      ? say(` Ytterligare ${actions.length - 1} steg väntar.`, ` ${actions.length - 1} more steps are awaited.`)
      : '';
  return `${name}: ${partyName(first.party, language)} ${say('agerar härnäst', 'acts next')}: ${what} (${when}; ${basis}).${more}`;
}
