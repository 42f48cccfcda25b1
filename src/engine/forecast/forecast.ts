/**
 * What falls due when if nothing more happens: the case is taken from boundary to boundary, and each day on which anything
 * changes is told with what changed and what it follows from. On every day it says what `nextActions` says of that day.
 */
import type { PlainDate, Reckoned } from '../../../machines/grammar/index.js';
import { nextChange } from '../boundary.js';
import { type Applied, type CasePosition, extend, passTo } from '../fold.js';
import { nextActions, type NextActionsOptions } from '../next-actions.js';
import type { Registry } from '../registry.js';
import type { Fact, NextAction } from '../types.js';

export interface ForecastOptions extends NextActionsOptions {
  registry: Registry;
  /** The last day that is looked at. */
  until: PlainDate;
  /** Facts that are known already and take effect after the day of the position, in the order of the fold. */
  later?: readonly Fact[];
}

/** A computed date that passes, and the processes that it moves. */
export interface PassedDate {
  type: string;
  process: string;
  instance: string | null;
  dateName: string;
  reckoned: Reckoned;
  moved: { process: string; instance: string | null; from: string[]; to: string[] }[];
}

/** A step that time alone opens; `follows` is the passed date that opened it, null where an agreement or a fact did. */
export interface OpenedStep {
  action: NextAction;
  follows: Pick<PassedDate, 'type' | 'process' | 'instance' | 'dateName'> | null;
}

/** One day on which something falls due or changes. */
export interface ForecastDay {
  on: PlainDate;
  /** Steps whose last day it is, if they are still owed. */
  due: NextAction[];
  passed: PassedDate[];
  facts: Fact[];
  opened: OpenedStep[];
  closed: NextAction[];
  changed: { from: NextAction; to: NextAction }[];
}

export interface Forecast {
  asOf: PlainDate;
  until: PlainDate;
  /** Nothing more happens by time alone after the last day that is told. */
  complete: boolean;
  /** What is owed on the day that the forecast is made from. */
  owed: NextAction[];
  days: ForecastDay[];
}

/** The forecast from a position. Throws `LawError` where the law does not answer for a day ahead. */
export function forecast(position: CasePosition, options: ForecastOptions): Forecast {
  const { until } = options;
  const days = new Map<PlainDate, ForecastDay>();
  const owed = nextActions(position, options);
  let [at, actions, later] = [position, owed, options.later ?? []];
  for (;;) {
    const next = firstOf([nextChange(at, options), later[0]?.on ?? null]);
    fallDue(actions, at.asOf, next !== null && next <= until ? next : null, until, days);
    if (next === null || next > until)
      return { asOf: position.asOf, until, complete: next === null, owed, days: inOrder(days) };
    const facts = later.filter(({ on }) => on === next);
    later = later.filter(({ on }) => on > next);
    const after = facts.reduce((so, fact) => extend(so, fact, options), passTo(at, next, options.book));
    const then = nextActions(after, options);
    tell(dayIn(days, next), after.applied.slice(at.applied.length), facts, actions, then);
    [at, actions] = [after, then];
  }
}

const firstOf = (days: readonly (PlainDate | null)[]): PlainDate | null =>
  days.filter((day) => day !== null).sort()[0] ?? null;

/** A day that only an agreement touched, without changing any step, is not told. */
const inOrder = (days: ReadonlyMap<PlainDate, ForecastDay>): ForecastDay[] =>
  [...days.values()]
    .filter(({ on: _, ...parts }) => Object.values(parts).some((part) => part.length > 0))
    .sort((a, b) => (a.on < b.on ? -1 : 1));

function dayIn(days: Map<PlainDate, ForecastDay>, on: PlainDate): ForecastDay {
  const day = days.get(on) ?? { on, due: [], passed: [], facts: [], opened: [], closed: [], changed: [] };
  days.set(on, day);
  return day;
}

/** The steps whose date lies between a day and the next on which anything changes. */
function fallDue(
  actions: readonly NextAction[],
  from: PlainDate,
  before: PlainDate | null,
  until: PlainDate,
  days: Map<PlainDate, ForecastDay>,
): void {
  for (const action of actions) {
    const { date } = action.due;
    if (date !== null && date >= from && date <= until && (before === null || date < before))
      dayIn(days, date).due.push(action);
  }
}

const stepKey = ({ process, instance, state, since }: NextAction): string =>
  [process, instance, state, since].join('/');

function tell(
  day: ForecastDay,
  applied: readonly Applied[],
  facts: readonly Fact[],
  was: readonly NextAction[],
  is: readonly NextAction[],
): void {
  const former = new Map(was.map((action) => [stepKey(action), action]));
  const present = new Set(is.map(stepKey));
  day.passed.push(...applied.flatMap(passedIn));
  day.facts.push(...facts);
  day.closed.push(...was.filter((action) => !present.has(stepKey(action))));
  for (const action of is) {
    const before = former.get(stepKey(action));
    if (!before) day.opened.push({ action, follows: followed(action, applied) });
    else if (JSON.stringify(before) !== JSON.stringify(action)) day.changed.push({ from: before, to: action });
  }
}

function passedIn({ time, moves }: Applied): PassedDate[] {
  if (!time) return [];
  const { type, process, instance, dateName, reckoned } = time;
  const moved = moves.map(({ process: id, instance: which, from, to }) => ({ process: id, instance: which, from, to }));
  return [{ type, process, instance, dateName, reckoned, moved }];
}

function followed(action: NextAction, applied: readonly Applied[]): OpenedStep['follows'] {
  const cause = applied.findLast(({ moves }) =>
    moves.some(
      ({ process, instance, to }) =>
        process === action.process && instance === action.instance && to.includes(action.state),
    ),
  );
  if (!cause?.time) return null;
  const { type, process, instance, dateName } = cause.time;
  return { type, process, instance, dateName };
}
