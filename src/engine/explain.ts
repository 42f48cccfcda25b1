/** Why a step is owed and how each date came about: fact, rule, date, step, unit, as data. */
import type { PlainDate, Reckoned } from '../../machines/grammar/index.js';
import { isDormant } from '../../machines/grammar/index.js';
import { clausesFor } from './agreement.js';
import { type ExplainedDate, explainedDates } from './explanation/dates.js';
import { enteredBy } from './explanation/entered.js';
import { type ExplainedRule, explainedRules, type QuotedProvision, quoted } from './explanation/rules.js';
import { type CasePosition } from './fold.js';
import { isTarget } from './instances.js';
import { type LeafPosition, type Position } from './position.js';
import type { Standing } from './due.js';
import { actionOf, inForceOn, type NextActionsOptions, standings } from './next-actions.js';
import type { NextAction } from './types.js';

/** One fact, recorded or computed, that moved the process. */
export interface ExplainedFact {
  type: string;
  on: PlainDate;
  /** The id of a recorded fact; a computed one has the date that made it instead. */
  id?: string;
  computed?: { dateName: string; reckoned: Reckoned };
  from: string[];
  to: string[];
}

export interface ExplainedState {
  state: string;
  since: PlainDate;
  status: 'waiting' | 'dormant' | 'final';
  /** The fact or passed date that opened it; null for a state that the case began in. */
  opened: Pick<ExplainedFact, 'type' | 'on' | 'id' | 'computed'> | null;
  /** Who is awaited, with the date's arithmetic in `due`. */
  action?: NextAction;
  /** The provision that the step rests on; absent for what is no step, or rests on an agreement. */
  ground?: QuotedProvision;
  /** The rules of the due date, with their wordings and sources. */
  rules?: ExplainedRule[];
  /** Facts that wake a dormant state. */
  wakes?: string[];
  /** What the agreement says of the step, clause by clause. */
  clauses: { id: string; who?: string; place?: string; deadline?: string }[];
}

export interface Explanation {
  process: string;
  /** Which of several; null where a case has the process once. */
  instance: string | null;
  /** Every instance that the case has of the process. */
  instances: string[];
  asOf: PlainDate;
  facts: ExplainedFact[];
  states: ExplainedState[];
  /** Every computed date that can be computed now. */
  dates: Record<string, Reckoned>;
  /** The same dates with start, rules, wordings, sources and what rests on each. */
  reckoning: ExplainedDate[];
  /** What happens by time alone if nothing else does. */
  ahead: { type: string; on: PlainDate; dateName: string }[];
  agreement: string | null;
}

/** Explains an instance of a process, the latest opened when none is named. */
export interface ExplainOptions extends NextActionsOptions {
  instance?: string | undefined;
}

/** The chain from facts to what is owed in one process; undefined when the case has no such process. */
export function explain(position: CasePosition, process: string, options: ExplainOptions): Explanation | undefined {
  const all = position.positions.filter((p) => p.process.id === process);
  const of = options.instance === undefined ? all.at(-1) : all.find((p) => p.instance === options.instance);
  if (!of) return undefined;
  const standing = standings(position, options).filter((s) => s.of === of);
  const agreement = inForceOn(options.agreements, position.asOf);
  const reckoning = explainedDates(of, position.asOf, options.book);
  const facts = factsOf(position, of);
  return {
    process,
    instance: of.instance,
    instances: all.flatMap(({ instance }) => instance ?? []),
    asOf: position.asOf,
    facts,
    states: of.leaves.map((leaf) => {
      const at = standing.find((s) => s.leaf === leaf);
      const clauses = agreement ? clausesFor(agreement, `${process}/${leaf.state}`, position.attributes) : [];
      return {
        state: leaf.state,
        since: leaf.since,
        status: at ? 'waiting' : isDormant(leaf.meta) ? 'dormant' : 'final',
        opened: openedBy(facts, leaf),
        ...(at && stepOf(at)),
        ...(isDormant(leaf.meta) && { wakes: [...leaf.meta.wakes] }),
        clauses: clauses.map(({ id, who, place, deadline }) => ({
          id,
          ...(who && { who }),
          ...(place && { place }),
          ...(deadline && { deadline: deadline.says }),
        })),
      };
    }),
    dates: Object.fromEntries(reckoning.map(({ name, reckoned }) => [name, reckoned])),
    reckoning,
    ahead: of.ahead.map(({ type, on, dateName }) => ({ type, on, dateName })),
    agreement: agreement?.id ?? null,
  };
}

/** The step with the ground it rests on and the rules of its date. */
function stepOf(at: Standing): Pick<ExplainedState, 'action' | 'ground' | 'rules'> {
  const { asOf } = at.position;
  const action = actionOf(at);
  const ground = quoted(action.basis, asOf, at.book);
  return { action, ...(ground && { ground }), rules: explainedRules(action.due.rules, asOf, at.book) };
}

function openedBy(facts: readonly ExplainedFact[], leaf: LeafPosition): ExplainedState['opened'] {
  const fact = enteredBy(facts, leaf);
  if (!fact) return null;
  const { type, on, id, computed } = fact;
  return { type, on, ...(id && { id }), ...(computed && { computed }) };
}

function factsOf(position: CasePosition, of: Position): ExplainedFact[] {
  return position.applied.flatMap(({ type, on, fact, time, moves }) =>
    moves
      .filter((move) => isTarget(of, move))
      .map(({ from, to }) => ({
        type,
        on,
        ...(fact && { id: fact.id }),
        ...(time && { computed: { dateName: time.dateName, reckoned: time.reckoned } }),
        from,
        to,
      })),
  );
}
