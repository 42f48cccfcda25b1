import { SingleBar } from 'cli-progress';
import type { Said } from '../http/problems.js';
import type { Terminal } from './terminal.js';

/** A bar that counts something. */
export interface Counting {
  readonly update: (done: number, of: number) => void;
  readonly stop: () => void;
}

/** A bar on standard error while somebody is watching; otherwise nothing at all. */
export function counting({ watched, say }: Terminal, what: Said): Counting {
  if (!watched) return { update: () => undefined, stop: () => undefined };
  const format = `{bar} {value}/{total} ${say(what.sv, what.en)}`;
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: true });
  let begun = false;
  return {
    update: (done, of) => {
      if (!begun) bar.start(of, done);
      begun = true;
      bar.setTotal(of);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

/** Said before the histories are looked for: every process is explored first, and nothing can be counted until then. */
export const tellOfWait = (terminal: Terminal): void =>
  terminal.note(terminal.say('Letar upp historierna; det tar en stund.', 'Finding the histories; it takes a while.'));
