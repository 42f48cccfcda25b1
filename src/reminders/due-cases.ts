import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Viewer } from '../auth/viewer.js';
import { CaseRow } from '../cases/case.entity.js';
import { dayInSweden } from '../clock.js';
import { OwedStepRow } from '../next-actions/owed-step.entity.js';
import type { Stored } from './case-visit.js';
import { ReminderRow } from './reminder.entity.js';

/** A case to visit, with what is stored about it. */
export interface DueCase {
  readonly row: CaseRow;
  readonly stored: Stored;
}

/** Which cases a sweep is to visit. */
export interface Wanted {
  readonly municipalities: Viewer['municipalities'];
  readonly asOf: PlainDate;
  /** Epoch milliseconds. */
  readonly at: number;
  /** How many cases are visited together. */
  readonly together: number;
}

/**
 * Finds the cases that a sweep has to visit: those whose next boundary has come, those that were computed with
 * another library than this one, since a changed law or agreement may have moved their dates, and those that were
 * computed for a day still to come, since a clock that ran ahead has been put right.
 */
export class DueCases {
  constructor(
    private readonly dataSource: DataSource,
    private readonly libraryVersion: string,
  ) {}

  /** The first cases after this one, in order of their numbers. */
  page(wanted: Wanted, after: string): Promise<DueCase[]> {
    return this.read(this.due(wanted).andWhere('c.id > :after', { after }).orderBy('c.id').limit(wanted.together));
  }

  /** The case, if it is still to be visited. */
  async one(wanted: Omit<Wanted, 'together'>, caseId: string): Promise<DueCase | undefined> {
    return (await this.read(this.due(wanted).andWhere('c.id = :caseId', { caseId })))[0];
  }

  private due({ municipalities, asOf, at }: Omit<Wanted, 'together'>): SelectQueryBuilder<CaseRow> {
    const query = this.dataSource.getRepository(CaseRow).createQueryBuilder('c');
    const due = 'c.nextBoundaryOn <= :asOf OR c.registryVersion <> :version OR c.computedOn > :today';
    query.where(`(${due})`, { asOf, version: this.libraryVersion, today: dayInSweden(at) });
    // An empty list is no SQL; nobody lives in a municipality without a code.
    if (municipalities !== 'all') query.andWhere('c.kommun IN (:...codes)', { codes: ['', ...municipalities] });
    return query;
  }

  /** The rows of the cases are read first: if somebody writes in between, the visit is found to be stale. */
  private async read(query: SelectQueryBuilder<CaseRow>): Promise<DueCase[]> {
    const rows = await query.getMany();
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const owed = await this.ofCases(OwedStepRow, ids);
    const reminders = await this.ofCases(ReminderRow, ids);
    return rows.map((row) => ({
      row,
      stored: { owed: owed.get(row.id) ?? [], reminders: reminders.get(row.id) ?? [] },
    }));
  }

  private async ofCases<T extends { caseId: string }>(
    entity: new () => T,
    ids: readonly string[],
  ): Promise<Map<string, T[]>> {
    const query = this.dataSource.getRepository(entity).createQueryBuilder('row');
    const found = new Map(ids.map((id) => [id, [] as T[]]));
    for (const row of await query.where('row.caseId IN (:...ids)', { ids }).getMany()) found.get(row.caseId)?.push(row);
    return found;
  }
}
