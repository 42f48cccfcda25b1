import type { Demonstration, DemonstrationOptions } from '../demo/fill-demonstration.js';
import { counting, tellOfWait } from './progress.js';
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
  const { fillDemonstration } = await import('../demo/fill-demonstration.js');
  return watched(session, caseload.participants, async (given) =>
    fillDemonstration(await session.store(), { ...given, ...caseload }),
  );
}

/** Fills the database with the histories that together walk every branch of every process. */
export async function fillComplete(session: Session, kommun: string): Promise<Demonstration> {
  const { fillWith } = await import('../demo/fill-demonstration.js');
  const { completeCases } = await import('../demo/complete-cases.js');
  const { clock, terminal } = session;
  tellOfWait(terminal);
  const invented = completeCases(session.library(), { today: clock.today(), now: clock.now() });
  return watched(session, invented.length, async (given) =>
    fillWith(await session.store(), invented, { ...given, kommun }),
  );
}

type Given = Pick<DemonstrationOptions, 'library' | 'clock' | 'viewer' | 'progress'>;

async function watched(
  session: Session,
  total: number,
  work: (given: Given) => Promise<Demonstration>,
): Promise<Demonstration> {
  const { terminal, clock, viewer } = session;
  const bar = counting(terminal, { sv: 'ärenden', en: 'cases' });
  try {
    return await work({ library: session.library(), clock, viewer, progress: (done) => bar.update(done, total) });
  } finally {
    bar.stop();
  }
}
