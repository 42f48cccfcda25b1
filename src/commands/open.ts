import { Command } from 'commander';
import { actionTable } from './action-table.js';
import { type Exit, exit } from './exit.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';

interface Asked {
  subject: string;
  kommun: string;
  data?: Record<string, unknown>;
}

/** `etapp open`: a new case. */
export const openVerb = ({ say, read, perform, examples }: Setting): Command =>
  new Command('open')
    .description(say('öppna ett ärende och skriv dess nummer', 'open a case and print its number'))
    .requiredOption(
      '--subject <subject>',
      say(
        'vad ärendet gäller: deltagare, overenskommelse, utbildningsplan',
        'what the case is about: deltagare, overenskommelse, utbildningsplan',
      ),
    )
    .requiredOption(
      '--kommun <code>',
      say('kommunens kod, fyra siffror', 'the code of the municipality, four digits'),
      read.kommun,
    )
    .option(
      '--data <json>',
      say('det som är känt före första uppgiften', 'what is known before the first fact'),
      read.data,
    )
    .addHelpText(
      'after',
      examples(
        'open --subject deltagare --kommun 0763',
        'open --subject utbildningsplan --kommun 0763',
        `open --subject deltagare --kommun 0763 --data '{"route":"kvot"}' --json`,
      ),
    )
    .action((asked: Asked) => perform((session) => open(session, asked)));

async function open(session: Session, { subject, kommun, data }: Asked): Promise<Exit> {
  const { terminal, viewer } = session;
  const { cases } = await session.services();
  const opened = await cases.open(viewer, { subject, kommun, data });
  if (terminal.json) terminal.document(opened);
  else {
    const { say, paint, language } = terminal;
    terminal.line(say(`Ärende ${paint.bold(opened.id)} är öppnat.`, `Case ${paint.bold(opened.id)} is open.`));
    if (opened.actions.length > 0) {
      terminal.line();
      terminal.line(
        actionTable(opened.actions, {
          library: session.library(),
          language,
          paint,
          asOf: opened.asOf,
          ofOneCase: true,
        }),
      );
    }
  }
  return exit.done;
}
