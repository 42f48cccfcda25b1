import type { PlainDate } from '../../machines/grammar/index.js';
import type { Afterwards } from '../engine/types.js';
import type { FactRow } from './fact.entity.js';

type Columns = Pick<FactRow, 'statedAfterwards' | 'notBefore'>;

/** What the columns of a row say of how the fact was told; nothing of one told in the ordinary way. */
export const afterwardsOf = ({ statedAfterwards, notBefore }: Columns): { afterwards?: Afterwards } =>
  statedAfterwards === null
    ? {}
    : { afterwards: { dated: statedAfterwards, ...(notBefore !== null && { notBefore }) } };

/** In a ledger: null for a fact told in the ordinary way. */
export interface AfterwardsView {
  dated: Afterwards['dated'];
  notBefore: PlainDate | null;
}

export const afterwardsView = (afterwards: Afterwards | undefined): AfterwardsView | null =>
  afterwards ? { dated: afterwards.dated, notBefore: afterwards.notBefore ?? null } : null;
