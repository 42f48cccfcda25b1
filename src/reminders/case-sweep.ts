import type { Viewer } from '../auth/viewer.js';
import type { CaseBook } from '../cases/case-book.js';
import { dayInSweden } from '../clock.js';
import { CaseBusy, StaleWrite } from '../database/write-errors.js';
import type { NewReminder, WritePath } from '../database/write-path.js';
import { type Visit, visit } from './case-visit.js';
import type { DueCase, DueCases, Wanted } from './due-cases.js';
import type { SweptReminder } from './sweep.js';

/** How often a case is read anew when somebody else writes to it in between. The next sweep comes anyway. */
const ATTEMPTS = 3;

/** What the visits of a sweep came to. */
export interface Visited {
  cases: number;
  failedCases: string[];
  created: SweptReminder[];
}

interface SweepOfCases extends Wanted {
  readonly dryRun: boolean;
  readonly signal: AbortSignal | undefined;
  /** Told of a case that failed. */
  failed(caseId: string, error: unknown): void;
}

/** Visits every case that is due: what is owed, the reminders that have come and the day of the next visit are written. */
export class CaseSweep {
  constructor(
    private readonly due: DueCases,
    private readonly writePath: WritePath,
    private readonly book: CaseBook,
  ) {}

  async all(sweep: SweepOfCases & { readonly municipalities: Viewer['municipalities'] }): Promise<Visited> {
    const visited: Visited = { cases: 0, failedCases: [], created: [] };
    const passedOver: string[] = [];
    for (let after = ''; !sweep.signal?.aborted;) {
      const page = await this.due.page(sweep, after);
      await Promise.all(
        page.map(async (dueCase) => {
          if (!(await this.one(dueCase, sweep, visited, true))) passedOver.push(dueCase.row.id);
        }),
      );
      const last = page.at(-1);
      if (!last) break;
      after = last.row.id;
    }
    await this.left(passedOver, sweep, visited);
    visited.created.sort((a, b) => compare(a.case, b.case) || compare(a.due, b.due));
    return visited;
  }

  /** Cases that somebody else had in hand: mostly another sweep, and then there is nothing left to do about them. */
  private async left(ids: readonly string[], sweep: SweepOfCases, visited: Visited): Promise<void> {
    for (const id of ids) {
      if (sweep.signal?.aborted) return;
      const dueCase = await this.due.one(sweep, id);
      if (dueCase) await this.one(dueCase, sweep, visited, false);
    }
  }

  /**
   * One case that cannot be computed, or written, never stops the others. Gives back false when somebody else is about to
   * write about it and it was to be visited only if it is free.
   */
  private async one(dueCase: DueCase, sweep: SweepOfCases, visited: Visited, ifFree: boolean): Promise<boolean> {
    const caseId = dueCase.row.id;
    try {
      const fresh = await this.persistently(dueCase, sweep, ifFree);
      if (!fresh) return true;
      visited.cases += 1;
      visited.created.push(...fresh.map((reminder) => swept(caseId, reminder)));
    } catch (error) {
      if (error instanceof CaseBusy) return false;
      visited.failedCases.push(caseId);
      sweep.failed(caseId, error);
    }
    return true;
  }

  /** The new reminders; undefined when another sweep was here first and left nothing to do. */
  private async persistently(
    first: DueCase,
    sweep: SweepOfCases,
    ifFree: boolean,
  ): Promise<Visit['fresh'] | undefined> {
    let dueCase: DueCase | undefined = first;
    for (let attempt = 1; dueCase; attempt += 1) {
      try {
        return await this.carryOut(dueCase, sweep, ifFree);
      } catch (error) {
        if (!(error instanceof StaleWrite) || attempt === ATTEMPTS) throw error;
        dueCase = await this.due.one(sweep, first.row.id);
      }
    }
    return undefined;
  }

  // Finding that the case is due and writing what follows are one transaction: the decision holds for the version that
  // was read, and for no other. So nothing that was claimed can be lost, and nothing is done twice.
  private async carryOut(
    { row, stored }: DueCase,
    { asOf, at, dryRun }: SweepOfCases,
    ifFree: boolean,
  ): Promise<Visit['fresh']> {
    const days = { asOf, today: dayInSweden(at) };
    const options = { at, expectedVersion: row.version, ifFree };
    const { fresh } = await this.writePath.change(row.id, options, (loaded) => {
      const decision = visit(loaded, stored, days, this.book);
      return dryRun ? { result: decision.result } : decision;
    });
    return fresh;
  }
}

const swept = (caseId: string, reminder: NewReminder): SweptReminder => {
  const { process, instance, state, due, level, recipient, status = 'pending' } = reminder;
  return { case: caseId, process, instance, state, due, level, recipient, status };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
