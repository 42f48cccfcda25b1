/** What another registry makes of one case: where it moves, which steps and dates change, which facts no longer fit. Pure. */
import type { PlainDate } from '../../machines/grammar/index.js';
import type { CaseBook } from '../cases/case-book.js';
import type { CaseRow } from '../cases/case.entity.js';
import { calendar } from '../engine/calendar/calendar.js';
import { effectiveFacts } from '../engine/fact-log.js';
import type { CasePosition } from '../engine/fold.js';
import { refusalOf } from '../engine/refusal.js';
import type { Fact } from '../engine/types.js';
import { problemsOf } from '../engine/validate-fact.js';
import { actionOfRow } from '../next-actions/owed-row.js';
import type { OwedStepRow } from '../next-actions/owed-step.entity.js';
import { type Move, movesOf } from './moves.js';
import { type StepChanges, stepChanges } from './step-changes.js';

/** How much a case is touched; the first that is true of it, from the last to the first. */
export const verdicts = ['unchanged', 'changed', 'moved', 'unfit', 'failed'] as const;
export type Verdict = (typeof verdicts)[number];

/** A fact that was accepted once and that the registry no longer takes. It stays in the log and counts for nothing. */
export interface UnfitFact {
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly on: PlainDate;
  readonly slug: string;
}

/** One case under another registry. */
export interface CaseChange extends StepChanges {
  readonly case: string;
  readonly kommun: string;
  /** The registry that it was computed with before. */
  readonly from: string;
  /** The day on which both are compared: the one that the former steps were computed for. */
  readonly on: PlainDate;
  /** Whether its former position was kept; without it only owed steps tell where it stood. */
  readonly known: boolean;
  readonly verdict: Verdict;
  readonly moved: readonly Move[];
  readonly unfit: readonly UnfitFact[];
  /** Why it could not be computed: the name of the fault. */
  readonly fault?: string;
}

/** A case with what was kept about it under the former registry. */
export interface Former {
  readonly row: Readonly<CaseRow>;
  readonly facts: readonly Fact[];
  readonly owed: readonly OwedStepRow[];
}

/** Holds what was kept against what the running registry gives on the same day. Throws what the fold throws. */
export function caseChange({ row, facts, owed }: Former, today: PlainDate, book: CaseBook): CaseChange {
  const on = dayOf(row, today);
  const position = book.fold({ row, facts }, on);
  const [was, is] = [owed.map(actionOfRow), book.actions(row, position)];
  const moved = movesOf({ kept: row.positions, was, is, position }, book.library.book);
  const steps = stepChanges(was, is);
  const unfit = unfitFacts(position, facts, new Set(row.positions?.unfit), book);
  return {
    case: row.id,
    kommun: row.kommun,
    from: row.registryVersion,
    on,
    known: row.positions !== null,
    verdict: verdictOf(moved, steps, unfit),
    moved,
    ...steps,
    unfit,
  };
}

/** A case that the running registry cannot compute. It keeps what it had. */
export const failedChange = (row: Readonly<CaseRow>, on: PlainDate, error: unknown): CaseChange => ({
  case: row.id,
  kommun: row.kommun,
  from: row.registryVersion,
  on,
  known: row.positions !== null,
  verdict: 'failed',
  moved: [],
  opened: [],
  closed: [],
  changed: [],
  unfit: [],
  fault: error instanceof Error ? error.name : typeof error,
});

/** The last day on which the kept steps are known to have held, so that time alone is not taken for a change of law. */
function dayOf({ computedOn, owedUntil }: CaseRow, today: PlainDate): PlainDate {
  if (computedOn !== null) return computedOn;
  return owedUntil !== null && owedUntil <= today ? calendar.addDays(owedUntil, -1) : today;
}

function unfitFacts(
  { misfits }: CasePosition,
  facts: readonly Fact[],
  before: ReadonlySet<string>,
  { library }: CaseBook,
): UnfitFact[] {
  const { registry } = library;
  const misfitting = misfits.map((misfit) => ({ fact: misfit.fact, slug: slugOf(misfit, library) }));
  const told = new Set(misfitting.map(({ fact }) => fact.id));
  const malformed = effectiveFacts(facts)
    .filter((fact) => !told.has(fact.id) && problemsOf(fact, fact.on, registry).length > 0)
    .map((fact) => ({ fact, slug: 'invalid-data' }));
  return [...misfitting, ...malformed]
    .filter(({ fact }) => !before.has(fact.id))
    .map(({ fact: { id, seq, type, on }, slug }) => ({ id, seq, type, on, slug }));
}

const slugOf = (misfit: CasePosition['misfits'][number], library: CaseBook['library']): string =>
  library.registry.facts.has(misfit.fact.type) ? refusalOf(misfit, library).slug : 'unknown-fact';

function verdictOf(moved: readonly Move[], steps: StepChanges, unfit: readonly UnfitFact[]): Verdict {
  if (unfit.length > 0) return 'unfit';
  if (moved.length > 0) return 'moved';
  return steps.opened.length + steps.closed.length + steps.changed.length > 0 ? 'changed' : 'unchanged';
}
