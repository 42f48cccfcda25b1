/** What recording several facts at once would do: all of them are accepted, or none. */
import { type Outcome, type AdvanceOptions, type CaseFacts, wellFormed } from '../advance.js';
import { diff } from '../diff.js';
import { fold } from '../fold.js';
import { type Refusal, refusalOf } from '../refusal.js';
import { positionOn, standOf } from '../stand.js';
import type { Fact } from '../types.js';

/** `index`: which of the facts was refused first, in the order in which they took effect. */
export type OutcomeOfAll = Extract<Outcome, { accepted: true }> | { accepted: false; refusal: Refusal; index: number };

/** Folds the case with and without the facts, which have ids, and numbers after those of the case. */
export function advanceAll(of: CaseFacts, added: readonly Fact[], options: AdvanceOptions): OutcomeOfAll {
  for (const [index, fact] of added.entries()) {
    const malformed = wellFormed({ ...of, facts: [...of.facts, ...added.slice(0, index)] }, fact, options);
    if (malformed) return { accepted: false, refusal: malformed, index };
  }
  const asOf = [options.asOf, ...added.map(({ on }) => on)].sort().at(-1)!;
  const before = fold(of.subject, of.facts, { ...options, asOf });
  const stand = standOf(of.subject, [...of.facts, ...added], { ...options, asOf });
  const after = positionOn(stand, asOf, options);
  const misfit = after.misfits.find(({ fact }) => added.includes(fact));
  if (misfit) {
    const index = added.indexOf(misfit.fact);
    const facts = [...of.facts, ...added.toSpliced(index, 1)];
    return { accepted: false, refusal: refusalOf(misfit, { ...options, facts }), index };
  }
  const known = new Set(before.misfits.map(({ fact }) => fact.id));
  return {
    accepted: true,
    before,
    after,
    stand,
    diff: diff(before, after, { ...options, agreements: options.agreements ?? [] }),
    conflicts: after.misfits.filter(({ fact }) => !known.has(fact.id)),
  };
}
