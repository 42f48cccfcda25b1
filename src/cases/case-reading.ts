import type { DataSource } from 'typeorm';
import { maySee, type Viewer } from '../auth/viewer.js';
import { CaseNotFound } from '../database/write-errors.js';
import type { LoadedCase } from '../database/write-path.js';
import { CaseRow } from './case.entity.js';
import { factOf } from './fact-row.js';
import { FactRow } from './fact.entity.js';

/** How many cases are read at a time when all are wanted; each is folded before the next question to the database. */
const AT_A_TIME = 50;

/** Which cases are wanted. */
interface Wanted {
  municipalities: readonly string[] | 'all';
  case: string | null;
}

/** Reads cases with their facts, outside the write path. */
export class CaseReading {
  constructor(private readonly dataSource: DataSource) {}

  /** The row of a case that the viewer may see; throws `CaseNotFound`, also for one that the viewer may not see. */
  async row(viewer: Viewer, caseId: string): Promise<CaseRow> {
    const row = await this.dataSource.getRepository(CaseRow).findOneBy({ id: caseId });
    if (!row || !maySee(viewer, row.kommun)) throw new CaseNotFound(caseId);
    return row;
  }

  /**
   * The case with its facts. The row is read first: if somebody writes in between, its version is the older one and a
   * write decided on what was read here is found to be stale.
   */
  async load(viewer: Viewer, caseId: string): Promise<LoadedCase & { rows: FactRow[] }> {
    const row = await this.row(viewer, caseId);
    const rows = await this.factsOf([caseId]);
    return { row, rows, facts: rows.map(factOf) };
  }

  /** Every case that is wanted, in order of its number. */
  async *each(wanted: Wanted): AsyncGenerator<LoadedCase> {
    for (let after = ''; ;) {
      const rows = await this.pageOf(wanted, after);
      const facts = rows.length > 0 ? await this.factsOf(rows.map(({ id }) => id)) : [];
      const byCase = new Map(rows.map(({ id }) => [id, [] as FactRow[]]));
      for (const fact of facts) byCase.get(fact.caseId)?.push(fact);
      for (const row of rows) yield { row, facts: (byCase.get(row.id) ?? []).map(factOf) };
      if (rows.length < AT_A_TIME) return;
      after = rows.at(-1)?.id ?? after;
    }
  }

  private pageOf({ municipalities, case: caseId }: Wanted, after: string): Promise<CaseRow[]> {
    const query = this.dataSource.getRepository(CaseRow).createQueryBuilder('c').where('c.id > :after', { after });
    if (caseId !== null) query.andWhere('c.id = :caseId', { caseId });
    if (municipalities !== 'all') query.andWhere('c.kommun IN (:...codes)', { codes: ['', ...municipalities] });
    return query.orderBy('c.id').limit(AT_A_TIME).getMany();
  }

  private factsOf(caseIds: readonly string[]): Promise<FactRow[]> {
    const query = this.dataSource.getRepository(FactRow).createQueryBuilder('fact');
    return query
      .where('fact.caseId IN (:...caseIds)', { caseIds })
      .orderBy('fact.caseId')
      .addOrderBy('fact.seq')
      .getMany();
  }
}
