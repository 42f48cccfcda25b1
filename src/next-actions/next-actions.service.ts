import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { parties, type Party } from '../../machines/parties.js';
import { municipalitiesFor, type Viewer } from '../auth/viewer.js';
import { CaseBook } from '../cases/case-book.js';
import { assertExistedAt } from '../cases/case-opened.js';
import { CaseReading } from '../cases/case-reading.js';
import { Clock } from '../clock.js';
import { WRITE_PATH } from '../database/store.js';
import type { WritePath } from '../database/write-path.js';
import { nearest } from '../engine/nearest.js';
import { owesSteps } from '../engine/registry.js';
import { invalidData } from '../http/problems.js';
import type { Library } from '../library/library.js';
import { LIBRARY } from '../library/library.provider.js';
import { actionView } from './action-view.js';
import { cursorOf, placeOf } from './cursor.js';
import { type FoldedStep, FoldedActions, stored } from './folded-actions.js';
import type { Answered, NextActionsPage, NextActionsQuery, PartyCount, Question, Window } from './question.js';
import { OwedRefresh } from './owed-refresh.js';
import { StoredActions } from './stored-actions.js';

export const DEFAULT_LIMIT = 50;
export const LARGEST_LIMIT = 500;

/** Who acts next, what, by when, on what ground. */
@Injectable()
export class NextActionsService {
  private readonly stored: StoredActions;
  private readonly folded: FoldedActions;
  private readonly reading: CaseReading;
  private readonly refresh: OwedRefresh;

  constructor(
    dataSource: DataSource,
    @Inject(LIBRARY) private readonly library: Library,
    private readonly clock: Clock,
    @Inject(WRITE_PATH) writePath: WritePath,
  ) {
    const book = new CaseBook(library);
    this.reading = new CaseReading(dataSource);
    this.stored = new StoredActions(dataSource);
    this.folded = new FoldedActions(this.reading, book);
    this.refresh = new OwedRefresh(dataSource, writePath, book, clock);
  }

  /**
   * One page of owed steps by due date, the undated last. Today's are kept ready, and made right first; for another day, or
   * from what was known at another time, every case that the question can mean is folded, so name a case or a municipality. Rejects with `NotAllowed`, `CaseNotFound`, or a
   * problem when the process is unknown or the cursor belongs to another question.
   */
  async list(viewer: Viewer, query: NextActionsQuery): Promise<NextActionsPage> {
    const question = this.questionOf(viewer, query);
    if (question.case !== null)
      assertExistedAt(await this.reading.row(viewer, question.case), question.knownAt ?? undefined);
    const limit = Math.min(query.limit ?? DEFAULT_LIMIT, LARGEST_LIMIT);
    const after = query.cursor === undefined ? undefined : placeOf(query.cursor, question);
    const { total, steps } = await this.answer(question, { after, limit });
    const shown = steps.slice(0, limit);
    const texts = this.library.texts[query.language ?? 'sv'];
    const last = shown.at(-1);
    return {
      asOf: question.asOf,
      ...(question.knownAt !== null && { knownAt: question.knownAt }),
      total,
      actions: shown.map(({ caseId, action }) => actionView(action, { case: caseId, asOf: question.asOf, texts })),
      cursor: steps.length > limit && last ? cursorOf(last, question) : null,
    };
  }

  /** How many steps each party has open, and how many are late, in the municipality or in all that the viewer may see. */
  async counts(viewer: Viewer, { kommun }: { kommun?: string | undefined } = {}): Promise<PartyCount[]> {
    const municipalities = municipalitiesFor(viewer, kommun);
    await this.refresh.upToDate();
    const open = await this.stored.open(municipalities);
    const late = await this.stored.late(municipalities, this.clock.today());
    return (Object.keys(parties) as Party[]).map((party) => ({
      party,
      total: open.get(party) ?? 0,
      late: late.get(party) ?? 0,
    }));
  }

  private async answer(question: Question, window: Window): Promise<Answered<FoldedStep>> {
    if (question.asOf !== this.clock.today() || question.knownAt !== null) return this.folded.page(question, window);
    await this.refresh.upToDate();
    const { total, steps } = await this.stored.page(question, window);
    return { total, steps: steps.map(stored) };
  }

  private questionOf(viewer: Viewer, query: NextActionsQuery): Question {
    const { process = null } = query;
    if (process !== null && !owesSteps(this.library.registry, process)) throw unknownProcess(process, this.library);
    return {
      asOf: query.asOf ?? this.clock.today(),
      knownAt: query.knownAt ?? null,
      municipalities: municipalitiesFor(viewer, query.kommun),
      party: query.party ?? null,
      unit: query.unit ?? null,
      case: query.case ?? null,
      process,
      dueBefore: query.dueBefore ?? null,
      overdue: query.overdue ?? false,
    };
  }
}

function unknownProcess(process: string, { registry }: Library) {
  const near = nearest(
    process,
    registry.processes.map(({ id }) => id),
  );
  const hint = near.length > 0 ? ` Menade du ${near.join(' eller ')}?` : '';
  return invalidData([{ pointer: '/process', detail: `Processen ${process} finns inte.${hint}` }]);
}
