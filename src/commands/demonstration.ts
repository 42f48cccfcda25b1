import { SingleBar } from 'cli-progress';
import type { Demonstration } from '../demo/fill-demonstration.js';
import type { Session } from './session.js';

export interface Caseload {
  participants: number;
  seed: number;
  kommun: string;
}

/** The caseload that is made when nobody asks for another. */
export const usualCaseload: Caseload = { participants: 60, seed: 1, kommun: '0763' };

/** Fills the database, with a bar on standard error while somebody is watching. */
export async function fill(session: Session, caseload: Caseload): Promise<Demonstration> {
  const { terminal, clock, viewer } = session;
  const { fillDemonstration } = await import('../demo/fill-demonstration.js');
  const format = terminal.say('{bar} {value}/{total} ärenden', '{bar} {value}/{total} cases');
  const bar = terminal.watched
    ? new SingleBar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: true })
    : undefined;
  bar?.start(caseload.participants, 0);
  try {
    const library = session.library();
    return await fillDemonstration(await session.store(), {
      library,
      clock,
      viewer,
      ...caseload,
      progress: (done) => bar?.update(done),
    });
  } finally {
    bar?.stop();
  }
}
