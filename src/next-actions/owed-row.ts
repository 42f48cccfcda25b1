import type { OwedRow } from '../database/write-path.js';
import type { NextAction } from '../engine/types.js';
import { ONCE, type OwedStepRow, UNDATED } from './owed-step.entity.js';

/** An owed step as it is stored. */
export const owedRowOf = ({ due, gap, instance, ...action }: NextAction): OwedRow => ({
  ...action,
  instance: instance ?? ONCE,
  due: due.date ?? UNDATED,
  dueKind: due.kind,
  certainty: due.certainty,
  gap: gap ? 1 : 0,
  dueDetail: due,
});

/** A stored step as the engine told it. */
export const actionOfRow = (row: OwedStepRow): NextAction => ({
  process: row.process,
  instance: row.instance === ONCE ? null : row.instance,
  state: row.state,
  party: row.party,
  unit: row.unit,
  contact: row.contact,
  facts: [...row.facts],
  since: row.since,
  due: row.dueDetail,
  basis: row.basis,
  clause: row.clause,
  gap: row.gap === 1,
});
