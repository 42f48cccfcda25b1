import { Command, Option } from 'commander';
import { type Caseload, fill, fillComplete, usualCaseload } from './demonstration.js';
import { type Exit, exit } from './exit.js';
import { Refused } from './refused.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';

/** `etapp demo`: an invented caseload. */
export const demoVerb = ({ say, read, perform, examples }: Setting): Command =>
  new Command('demo')
    .description(say('fyll en tom databas med påhittade ärenden', 'fill an empty database with invented cases'))
    .option(
      '--participants <count>',
      say('hur många deltagare', 'how many participants'),
      read.number(1, 100_000),
      usualCaseload.participants,
    )
    .option(
      '--seed <seed>',
      say('samma frö samma dag ger samma ärenden', 'the same seed on the same day gives the same cases'),
      read.number(0, 1_000_000),
      usualCaseload.seed,
    )
    .option('--kommun <code>', say('kommunens kod', 'the code of the municipality'), read.kommun, usualCaseload.kommun)
    .addOption(
      new Option(
        '--complete',
        say(
          'i stället ett ärende för varje historia som behövs för att gå alla övergångar',
          'instead a case for each history that is needed to walk every transition',
        ),
      ).conflicts(['participants', 'seed']),
    )
    .option('--add', say('också i en databas som har ärenden', 'also into a database that has cases'))
    .addHelpText(
      'after',
      examples('demo', 'demo --participants 500 --seed 7 --db sqlite:prov.db', 'demo --complete --db sqlite:allt.db'),
    )
    .action((asked: Asked) => perform((session) => demo(session, asked)));

interface Asked extends Caseload {
  add?: boolean;
  complete?: boolean;
}

async function demo(session: Session, { add, complete = false, ...caseload }: Asked): Promise<Exit> {
  const { terminal } = session;
  const { isEmpty } = await import('../demo/fill-demonstration.js');
  if (!add && !(await isEmpty(await session.store()))) throw notEmpty();
  const { kommun } = caseload;
  const filled = complete ? await fillComplete(session, kommun) : await fill(session, caseload);
  const { cases, facts, first, last } = filled;
  const asked = complete ? { complete, kommun } : caseload;
  if (terminal.json) terminal.document({ ...asked, today: session.today, ...filled });
  else {
    const { say } = terminal;
    terminal.line(
      say(
        `${cases} påhittade ärenden med ${facts} uppgifter: ${first} – ${last}.`,
        `${cases} invented cases with ${facts} facts: ${first} – ${last}.`,
      ),
    );
    terminal.line(say('Se vem som agerar härnäst med: etapp next', 'See who acts next with: etapp next'));
  }
  return exit.done;
}

const notEmpty = (): Refused =>
  new Refused('not-empty', {
    title: { sv: 'Databasen har redan ärenden', en: 'The database has cases already' },
    detail: {
      sv: 'Ingenting har ändrats. Välj en annan databas med --db, eller lägg till med --add.',
      en: 'Nothing was changed. Choose another database with --db, or add to this one with --add.',
    },
  });
