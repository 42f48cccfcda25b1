/** Why the review of a fact is owed: the fact, and why it no longer fits where it stands. */
import { granskning } from '../../../machines/grammar/index.js';
import type { Explanation, ExplainOptions } from '../explain.js';
import type { CasePosition, Misfit } from '../fold.js';
import { inForceOn } from '../next-actions.js';
import { type Refusal, refusalOf } from '../refusal.js';
import type { Registry } from '../registry.js';
import type { Fact } from '../types.js';
import { reviewOf, reviewSteps } from './review-steps.js';

/** An explanation with the fact that is to be reviewed and what stands against it. */
export interface ReviewExplanation extends Explanation {
  stranded: { id: string; refusal: Refusal };
}

/** Explains the review of the fact with this number, the last one when none is named; undefined when none is owed. */
export function explainReview(
  position: CasePosition,
  { instance, agreements, book, registry }: ExplainOptions & { registry: Registry },
): ReviewExplanation | undefined {
  const { misfits, asOf } = position;
  const at = instance === undefined ? misfits.at(-1) : misfits.find(({ fact }) => reviewOf(fact) === instance);
  if (!at) return undefined;
  const { id, on } = at.fact;
  const agreement = inForceOn(agreements, asOf);
  const action = reviewSteps({ misfits: [at] }, agreement)[0]!;
  return {
    process: granskning.process,
    instance: reviewOf(at.fact),
    instances: misfits.map(({ fact }) => reviewOf(fact)),
    asOf,
    facts: [],
    states: [{ state: granskning.state, since: on, status: 'waiting', opened: null, action, clauses: [] }],
    dates: {},
    reckoning: [],
    ahead: [],
    agreement: agreement?.id ?? null,
    stranded: { id, refusal: refusalOf(at, { registry, book, facts: taken(at) }) },
  };
}

/** The facts that the case had taken where this one stands. */
const taken = ({ before }: Misfit): Fact[] => before.applied.flatMap(({ fact }) => (fact ? [fact] : []));
