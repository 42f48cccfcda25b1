import { createHash } from 'node:crypto';
import type { Fact } from '../engine/types.js';
import { canonicalJson } from './canonical-json.js';

/** What the first fact of a case has before it. */
export const FIRST_PREV_HASH = '0'.repeat(64);

/** A fact with the code that says why it was corrected. */
export type ReasonedFact = Fact & { reason?: string };

/** A fact with its place in the chain. */
export type ChainedFact = ReasonedFact & { prevHash: string; hash: string };

/** The fact's hash, SHA-256 in hex, over all that it says and the hash of the fact before it in the case. */
export const hashOf = (fact: ReasonedFact, prevHash: string): string => {
  const { id, case: caseId, seq, type, on, by, data, recordedAt, recordedBy } = fact;
  const corrects = fact.corrects ?? null;
  const reason = fact.reason ?? null;
  const said = { id, case: caseId, seq, type, on, by, data, recordedAt, recordedBy, corrects, reason, prevHash };
  // Said only where it is so, so that the chains of older logs hold as they are.
  const { afterwards } = fact;
  return createHash('sha256')
    .update(canonicalJson({ ...said, ...(afterwards && { afterwards }) }))
    .digest('hex');
};

/**
 * The `seq` of the first fact of a case that was changed, moved or lost its predecessor; null when the chain holds.
 * Facts taken away from the end leave a chain that holds: compare the last hash with one that was noted elsewhere.
 */
export const verifyChain = (facts: readonly ChainedFact[]): number | null => {
  let prevHash = FIRST_PREV_HASH;
  for (const [index, fact] of facts.entries()) {
    const holds = fact.seq === index + 1 && fact.prevHash === prevHash && fact.hash === hashOf(fact, prevHash);
    if (!holds) return fact.seq;
    prevHash = fact.hash;
  }
  return null;
};
