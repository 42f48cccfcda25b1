/**
 * Whether a fact of a type is awaited in a case on a day, by whom, and if not: why, and what would make it so. Every type
 * of the catalogue has an answer in every case; it is positive exactly when recording such a fact would be accepted.
 */
import type { PlainDate, Subject } from '../../../machines/grammar/index.js';
import { fold, type Misfit } from '../fold.js';
import { LawError } from '../law/statute-book.js';
import { nextActions, type NextActionsOptions } from '../next-actions.js';
import { type RefusalContext, refusalOf } from '../refusal.js';
import type { Registry } from '../registry.js';
import type { Fact, NextAction } from '../types.js';
import { attempt } from './attempt.js';
import { type AwaitedQuestion, candidateFacts, factsBefore } from './question.js';
import { type AwaitedReason, lawReason, reasonsOf } from './reasons.js';
import { type Remedy, remediesOf } from './remedies.js';

export interface AwaitedAnswer {
  type: string;
  on: PlainDate;
  /** The process that defines the fact, or computes it; null when no process of the case does. */
  process: string | null;
  /**
   * `awaited`: a step is discharged by it. `welcome`: nobody owes it, but it is taken when it happens. `computed`: it comes
   * of itself and is never recorded.
   */
  status: 'awaited' | 'welcome' | 'not-awaited' | 'computed';
  /** The steps that it would discharge. */
  steps: NextAction[];
  reasons: AwaitedReason[];
  remedies: Remedy[];
}

export interface AwaitedOptions extends NextActionsOptions {
  registry: Registry;
  knownAt?: string | undefined;
}

export interface AskedCase {
  subject: Subject;
  facts: readonly Fact[];
}

/** Answers for one type on one day. The type must be in the catalogue, or a time fact of some process. */
export function awaited(of: AskedCase, question: AwaitedQuestion, options: AwaitedOptions): AwaitedAnswer {
  const { registry, book, knownAt } = options;
  const { type, on } = question;
  const definer = registry.process(registry.facts.get(type)?.process ?? '');
  const answer = { type, on, steps: [], reasons: [], remedies: [] };
  if (!definer) return computed(of, question, options);
  if (definer.subject !== of.subject) {
    const reasons: AwaitedReason[] = [{ kind: 'other-subject', subject: definer.subject }];
    return { ...answer, process: null, status: 'not-awaited', reasons };
  }
  const told = factsBefore(of.facts, question, registry, knownAt);
  const position = fold(of.subject, told, { asOf: on, registry, book });
  const tried = candidateFacts(question, position, registry).map((fact) => attempt(position, fact, options));
  const process = definer.id;
  if (tried.some((one) => one === 'accepted')) {
    const steps = nextActions(position, options).filter(({ facts }) => facts.includes(type));
    return { ...answer, process, status: steps.length > 0 ? 'awaited' : 'welcome', steps };
  }
  const refused = tried.filter((one) => one !== 'accepted');
  const silent = refused.find((one) => one instanceof LawError);
  const misfits = refused.flatMap((one) => ('misfit' in one ? [one.misfit] : []));
  const refusal = mostTelling(misfits, { registry, book, facts: told });
  const reasons = refusal ? reasonsOf(refusal, position, options) : silent ? [lawReason(silent)] : [];
  const remedies = remediesOf({ question, position, refusal }, options);
  return { ...answer, process, status: 'not-awaited', reasons, remedies };
}

/**
 * Of several ways to be refused, the one that tells a date or a provision, then one that tells what is missing. What is
 * missing takes long to find, so it is looked for only where no date or provision tells enough.
 */
function mostTelling(misfits: readonly Misfit[], { registry, book, facts }: Required<RefusalContext>) {
  const refusals = misfits.map((misfit) => refusalOf(misfit, { registry, book }));
  const dated = refusals.find(({ limits }) => limits.some(({ reckoned, citation }) => reckoned ?? citation));
  if (dated) return dated;
  for (const misfit of misfits) {
    const refusal = refusalOf(misfit, { registry, book, facts });
    if (refusal.missing.length > 0) return refusal;
  }
  return refusals.find(({ limits }) => limits.length > 0) ?? refusals[0];
}

/** A time fact is not for anybody to record: it tells when it comes, if a clock runs towards it. */
function computed(of: AskedCase, { type, on }: AwaitedQuestion, options: AwaitedOptions): AwaitedAnswer {
  const { registry, book, knownAt } = options;
  const position = fold(of.subject, of.facts, { asOf: on, registry, book, ...(knownAt !== undefined && { knownAt }) });
  const [ahead] = position.positions.flatMap((p) => p.ahead.filter((time) => time.type === type));
  const past = position.applied.findLast((applied) => applied.type === type && applied.time)?.time;
  const time = ahead ?? past;
  const reasons: AwaitedReason[] = time
    ? [{ kind: 'comes', type, on: time.on, process: time.process, dateName: time.dateName, reckoned: time.reckoned }]
    : [];
  return { type, on, process: time?.process ?? null, status: 'computed', steps: [], reasons, remedies: [] };
}
