import { Command } from 'commander';
import type { PlainDate } from '../../machines/grammar/index.js';
import { isParty, partyName } from '../../machines/parties.js';
import type { ReminderStatus } from '../reminders/reminder.entity.js';
import type { SweepResult, SweptReminder } from '../reminders/sweep.js';
import { type Exit, exit } from './exit.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import { table } from './table.js';
import type { Say } from './terminal.js';
import { actionTitle, unitName } from './texts.js';

interface Asked {
  asOf?: PlainDate;
  dryRun?: boolean;
}

/** So many cases share a commit: nobody waits for an answer while the command works. */
const TOGETHER = 64;

/** `etapp remind`: the sweep, once. */
export const remindVerb = ({ say, read, perform, examples }: Setting): Command =>
  new Command('remind')
    .description(
      say('skriv och skicka de påminnelser som ska finnas nu', 'write and send the reminders that are due now'),
    )
    .option('--as-of <date>', say('som om det vore den här dagen', 'as if it were this day'), read.day)
    .option('--dry-run', say('visa bara vilka som skulle skrivas', 'only show which would be written'))
    .addHelpText('after', examples('remind --dry-run', 'remind --as-of 2026-12-01 --dry-run --json'))
    .action((asked: Asked) => perform((session) => remind(session, asked)));

async function remind(session: Session, { asOf, dryRun = false }: Asked): Promise<Exit> {
  const { terminal, viewer, clock } = session;
  const config = session.config();
  const [{ RemindersService }, { openLog }] = await Promise.all([
    import('../reminders/reminders.service.js'),
    import('../logging.js'),
  ]);
  const { dataSource, writePath } = await session.store();
  const reminders = new RemindersService(
    dataSource,
    writePath,
    session.library(),
    config,
    clock,
    openLog(config.logLevel),
  );
  const swept = await reminders.sweep(viewer, { asOf, dryRun, together: TOGETHER });
  if (terminal.json) terminal.document(swept);
  else show(session, swept, dryRun);
  // A reminder that could not be sent must be seen by whatever runs this every morning.
  return swept.failed > 0 || swept.failedCases.length > 0 ? exit.fault : exit.done;
}

function show(session: Session, swept: SweepResult, dryRun: boolean): void {
  const { terminal } = session;
  const { say, paint } = terminal;
  if (swept.reminders.length > 0) terminal.line(`${reminderTable(swept.reminders, session)}\n`);
  const { asOf, cases, created, overtaken, sent, failed, withdrawn, failedCases } = swept;
  terminal.text(
    dryRun
      ? say(
          `${asOf}: ${created} påminnelser skulle skrivas, ${overtaken} av dem redan överspelade. Inget är skrivet.`,
          `${asOf}: ${created} reminders would be written, ${overtaken} of them overtaken already. Nothing was written.`,
        )
      : say(
          `${asOf}: ${cases} ärenden sågs över; ${created} påminnelser skrevs, ${overtaken} av dem överspelade; ${sent} skickades, ${withdrawn} drogs in, ${failed} gick inte att skicka.`,
          `${asOf}: ${cases} cases were visited; ${created} reminders were written, ${overtaken} of them overtaken; ${sent} were sent, ${withdrawn} withdrawn, ${failed} could not be sent.`,
        ),
  );
  if (failedCases.length > 0)
    terminal.text(
      paint.red(
        say(`Gick inte att räkna: ${failedCases.join(', ')}`, `Could not be computed: ${failedCases.join(', ')}`),
      ),
    );
}

function reminderTable(reminders: readonly SweptReminder[], session: Session): string {
  const { say, language, paint } = session.terminal;
  const library = session.library();
  const columns = [
    { title: say('Ärende', 'Case') },
    { title: say('Senast', 'Due') },
    { title: say('Nivå', 'Level') },
    { title: say('Till', 'To'), least: 16 },
    { title: say('Om', 'About'), least: 20 },
    { title: say('Läge', 'Status') },
  ];
  const rows = reminders.map(({ case: id, process, state, due, level, recipient, status, error }) => [
    id,
    due,
    level,
    isParty(recipient) ? partyName(recipient, language) : unitName(library, id.slice(0, 4), recipient),
    [actionTitle(library, language, process, state), error && paint.red(error)].filter(Boolean).join('\n'),
    statusWord(status, say),
  ]);
  return table(columns, rows, paint.bold);
}

const statusWord = (status: ReminderStatus, say: Say): string =>
  ({
    pending: say('väntar', 'waiting'),
    sent: say('skickad', 'sent'),
    overtaken: say('överspelad', 'overtaken'),
    withdrawn: say('indragen', 'withdrawn'),
    failed: say('misslyckad', 'failed'),
  })[status];
