import { Command } from 'commander';
import type { PlainDate } from '../../machines/grammar/index.js';
import { type Agreement, agreementInForce } from '../engine/agreement.js';
import { inOneLine } from '../library/data-error.js';
import { type Exit, exit } from './exit.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import { table } from './table.js';

/** `etapp agreements`: which agreements there are. */
export const agreementsVerb = ({ say, read, perform, examples }: Setting): Command =>
  new Command('agreements')
    .description(say('vilka överenskommelser som finns och gäller', 'which agreements there are and are in force'))
    .option('--as-of <date>', say('sett den här dagen, annars i dag', 'seen on this day, otherwise today'), read.day)
    .addHelpText('after', examples('agreements', 'agreements --as-of 2019-12-01 --json'))
    .action(({ asOf }: { asOf?: PlainDate }) => perform((session) => agreements(session, asOf ?? session.today)));

function agreements(session: Session, asOf: PlainDate): Exit {
  const { terminal } = session;
  const library = session.library();
  if (terminal.json) {
    const problems = library.problems.map((problem) => ({
      file: problem.file,
      line: problem.line,
      says: inOneLine(problem),
    }));
    terminal.document({ asOf, agreements: library.agreements.map((agreement) => asData(agreement, asOf)), problems });
  } else if (library.agreements.length === 0) terminal.line(terminal.say('Inga överenskommelser.', 'No agreements.'));
  else show(session, library.agreements, asOf);
  return exit.done;
}

const asData = (agreement: Agreement, asOf: PlainDate) => ({
  id: agreement.id,
  kind: agreement.kind,
  kommun: agreement.kommun,
  title: agreement.title,
  validFrom: agreement.valid.from,
  validTo: agreement.valid.to,
  inForce: agreementInForce(agreement, asOf),
  status: agreement.status,
  source: agreement.source.title,
});

function show({ terminal }: Session, all: readonly Agreement[], asOf: PlainDate): void {
  const { say, paint } = terminal;
  const columns = [
    { title: say('Överenskommelse', 'Agreement') },
    { title: say('Slag', 'Kind') },
    { title: say('Titel', 'Title'), least: 24 },
    { title: say('Kommun', 'Municipality'), least: 12 },
    { title: say('Gäller', 'In force') },
  ];
  const rows = all.map((agreement) => {
    const { id, kind, title, kommun, valid } = agreement;
    const inForce = agreementInForce(agreement, asOf)
      ? paint.green(say('gäller', 'in force'))
      : paint.yellow(say('gäller inte', 'not in force'));
    return [
      id,
      kind,
      title,
      `${kommun.name} ${kommun.code}`,
      `${valid.from} –\n${valid.to ?? say('tills vidare', 'until further notice')}\n${inForce}`,
    ];
  });
  terminal.line(table(columns, rows, paint.bold));
}
