/** The program: what can be said to it, verb by verb. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { packageRoot } from '../library/package-root.js';
import { agreementVerb } from './agreement.js';
import { agreementsVerb } from './agreements.js';
import { auditVerb } from './audit.js';
import { caseVerb } from './case.js';
import { copyVerb } from './copy.js';
import { coverageVerb } from './coverage.js';
import { demoVerb } from './demo.js';
import type { Exit } from './exit.js';
import { explainVerb } from './explain.js';
import { helpStyle } from './help.js';
import { importVerb } from './import.js';
import { journeysVerb } from './journeys.js';
import { lawVerb } from './law.js';
import { migrateVerb } from './migrate.js';
import { nextVerb } from './next.js';
import { openVerb } from './open.js';
import { pathsVerb } from './paths.js';
import { recordVerb } from './record.js';
import { remindVerb } from './remind.js';
import { serveVerb } from './serve.js';
import type { Session } from './session.js';
import type { Setting } from './setting.js';
import type { Terminal } from './terminal.js';
import { values } from './values.js';
import { verifyVerb } from './verify.js';
import { WIDTH } from './wrapped.js';

const verbs = [
  nextVerb,
  caseVerb,
  explainVerb,
  openVerb,
  recordVerb,
  importVerb,
  remindVerb,
  coverageVerb,
  agreementsVerb,
  agreementVerb,
  lawVerb,
  pathsVerb,
  journeysVerb,
  verifyVerb,
  auditVerb,
  migrateVerb,
  demoVerb,
  copyVerb,
  serveVerb,
];

type Work = (session: Session) => Exit | Promise<Exit>;

/** Builds the program. `carryOut` gets the database asked for and the work of the verb that was named. */
export function buildProgram(
  terminal: Terminal,
  carryOut: (db: string | undefined, work: Work) => Promise<void>,
): Command {
  const { say } = terminal;
  const read = values(say);
  const program = new Command('etapp')
    .description(
      say(
        'Vem agerar härnäst, med vad, senast när och på vilken grund.',
        'Who acts next, with what, by when and on what ground.',
      ),
    )
    .version(versionOfPackage(), '--version', say('visa versionen', 'show the version'))
    .helpOption('-h, --help', say('visa hjälpen', 'show this help'))
    .helpCommand(false)
    .option(
      '--json',
      say('ett JSON-dokument och inget annat på standard ut', 'one JSON document and nothing else on standard output'),
    )
    .option(
      '--db <address>',
      say('databasen, sqlite:SÖKVÄG eller postgres://…', 'the database, sqlite:PATH or postgres://…'),
    )
    .addOption(
      new Option('--lang <language>', say('språk: sv eller en', 'language: sv or en')).argParser(
        read.oneOf('sv', 'en'),
      ),
    )
    .addHelpText('after', `\n${endings(terminal)}`);
  const perform: Setting['perform'] = (work) => carryOut(program.opts<{ db?: string }>().db, work);
  const examples: Setting['examples'] = (...lines) =>
    `\n${say('Exempel', 'Examples')}:\n${lines.map((line) => `  etapp ${line}`).join('\n')}`;
  for (const verb of verbs) program.addCommand(verb({ say, read, perform, examples }));
  return prepared(program, terminal);
}

function prepared(command: Command, terminal: Terminal): Command {
  const { say } = terminal;
  for (const part of command.commands) prepared(part, terminal);
  return command
    .helpOption('-h, --help', say('visa hjälpen', 'show this help'))
    .configureHelp(helpStyle(say))
    .configureOutput({
      writeOut: (text) => terminal.line(text.trimEnd()),
      writeErr: (text) => terminal.note(text.trimEnd()),
      // Complaints are told with the other failures.
      outputError: () => undefined,
      getOutHelpWidth: () => WIDTH,
      getErrHelpWidth: () => WIDTH,
    })
    .exitOverride();
}

const endings = ({ say }: Terminal): string =>
  say(
    'Slutar med 0 gjort, 1 oväntat fel, 2 fel i kommandot, 3 avvisat, 4 brister i det prövade.\n' +
      'Etapp är en demonstration utan inloggning. Den råder; människor beslutar.',
    'Ends with 0 done, 1 unexpected fault, 2 wrong usage, 3 refused, 4 findings or proofs that fail.\n' +
      'Etapp is a demonstration without login. It advises; people decide.',
  );

const versionOfPackage = (): string => {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
  return version;
};
