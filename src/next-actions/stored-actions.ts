import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Party } from '../../machines/parties.js';
import { OwedCounterRow } from './owed-counter.entity.js';
import { OwedStepRow } from './owed-step.entity.js';
import type { Answered, Question, Window } from './question.js';

type Query = SelectQueryBuilder<OwedStepRow>;

/** Reads the owed steps that are kept with the facts: who acts next today. */
export class StoredActions {
  constructor(private readonly dataSource: DataSource) {}

  async page(question: Question, { after, limit }: Window): Promise<Answered<OwedStepRow>> {
    const meant = this.meant(question);
    const total = isCounted(question) ? await this.openOf(question) : await meant.clone().getCount();
    if (after) meant.andWhere('(step.due, step.id) > (:due, :id)', after);
    const steps = await meant
      .orderBy('step.due')
      .addOrderBy('step.id')
      .limit(limit + 1)
      .getMany();
    return { total, steps };
  }

  /** Open steps per party, from the counters. */
  async open(municipalities: Question['municipalities']): Promise<Map<Party, number>> {
    const query = this.dataSource.getRepository(OwedCounterRow).createQueryBuilder('counter');
    query.select('counter.party', 'party').addSelect('SUM(counter.open)', 'count').groupBy('counter.party');
    if (municipalities !== 'all')
      query.where('counter.kommun IN (:...municipalities)', { municipalities: atLeastOne(municipalities) });
    return counted(await query.getRawMany<Counted>());
  }

  /** Open steps of a party, or of all, from the counters: looking at every step would take longer than the page. */
  private async openOf({ municipalities, party }: Question): Promise<number> {
    const open = await this.open(municipalities);
    return party === null ? [...open.values()].reduce((sum, count) => sum + count, 0) : (open.get(party) ?? 0);
  }

  /** Late steps per party. */
  async late(municipalities: Question['municipalities'], asOf: PlainDate): Promise<Map<Party, number>> {
    const query = this.steps(municipalities).andWhere('step.due < :asOf', { asOf });
    query.select('step.party', 'party').addSelect('COUNT(*)', 'count').groupBy('step.party');
    return counted(await query.getRawMany<Counted>());
  }

  private meant({ municipalities, overdue, asOf, dueBefore, ...exact }: Question): Query {
    const query = this.steps(municipalities);
    const before = overdue && (dueBefore === null || asOf < dueBefore) ? asOf : dueBefore;
    if (before !== null) query.andWhere('step.due < :before', { before });
    if (exact.party !== null) query.andWhere('step.party = :party', { party: exact.party });
    if (exact.unit !== null) query.andWhere('step.unit = :unit', { unit: exact.unit });
    if (exact.case !== null) query.andWhere('step.caseId = :case', { case: exact.case });
    if (exact.process !== null) query.andWhere('step.process = :process', { process: exact.process });
    return query;
  }

  private steps(municipalities: Question['municipalities']): Query {
    const query = this.dataSource.getRepository(OwedStepRow).createQueryBuilder('step');
    if (municipalities === 'all') return query;
    return query.where('step.kommun IN (:...municipalities)', { municipalities: atLeastOne(municipalities) });
  }
}

/** Whether the counters answer how many there are: they know parties and municipalities, and nothing else. */
const isCounted = ({ unit, case: caseId, process, dueBefore, overdue }: Question): boolean =>
  unit === null && caseId === null && process === null && dueBefore === null && !overdue;

interface Counted {
  party: Party;
  count: number | string;
}

const counted = (rows: readonly Counted[]): Map<Party, number> =>
  new Map(rows.map(({ party, count }) => [party, Number(count)]));

// An empty list is no SQL; nobody lives in a municipality without a code.
const atLeastOne = (municipalities: readonly string[]): readonly string[] =>
  municipalities.length > 0 ? municipalities : [''];
