import type { Certainty, PlainDate, RuleUse } from '../../machines/grammar/index.js';
import type { Recording } from '../cases/recording.js';
import type { MissingFact } from '../engine/catch-up/missing-fact.js';
import type { NextActionView } from '../next-actions/action-view.js';
import { type Language, limitMessage, type MessageContext } from './messages.js';

/** A limit as data: the date, the rule, what it was reckoned from and how sure it is. */
export interface LimitBody {
  process: string;
  guard: string | null;
  timeFact: string | null;
  citation: string | null;
  dateName: string | null;
  date: PlainDate | null;
  rule: RuleUse | null;
  inputs: Readonly<Record<string, unknown>>;
  certainty: Certainty | null;
  otherReading: PlainDate | null;
  says: string;
}

/** The refusal of a problem document: what a program needs to say whose turn it is and to catch up. */
export interface RefusalBody {
  type: string;
  on: PlainDate;
  awaited: readonly NextActionView[];
  limits: readonly LimitBody[];
  missing: readonly string[];
  /** The same sequence with what is known of each, for `missing` of the next attempt. */
  catchUp: readonly MissingBody[];
  /** Which of several facts was refused, from 0; only where there were several. */
  index?: number;
  /** Known types near to a mistyped one. */
  nearest: readonly string[];
}

/** A missing fact with its words: between which days it happened, what is settled and what is to be stated. */
export type MissingBody = MissingFact & { label: string; labelEn: string };

type Refused = Extract<Recording, { accepted: false }>;

export const refusalBody = ({ refusal, awaited }: Refused, context: MessageContext, index?: number): RefusalBody => ({
  type: refusal.type,
  on: refusal.on,
  awaited,
  limits: refusal.limits.map((limit) => ({
    process: limit.process,
    guard: limit.guard ?? null,
    timeFact: limit.timeFact ?? null,
    citation: limit.citation ?? limit.reckoned?.rules[0]?.citation ?? null,
    dateName: limit.dateName ?? null,
    date: limit.reckoned?.date ?? null,
    rule: limit.reckoned?.rules[0] ?? null,
    inputs: limit.reckoned?.inputs ?? {},
    certainty: limit.reckoned?.certainty ?? null,
    otherReading: limit.reckoned?.otherReading?.date ?? null,
    says: limitMessage(limit, context, 'sv'),
  })),
  missing: refusal.missing,
  catchUp: refusal.catchUp.map((missing) => {
    const label = (language: Language) => context.texts[language][missing.process]?.facts[missing.type]?.label;
    return { ...missing, label: label('sv') ?? missing.type, labelEn: label('en') ?? missing.type };
  }),
  ...(index !== undefined && { index }),
  nearest: refusal.slug === 'unknown-fact' ? refusal.problems : [],
});
