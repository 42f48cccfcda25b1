/** What is owed for facts that no longer fit: whoever stated one reviews it. */
import { granskning } from '../../../machines/grammar/index.js';
import { type Agreement, contactOf, unitOf } from '../agreement.js';
import { WITHDRAWN } from '../fact-log.js';
import type { CasePosition, Misfit } from '../fold.js';
import type { Due, Fact, NextAction } from '../types.js';

// Nobody has set a time for it, and Etapp invents none.
const NO_TIME: Due = { date: null, kind: 'none', certainty: 'settled', rules: [], inputs: {} };

/** One step for each fact that does not fit, owed by the party and unit that stated it, from the day of the fact. */
export const reviewSteps = (
  { misfits }: Pick<CasePosition, 'misfits'>,
  agreement: Agreement | undefined,
): NextAction[] => misfits.map(({ fact }: Misfit) => reviewStep(fact, agreement));

function reviewStep(fact: Fact, agreement: Agreement | undefined): NextAction {
  const { process, state, basis } = granskning;
  const { party, unit = null } = fact.by;
  return {
    process,
    instance: reviewOf(fact),
    state,
    party,
    unit,
    contact: contactOf(unit === null ? undefined : agreement && unitOf(agreement, unit)),
    facts: [fact.type, WITHDRAWN],
    since: fact.on,
    due: NO_TIME,
    basis,
    clause: null,
    gap: false,
  };
}

/** Which of several reviews: the number of the fact in the log. */
export const reviewOf = ({ seq }: Pick<Fact, 'seq'>): string => String(seq);
