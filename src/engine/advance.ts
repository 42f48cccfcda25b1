/**
 * What recording a fact would do: accepted, with the difference it makes, or refused, with the reason. Nothing is
 * written; the same call is the preview and the decision.
 */
import type { PlainDate, Subject } from '../../machines/grammar/index.js';
import { birthProblems, correctionProblem } from './correction.js';
import { type CaseDiff, diff } from './diff.js';
import { WITHDRAWN } from './fact-log.js';
import { type CasePosition, fold, type Misfit } from './fold.js';
import type { Agreement } from './agreement.js';
import type { StatuteBook } from './law/statute-book.js';
import { nearest } from './nearest.js';
import { type Refusal, refusalOf, type RefusalSlug } from './refusal.js';
import type { Registry } from './registry.js';
import { goOn, holdsOn, isNewest, positionOn, type Stand, standOf } from './stand.js';
import type { Fact, ProposedFact } from './types.js';
import { problemsOf } from './validate-fact.js';

export interface AdvanceOptions {
  /** Today: facts may be dated tomorrow at the latest, and the difference is told as of this day. */
  asOf: PlainDate;
  registry: Registry;
  book: StatuteBook;
  agreements?: readonly Agreement[];
  /** Where the case stood after the last of its facts, when that is known: a newest fact then goes on from there. */
  resume?: Stand | undefined;
}

export interface CaseFacts {
  subject: Subject;
  facts: readonly Fact[];
}

export interface BeforeAndAfter {
  before: CasePosition;
  after: CasePosition;
  /** Later facts that no longer fit. */
  conflicts: Misfit[];
  /** Where the case stands after its last fact, for the next one to go on from. */
  stand: Stand;
}

export type Outcome = ({ accepted: true; diff: CaseDiff } & BeforeAndAfter) | { accepted: false; refusal: Refusal };

/** Folds the case with and without the proposed fact. Throws only on broken machines or law. */
export function advance(of: CaseFacts, proposed: ProposedFact & Partial<Fact>, options: AdvanceOptions): Outcome {
  const both = beforeAndAfter(of, proposed, options);
  if ('refusal' in both) return { accepted: false, refusal: both.refusal };
  const { before, after } = both;
  return { accepted: true, ...both, diff: diff(before, after, { ...options, agreements: options.agreements ?? [] }) };
}

/** The case without the fact and with it, on the same day, for those who tell the difference themselves. */
export function beforeAndAfter(
  of: CaseFacts,
  proposed: ProposedFact & Partial<Fact>,
  options: AdvanceOptions,
): BeforeAndAfter | { refusal: Refusal } {
  const judged = judge(of, proposed, options);
  if ('refusal' in judged) return judged;
  const { after, stand } = judged;
  const before = positionBefore(of, after.asOf, options);
  const known = new Set(before.misfits.map((m) => m.fact.id));
  return { before, after, conflicts: after.misfits.filter((m) => !known.has(m.fact.id)), stand };
}

function positionBefore({ subject, facts }: CaseFacts, asOf: PlainDate, options: AdvanceOptions): CasePosition {
  const { resume } = options;
  return resume && holdsOn(resume, asOf)
    ? positionOn(resume, asOf, options)
    : fold(subject, facts, { ...options, asOf });
}

/** Whether the fact fits, for those who do not ask what it changes: half the work of `advance`. */
export function judge(
  of: CaseFacts,
  proposed: ProposedFact & Partial<Fact>,
  options: AdvanceOptions,
): { after: CasePosition; stand: Stand } | { refusal: Refusal } {
  const malformed = wellFormed(of, proposed, options);
  if (malformed) return { refusal: malformed };
  const fact = asFact(of, proposed);
  const asOf = fact.on > options.asOf ? fact.on : options.asOf;
  const { resume, registry } = options;
  const stand =
    resume && holdsOn(resume, asOf) && isNewest(fact, resume, registry)
      ? goOn(resume, fact, options)
      : standOf(of.subject, [...of.facts, fact], { ...options, asOf });
  const after = positionOn(stand, asOf, options);
  const misfit = after.misfits.find((m) => m.fact.id === fact.id);
  return misfit ? { refusal: refusalOf(misfit, { ...options, facts: of.facts }) } : { after, stand };
}

const asFact = (of: CaseFacts, proposed: ProposedFact & Partial<Fact>): Fact => ({
  id: 'proposed',
  case: of.facts[0]?.case ?? '',
  seq: (of.facts.at(-1)?.seq ?? 0) + 1,
  recordedAt: '9999-12-31T00:00:00Z',
  recordedBy: '',
  ...proposed,
});

/** The refusal of a fact that cannot be read, whatever the case. */
export function wellFormed(
  of: CaseFacts,
  fact: ProposedFact & Partial<Fact>,
  { registry, asOf }: AdvanceOptions,
): Refusal | undefined {
  const refuse = (slug: RefusalSlug, problems: string[]): Refusal => ({
    slug,
    type: fact.type,
    on: fact.on,
    awaited: [],
    limits: [],
    missing: [],
    catchUp: [],
    problems,
  });
  if (fact.type !== WITHDRAWN && !registry.facts.has(fact.type))
    return refuse('unknown-fact', nearest(fact.type, registry.facts.keys()));
  const problems = problemsOf(fact, asOf, registry).map((p) => `${p.field}: ${p.problem} (${p.expected})`);
  const correction = correctionProblem(of.facts, fact);
  const all = [...problems, ...(correction ? [correction] : []), ...birthProblems(of.facts, fact, registry)];
  return all.length > 0 ? refuse('invalid-data', all) : undefined;
}
