import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { Viewer } from '../auth/viewer.js';
import { CaseRow } from './case.entity.js';
import { FactRow } from './fact.entity.js';
import { OwedStepRow } from '../next-actions/owed-step.entity.js';
import { ReminderRow } from '../reminders/reminder.entity.js';

/** How many cases are read at a time; each is dealt with before the next question to the database. */
const AT_A_TIME = 50;

/** Which cases are wanted: all that the viewer may see, one, or those of other registries. */
export interface Wanted {
  readonly municipalities: Viewer['municipalities'];
  readonly case?: string | undefined;
  /** Only those that were computed with another registry than this. */
  readonly notOf?: string | undefined;
}

/** A case with everything that is stored about it, as it lies in the database. */
export interface StoredCase {
  readonly row: CaseRow;
  readonly facts: readonly FactRow[];
  readonly owed: readonly OwedStepRow[];
  readonly reminders: readonly ReminderRow[];
}

/** Reads stored cases whole, rows as they are, so that a damaged one stops nobody from reading the others. */
export class StoredCases {
  constructor(private readonly dataSource: DataSource) {}

  count(wanted: Wanted): Promise<number> {
    return this.cases(wanted).getCount();
  }

  /** Every case that is wanted, in order of its number. */
  async *each(wanted: Wanted): AsyncGenerator<StoredCase> {
    for await (const page of this.pages(wanted)) yield* page;
  }

  /** The same, some at a time. */
  async *pages(wanted: Wanted): AsyncGenerator<StoredCase[]> {
    for (let after = ''; ;) {
      const query = this.cases(wanted).andWhere('c.id > :after', { after });
      const rows = await query.orderBy('c.id').limit(AT_A_TIME).getMany();
      if (rows.length > 0) yield await this.withRows(rows);
      if (rows.length < AT_A_TIME) return;
      after = rows.at(-1)?.id ?? after;
    }
  }

  /** One case as it is now. */
  async one(caseId: string): Promise<StoredCase | undefined> {
    const rows = await this.cases({ municipalities: 'all', case: caseId }).getMany();
    return (await this.withRows(rows))[0];
  }

  private cases({ municipalities, case: caseId, notOf }: Wanted): SelectQueryBuilder<CaseRow> {
    const query = this.dataSource.getRepository(CaseRow).createQueryBuilder('c').where('1 = 1');
    if (caseId !== undefined) query.andWhere('c.id = :caseId', { caseId });
    if (notOf !== undefined) query.andWhere('c.registryVersion <> :notOf', { notOf });
    // An empty list is no SQL; nobody lives in a municipality without a code.
    if (municipalities !== 'all') query.andWhere('c.kommun IN (:...codes)', { codes: ['', ...municipalities] });
    return query;
  }

  private async withRows(rows: readonly CaseRow[]): Promise<StoredCase[]> {
    const ids = rows.map(({ id }) => id);
    const facts = await this.ofCases(FactRow, ids);
    const owed = await this.ofCases(OwedStepRow, ids);
    const reminders = await this.ofCases(ReminderRow, ids);
    return rows.map((row) => ({
      row,
      facts: (facts.get(row.id) ?? []).sort((a, b) => a.seq - b.seq),
      owed: owed.get(row.id) ?? [],
      reminders: reminders.get(row.id) ?? [],
    }));
  }

  private async ofCases<T extends { caseId: string }>(entity: new () => T, ids: string[]): Promise<Map<string, T[]>> {
    const found = new Map<string, T[]>();
    if (ids.length === 0) return found;
    const query = this.dataSource.getRepository(entity).createQueryBuilder('row');
    for (const row of await query.where('row.caseId IN (:...ids)', { ids }).getMany())
      found.set(row.caseId, [...(found.get(row.caseId) ?? []), row]);
    return found;
  }
}
