import type { Exit } from './exit.js';
import type { Session } from './session.js';
import type { Say } from './terminal.js';
import type { Values } from './values.js';

/** What the verbs are built with. */
export interface Setting {
  /** Words for the help, in the language asked for. */
  say: Say;
  /** Readers of values. */
  read: Values;
  /** Carries out a verb; what it gives back is what the program ends with. */
  perform: (work: (session: Session) => Exit | Promise<Exit>) => Promise<void>;
  /** Examples at the end of a verb's help, one a line. */
  examples: (...lines: readonly string[]) => string;
}
