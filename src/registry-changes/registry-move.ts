/** All cases under the running registry: what it makes of them, told in advance or carried out and written in the book. */
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Viewer } from '../auth/viewer.js';
import { canonicalJson } from '../cases/canonical-json.js';
import type { CaseBook } from '../cases/case-book.js';
import { CaseRow } from '../cases/case.entity.js';
import { factOf } from '../cases/fact-row.js';
import { type StoredCase, StoredCases } from '../cases/stored-cases.js';
import { StaleWrite } from '../database/write-errors.js';
import type { WritePath } from '../database/write-path.js';
import { type CaseChange, caseChange, failedChange, type Verdict, verdicts } from './case-change.js';
import { ChangeBook } from './change-book.js';

/** What the running registry makes of the cases that were computed with another. */
export interface MoveReport {
  readonly asOf: PlainDate;
  readonly applied: boolean;
  readonly registry: { readonly from: Readonly<Record<string, number>>; readonly to: string };
  readonly counts: Readonly<Record<Verdict | 'cases', number>>;
  /** SHA-256 over `cases`, the same in the book. */
  readonly contentHash: string;
  /** In order of case number. */
  readonly cases: readonly CaseChange[];
}

export interface MoveOptions {
  readonly today: PlainDate;
  /** Told after each case. */
  readonly progress?: ((done: number, of: number) => void) | undefined;
  /** Aborted when the move should stop at the next cases; the rest is moved another time. */
  readonly signal?: AbortSignal | undefined;
}

/** How a move is carried out; `at` is epoch milliseconds, `by` a role. */
export type Carrying = MoveOptions & { readonly at: number; readonly by: string };

/** Whose cases. */
type Scope = Pick<Viewer, 'municipalities'>;

/** A sweep and a list that come at the same time share one move, and one pair of entries in the book. */
const moving = new WeakMap<DataSource, Promise<MoveReport>>();

/** So many cases are computed together; they share one commit, and others are answered in between. */
const TOGETHER = 8;

/** How often a case is read anew when somebody else writes to it in between. */
const ATTEMPTS = 3;

export class RegistryMove {
  private readonly stored: StoredCases;
  private readonly changes: ChangeBook;

  constructor(
    private readonly dataSource: DataSource,
    private readonly writePath: WritePath,
    private readonly book: CaseBook,
  ) {
    this.stored = new StoredCases(dataSource);
    this.changes = new ChangeBook(dataSource);
  }

  /** The report in advance. Writes nothing. */
  async preview(viewer: Scope, options: MoveOptions): Promise<MoveReport> {
    const from = await this.behind(viewer);
    const told = await this.each(viewer, from, options, (stored) =>
      Promise.resolve(this.change(stored, options.today)),
    );
    return this.report(told, from, options.today, false);
  }

  /** Computes every case anew and writes in the book that it was begun and what came of it. Does nothing when none is behind. */
  apply(viewer: Scope, carrying: Carrying): Promise<MoveReport> {
    const running = moving.get(this.dataSource) ?? this.carryThrough(viewer, carrying);
    moving.set(this.dataSource, running);
    return running.finally(() => moving.delete(this.dataSource));
  }

  private async carryThrough(viewer: Scope, carrying: Carrying): Promise<MoveReport> {
    const from = await this.behind(viewer);
    const { today, at, by } = carrying;
    if (Object.keys(from).length === 0) return this.report([], from, today, true);
    const entry = { at, doneBy: by, fromVersions: canonicalJson(from), toVersion: this.book.library.version };
    await this.changes.add({ ...entry, kind: 'begun', counts: '{}', contentHash: hashOf([]) });
    const told = await this.each(viewer, from, carrying, (stored) => this.carryOut(stored, carrying));
    const report = this.report(told, from, today, true);
    const { counts, contentHash } = report;
    // What was stopped in the middle has only begun; whoever goes on writes what became of the rest.
    if (!carrying.signal?.aborted)
      await this.changes.add({ ...entry, kind: 'completed', counts: canonicalJson(counts), contentHash });
    return report;
  }

  /** How many cases were computed with which other registry. */
  private async behind({ municipalities }: Scope): Promise<Record<string, number>> {
    const query = this.dataSource.getRepository(CaseRow).createQueryBuilder('c');
    query.select('c.registryVersion', 'version').addSelect('COUNT(*)', 'cases');
    query.where('c.registryVersion <> :version', { version: this.book.library.version });
    // An empty list is no SQL; nobody lives in a municipality without a code.
    if (municipalities !== 'all') query.andWhere('c.kommun IN (:...codes)', { codes: ['', ...municipalities] });
    const rows = await query.groupBy('c.registryVersion').getRawMany<{ version: string; cases: number | string }>();
    return Object.fromEntries(rows.map(({ version, cases }) => [version, Number(cases)]));
  }

  private async each(
    { municipalities }: Scope,
    from: Readonly<Record<string, number>>,
    { progress, signal }: MoveOptions,
    tell: (stored: StoredCase) => Promise<CaseChange | undefined>,
  ): Promise<CaseChange[]> {
    const of = Object.values(from).reduce((sum, cases) => sum + cases, 0);
    const told: CaseChange[] = [];
    for await (const page of this.stored.pages({ municipalities, notOf: this.book.library.version })) {
      for (let at = 0; at < page.length && !signal?.aborted; at += TOGETHER) {
        const changes = await Promise.all(page.slice(at, at + TOGETHER).map(tell));
        told.push(...changes.filter((change) => change !== undefined));
        progress?.(Math.min(told.length, of), of);
      }
      if (signal?.aborted) break;
    }
    return told;
  }

  private change({ row, facts, owed }: StoredCase, today: PlainDate): CaseChange {
    try {
      return caseChange({ row, facts: facts.map(factOf), owed }, today, this.book);
    } catch (error) {
      return failedChange(row, today, error);
    }
  }

  /** Undefined when somebody else has computed the case meanwhile. A case that cannot be computed keeps what it had. */
  private async carryOut(first: StoredCase, carrying: Carrying): Promise<CaseChange | undefined> {
    let stored: StoredCase | undefined = first;
    for (let attempt = 1; stored && stored.row.registryVersion !== this.book.library.version; attempt += 1) {
      try {
        return await this.write(stored, carrying);
      } catch (error) {
        if (!(error instanceof StaleWrite) || attempt === ATTEMPTS)
          return failedChange(stored.row, carrying.today, error);
        stored = await this.stored.one(first.row.id);
      }
    }
    return undefined;
  }

  private write({ row, owed }: StoredCase, { at, today }: Carrying): Promise<CaseChange> {
    return this.writePath.change(row.id, { at, expectedVersion: row.version }, (loaded) => {
      const result = caseChange({ ...loaded, owed }, today, this.book);
      const kept = this.book.kept(loaded.row, loaded.facts, this.book.fold(loaded, today));
      // The sweep still has to see the case: reminders are its to write.
      return { result, writes: { ...kept, nextBoundaryOn: today } };
    });
  }

  private report(
    cases: readonly CaseChange[],
    from: Readonly<Record<string, number>>,
    asOf: PlainDate,
    applied: boolean,
  ): MoveReport {
    const countOf = (verdict: Verdict) => cases.filter((change) => change.verdict === verdict).length;
    const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, countOf(verdict)])) as Record<
      Verdict,
      number
    >;
    return {
      asOf,
      applied,
      registry: { from, to: this.book.library.version },
      counts: { cases: cases.length, ...counts },
      contentHash: hashOf(cases),
      cases,
    };
  }
}

const hashOf = (cases: readonly CaseChange[]): string =>
  createHash('sha256').update(canonicalJson(cases)).digest('hex');
