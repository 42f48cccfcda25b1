/** The command line, as a function: words in, answers on the streams, what to end with out. */
import { CommanderError } from 'commander';
import { type Clock, SystemClock } from '../clock.js';
import type { Language } from '../http/message-words.js';
import type { Library } from '../library/library.js';
import { type Exit, exit } from './exit.js';
import { reportFailure } from './failure.js';
import { buildProgram } from './program.js';
import { Session } from './session.js';
import { type Stream, Terminal } from './terminal.js';

export interface RunOptions {
  stdout: Stream;
  stderr: Stream;
  /** The environment; the process's own when left out. */
  env?: Readonly<Record<string, string | undefined>>;
  clock?: Clock;
  /** Stops `etapp serve`. */
  signal?: AbortSignal;
  /** When it has been read already. */
  library?: Library;
  /** Reads it when it is asked for; the package's own when left out. */
  load?: () => Library;
}

/** Carries out one command line, without the program's name. Never throws: what went wrong is told on the streams. */
export async function run(argv: readonly string[], options: RunOptions): Promise<Exit> {
  const { stdout, stderr, env, clock = new SystemClock(), signal, library, load } = options;
  const terminal = new Terminal({ stdout, stderr, language: languageOf(argv), json: argv.includes('--json') });
  let status: Exit = exit.done;
  const program = buildProgram(terminal, async (db, work) => {
    const session = new Session({ terminal, clock, env, db, signal, library, load });
    try {
      status = await work(session);
    } catch (error) {
      status = await reportFailure(error, terminal, () => session.library());
    } finally {
      await session.close();
    }
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exit.done;
    return reportFailure(error, terminal);
  }
}

/** The language is wanted before the command line is read, for the help and the complaints about it. */
function languageOf(argv: readonly string[]): Language {
  const at = argv.indexOf('--lang');
  return argv.includes('--lang=en') || (at >= 0 && argv[at + 1] === 'en') ? 'en' : 'sv';
}
