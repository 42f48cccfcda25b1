/** What would make a fact awaited: facts to record first, another day, time that passes, or a state to come to. */
import { isDormant, isStep, type PlainDate, type Process } from '../../../machines/grammar/index.js';
import { nextChange } from '../boundary.js';
import { type CasePosition, passTo } from '../fold.js';
import { LawError } from '../law/statute-book.js';
import { nodesOf } from '../machine.js';
import type { NextActionsOptions } from '../next-actions.js';
import type { Refusal } from '../refusal.js';
import { metaOf, type Registry } from '../registry.js';
import { attempt } from './attempt.js';
import { type AwaitedQuestion, candidateFacts } from './question.js';

export type Remedy =
  /** The shortest sequence of facts after which it would be awaited. */
  | { kind: 'record-first'; facts: string[] }
  /** The fact would fit on this day or before it. */
  | { kind: 'on-or-before'; date: PlainDate; process: string; dateName: string }
  /** The fact would fit after this day. */
  | { kind: 'after'; date: PlainDate; process: string; dateName: string }
  /** Time alone makes it awaited, from this day. */
  | { kind: 'wait'; from: PlainDate }
  /** The states in which its process takes it. */
  | { kind: 'in-states'; process: string; states: string[] };

interface Asked {
  question: AwaitedQuestion;
  position: CasePosition;
  refusal: Refusal | undefined;
}

type Options = NextActionsOptions & { registry: Registry };

/** So far ahead one looks for a day on which time alone makes the fact awaited. */
const MOST_BOUNDARIES = 40;

/** What would help, the nearest at hand first. */
export function remediesOf({ question, position, refusal }: Asked, options: Options): Remedy[] {
  const process = options.registry.process(options.registry.facts.get(question.type)?.process ?? '');
  const first: Remedy[] =
    refusal && refusal.missing.length > 0 ? [{ kind: 'record-first', facts: refusal.missing }] : [];
  const dated = (refusal?.limits ?? []).flatMap(({ process: of, dateName, reckoned }): Remedy[] => {
    if (!reckoned || dateName === undefined) return [];
    const late = question.on > reckoned.date;
    return [{ kind: late ? 'on-or-before' : 'after', date: reckoned.date, process: of, dateName }];
  });
  const from = dated.length > 0 ? undefined : waitedFor(question, position, options);
  const states = process ? statesTaking(process, question.type) : [];
  return [
    ...first,
    ...dated,
    ...(from ? [{ kind: 'wait', from } as const] : []),
    ...(process && states.length > 0 ? [{ kind: 'in-states', process: process.id, states } as const] : []),
  ];
}

/** The first day on which it would be awaited if nothing else happens. */
function waitedFor(question: AwaitedQuestion, position: CasePosition, options: Options) {
  let at = position;
  for (let count = 0; count < MOST_BOUNDARIES; count++) {
    const on = nextChange(at, options);
    if (on === null) return undefined;
    try {
      at = passTo(at, on, options.book);
    } catch (error) {
      if (error instanceof LawError) return undefined;
      throw error;
    }
    const facts = candidateFacts({ ...question, on }, at, options.registry);
    if (facts.some((fact) => attempt(at, fact, options) === 'accepted')) return on;
  }
  return undefined;
}

/** The states that the fact discharges or wakes; where none does, those that take it besides. */
function statesTaking({ editions }: Process, type: string): string[] {
  const nodes = editions.flatMap(({ machine }) => nodesOf(machine.root));
  const named = nodes.filter((node) => {
    const meta = metaOf(node);
    return (isStep(meta) && meta.awaits.includes(type)) || (isDormant(meta) && meta.wakes.includes(type));
  });
  const leavesUnder = nodes
    .filter((node) => node.transitions.has(type) && node.path.length > 0)
    .flatMap((node) => nodesOf(node).filter((own) => Object.keys(own.states).length === 0));
  return [...new Set((named.length > 0 ? named : leavesUnder).map(({ key }) => key))];
}
