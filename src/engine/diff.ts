/** What changed between two positions of a case: processes that moved, steps opened and closed, steps that are owed otherwise. */
import type { PlainDate } from '../../machines/grammar/index.js';
import type { CasePosition } from './fold.js';
import { nextActions, type NextActionsOptions } from './next-actions.js';
import { type Position, positionKey } from './position.js';
import type { NextAction } from './types.js';

/** From what to what. */
export interface Changed<T> {
  from: T;
  to: T;
}

/** A step that is owed before and after, but by another day, by others, or since another day. */
export interface ChangedStep {
  process: string;
  instance: string | null;
  state: string;
  due: Changed<PlainDate | null>;
  party: Changed<string>;
  unit: Changed<string | null>;
  since: Changed<PlainDate>;
}

export interface CaseDiff {
  /** Processes that stand elsewhere. */
  moved: { process: string; instance: string | null; from: string[]; to: string[] }[];
  opened: NextAction[];
  closed: NextAction[];
  /** Steps owed before and after of which the due date, the owner or the first day is another. */
  changed: ChangedStep[];
}

export function diff(before: CasePosition, after: CasePosition, options: NextActionsOptions): CaseDiff {
  const [was, is] = [nextActions(before, options), nextActions(after, options)];
  const former = new Map(was.map((a) => [stepKey(a), a]));
  const present = new Map(is.map((a) => [stepKey(a), a]));
  const stood = new Map(before.positions.map((p) => [positionKey(p), p]));
  const stands = new Set(after.positions.map(positionKey));
  const again = (one: NextAction, other: NextAction | undefined): boolean =>
    other === undefined || isAnew(before, after, former.get(stepKey(one))!, present.get(stepKey(one))!);
  return {
    moved: [
      ...after.positions.flatMap((p) => movedTo(p, statesOf(stood.get(positionKey(p))), statesOf(p))),
      // One of several that nothing opens any more.
      ...before.positions.filter((p) => !stands.has(positionKey(p))).flatMap((p) => movedTo(p, statesOf(p), [])),
    ],
    opened: is.filter((a) => again(a, former.get(stepKey(a)))),
    closed: was.filter((a) => again(a, present.get(stepKey(a)))),
    changed: is.flatMap((a) => {
      const other = former.get(stepKey(a));
      return other && !again(a, other) ? changeOf(other, a) : [];
    }),
  };
}

const statesOf = (position: Position | undefined): string[] => position?.leaves.map((l) => l.state) ?? [];

const movedTo = ({ process, instance }: Position, from: string[], to: string[]): CaseDiff['moved'] =>
  from.join() === to.join() ? [] : [{ process: process.id, instance, from, to }];

const stepKey = ({ process, instance, state }: NextAction): string => [process, instance, state].join('/');

/** The step was done and at once owed again (a plan renewed), by a fact that was not there before. */
function isAnew(before: CasePosition, after: CasePosition, was: NextAction, is: NextAction): boolean {
  if (was.since === is.since) return false;
  const known = new Set(before.applied.map(({ fact }) => fact?.id));
  return after.applied.some(
    ({ type, on, fact, moves }) =>
      fact !== undefined &&
      !known.has(fact.id) &&
      on === is.since &&
      is.facts.includes(type) &&
      moves.some(({ process, instance }) => process === is.process && instance === is.instance),
  );
}

function changeOf(was: NextAction, is: NextAction): ChangedStep[] {
  const { process, instance, state } = is;
  const due = { from: was.due.date, to: is.due.date };
  const party = { from: was.party, to: is.party };
  const unit = { from: was.unit, to: is.unit };
  const since = { from: was.since, to: is.since };
  const same = [due, party, unit, since].every(({ from, to }) => from === to);
  return same ? [] : [{ process, instance, state, due, party, unit, since }];
}
