import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { granskning, type PlainDate } from '../../machines/grammar/index.js';
import { maySee, municipalitiesFor, recorderOf, type Viewer } from '../auth/viewer.js';
import { Clock } from '../clock.js';
import { WRITE_PATH } from '../database/store.js';
import { CaseNotFound } from '../database/write-errors.js';
import type { Decision, LoadedCase, WritePath } from '../database/write-path.js';
import { explain } from '../engine/explain.js';
import { explainReview } from '../engine/stranded/explain-review.js';
import { notFound } from '../http/problems.js';
import type { Library } from '../library/library.js';
import { LIBRARY } from '../library/library.provider.js';
import { numbered } from '../presentation/numbered.js';
import { CaseBook } from './case-book.js';
import { assertExistedAt } from './case-opened.js';
import { CaseReading } from './case-reading.js';
import { decideCatchUp } from './catching-up.js';
import { checkedOpening } from './case-to-open.js';
import { type CaseView, caseView } from './case-view.js';
import { decideRecording } from './deciding.js';
import { type ExplanationView, explanationView } from './explanation-view.js';
import { assertNotBefore, atSteadyInstant } from './instant.js';
import type { CaseToOpen, FactToRecord, Recording, RecordOptions } from './recording.js';
import { decideTogether, type RecordedTogether, type Stamping } from './together.js';

/** From which day, and from what was known when, a case is looked at. */
export interface Looking {
  asOf?: PlainDate | undefined;
  /** An ISO instant. */
  knownAt?: string | undefined;
}

/** Opens cases, records facts about them and tells where they stand. */
@Injectable()
export class CasesService {
  private readonly book: CaseBook;
  private readonly reading: CaseReading;

  constructor(
    dataSource: DataSource,
    @Inject(WRITE_PATH) private readonly writePath: WritePath,
    @Inject(LIBRARY) library: Library,
    private readonly clock: Clock,
  ) {
    this.book = new CaseBook(library);
    this.reading = new CaseReading(dataSource);
  }

  /** Opens a case. Rejects with a problem when the case cannot be opened like that, and with `NotAllowed`. */
  async open(viewer: Viewer, asked: CaseToOpen): Promise<CaseView> {
    const { subject, attributes } = checkedOpening(asked, this.book.library.registry);
    municipalitiesFor(viewer, asked.kommun);
    const today = this.clock.today();
    const opening = {
      subject,
      kommun: asked.kommun,
      attributes,
      year: today.slice(0, 4),
      registryVersion: this.book.library.version,
      at: this.clock.now(),
      ...(asked.idempotency && { idempotency: asked.idempotency }),
    };
    return this.writePath.open(opening, ({ row, facts }): Decision<CaseView> => {
      const position = this.book.fold({ row, facts }, today);
      const result = caseView({ row: { ...row, version: row.version + 1 }, facts, position }, this.book);
      return { result, writes: this.book.kept(row, facts, position) };
    });
  }

  /**
   * Records a fact, or shows what recording it would do. A refusal is an answer and writes nothing. Rejects with
   * `CaseNotFound`, `StaleWrite`, `IdempotencyConflict`, `ClockBehind`, and `LawError` when the law does not answer for
   * the day.
   */
  async record(viewer: Viewer, caseId: string, fact: FactToRecord, options: RecordOptions = {}): Promise<Recording> {
    const { withMissing = false, missing = [] } = options;
    return this.writing(viewer, caseId, options, (loaded, stamping) =>
      withMissing || missing.length > 0
        ? decideCatchUp(loaded, fact, missing, stamping, this.book)
        : decideRecording(loaded, fact, { ...stamping, id: stamping.newId() }, this.book),
    );
  }

  /** Records several facts, or shows what recording them would do: all of them or none. Rejects as `record` does. */
  async recordTogether(
    viewer: Viewer,
    caseId: string,
    facts: readonly FactToRecord[],
    options: Omit<RecordOptions, 'withMissing' | 'missing'> = {},
  ): Promise<RecordedTogether> {
    return this.writing(viewer, caseId, options, (loaded, stamping) =>
      decideTogether(loaded, facts, stamping, this.book),
    );
  }

  /** A decision about a case, stamped and guarded, at an instant that is not before its last fact. */
  private writing<T>(
    viewer: Viewer,
    caseId: string,
    options: RecordOptions,
    decide: (loaded: LoadedCase, stamping: Stamping) => Decision<T>,
  ): Promise<T> {
    return atSteadyInstant(this.clock.now(), (at) => {
      const { stamping, guarded } = this.beginning(viewer, options, at);
      return this.writePath.change(caseId, guarded, (loaded) => {
        assertSeen(viewer, loaded);
        assertNotBefore(caseId, loaded.facts, at);
        return decide(loaded, stamping);
      });
    });
  }

  /** What a command about a case is stamped and guarded with. */
  private beginning(viewer: Viewer, { dryRun = false, expectedVersion, idempotency }: RecordOptions, at: number) {
    const stamping: Stamping = {
      newId: randomUUID,
      at: new Date(at).toISOString(),
      recordedBy: recorderOf(viewer),
      today: this.clock.today(),
      dryRun,
    };
    const guarded = {
      at,
      ...(expectedVersion !== undefined && { expectedVersion }),
      ...(idempotency && !dryRun && { idempotency }),
    };
    return { stamping, guarded };
  }

  /** The case on a day, from what was known at an instant. Rejects with `CaseNotFound`, and with a problem for an instant before it was opened. */
  async find(viewer: Viewer, caseId: string, { asOf, knownAt }: Looking = {}): Promise<CaseView> {
    const { row, facts } = await this.reading.load(viewer, caseId);
    assertExistedAt(row, knownAt);
    const position = this.book.fold({ row, facts }, asOf ?? this.clock.today(), knownAt);
    return caseView({ row, facts, position, knownAt }, this.book);
  }

  /** Why the steps of a process are owed. Rejects with `CaseNotFound`, or a problem when the case has no such process. */
  async explain(
    viewer: Viewer,
    caseId: string,
    process: string,
    { asOf, knownAt, instance }: Looking & { instance?: string | undefined } = {},
  ): Promise<ExplanationView> {
    const loaded = await this.reading.load(viewer, caseId);
    assertExistedAt(loaded.row, knownAt);
    const position = this.book.fold(loaded, asOf ?? this.clock.today(), knownAt);
    const options = { ...this.book.options(loaded.row), instance };
    const explanation =
      process === granskning.process ? explainReview(position, options) : explain(position, process, options);
    if (explanation) return explanationView(explanation, loaded.row.kommun, this.book.library);
    const which = numbered(process, instance ?? null);
    throw notFound({ sv: `Ärendet har ingen process ${which}.`, en: `The case has no process ${which}.` });
  }
}

/** A case that the viewer may not see does not exist for the viewer. */
function assertSeen(viewer: Viewer, { row }: LoadedCase): void {
  if (!maySee(viewer, row.kommun)) throw new CaseNotFound(row.id);
}
