/** How each computed date of a process came about: start, arithmetic, roll-over, rules, and what rests on it. */
import { isStep, type PlainDate, type Reckoned } from '../../../machines/grammar/index.js';
import type { CasePosition } from '../fold.js';
import type { StatuteBook } from '../law/statute-book.js';
import { computedDate, type Position } from '../position.js';
import { type ExplainedRule, explainedRules } from './rules.js';

export interface ExplainedDate {
  process: string;
  instance: string | null;
  name: string;
  reckoned: Reckoned;
  /** What the date is counted from: the first day among its inputs. */
  start: { input: string; on: PlainDate } | null;
  rules: ExplainedRule[];
  /** The steps owed now whose time this is. */
  dueOf: string[];
  /** What happens by time alone when it has passed; null while no clock runs towards it. */
  then: { type: string; on: PlainDate } | null;
}

/** Every computed date of one process that can be computed on the day of the position. */
export const explainedDates = (of: Position, on: PlainDate, book: StatuteBook): ExplainedDate[] =>
  Object.keys(of.process.dates).flatMap((name) => {
    const reckoned = computedDate(of.process, name, of.snapshot, on, book);
    return reckoned ? [explained(of, name, reckoned, on, book)] : [];
  });

/** Every computed date of the case, process by process. */
export const datesOfCase = ({ positions, asOf }: CasePosition, book: StatuteBook): ExplainedDate[] =>
  positions.flatMap((of) => explainedDates(of, asOf, book));

function explained(of: Position, name: string, reckoned: Reckoned, on: PlainDate, book: StatuteBook): ExplainedDate {
  const ahead = of.ahead.find((time) => time.dateName === name);
  return {
    process: of.process.id,
    instance: of.instance,
    name,
    reckoned,
    start: startOf(reckoned.inputs),
    rules: explainedRules(reckoned.rules, on, book),
    dueOf: of.leaves.flatMap(({ state, meta }) =>
      isStep(meta) && 'by' in meta.deadline && meta.deadline.by === name ? [state] : [],
    ),
    then: ahead ? { type: ahead.type, on: ahead.on } : null,
  };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The first of the inputs that is a day: what the length was added to. */
export function startOf(inputs: Reckoned['inputs']): ExplainedDate['start'] {
  const found = Object.entries(inputs).find(([, value]) => typeof value === 'string' && DAY.test(value));
  return found ? { input: found[0], on: found[1] as PlainDate } : null;
}
