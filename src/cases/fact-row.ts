import type { Fact } from '../engine/types.js';
import { afterwardsOf } from './afterwards.js';
import { canonicalJson } from './canonical-json.js';
import { type ChainedFact, verifyChain } from './chain.js';
import type { FactRow } from './fact.entity.js';

/** The fact of a row, as the engine needs it. Throws when the row can no longer be read. */
export const factOf = (row: FactRow): Fact => ({
  id: row.id,
  case: row.caseId,
  seq: row.seq,
  type: row.type,
  on: row.on,
  by: row.byUnit === null ? { party: row.byParty } : { party: row.byParty, unit: row.byUnit },
  data: JSON.parse(row.data) as Fact['data'],
  recordedAt: new Date(row.recordedAt).toISOString(),
  recordedBy: row.recordedBy,
  ...(row.corrects === null ? {} : { corrects: row.corrects }),
  ...(row.reason === null ? {} : { reason: row.reason }),
  ...afterwardsOf(row),
});

/** The fact of a row with its place in the chain. Throws when the row can no longer be read. */
export const chainedFactOf = (row: FactRow): ChainedFact => ({
  ...factOf(row),
  prevHash: row.prevHash,
  hash: row.hash,
});

/** Undefined when the row cannot be read or its data was rewritten, even to something that means the same. */
const untouched = (row: FactRow): ChainedFact | undefined => {
  try {
    const fact = chainedFactOf(row);
    const asWritten =
      canonicalJson(fact.data) === row.data &&
      Date.parse(fact.recordedAt) === row.recordedAt &&
      row.notBefore === (fact.afterwards?.notBefore ?? null);
    return asWritten ? fact : undefined;
  } catch {
    return undefined;
  }
};

/** The `seq` of the first broken row of a case's log, given in order of `seq`; null when the chain holds. */
export const verifyRows = (rows: readonly FactRow[]): number | null => {
  const facts: ChainedFact[] = [];
  for (const row of rows) {
    const fact = untouched(row);
    if (fact === undefined) return verifyChain(facts) ?? row.seq;
    facts.push(fact);
  }
  return verifyChain(facts);
};
