/** What changed between two positions of a case: steps opened and closed, dates moved, time facts ahead. */
import type { PlainDate } from '../../machines/grammar/index.js';
import type { CasePosition } from './fold.js';
import { nextActions, type NextActionsOptions } from './next-actions.js';
import { positionKey } from './position.js';
import type { NextAction } from './types.js';

export interface CaseDiff {
  /** Processes that stand elsewhere. */
  moved: { process: string; instance: string | null; from: string[]; to: string[] }[];
  opened: NextAction[];
  closed: NextAction[];
  /** Steps owed before and after whose due date or owner changed. */
  changed: {
    process: string;
    instance: string | null;
    state: string;
    due: { from: PlainDate | null; to: PlainDate | null };
    party: { from: string; to: string };
  }[];
}

export function diff(before: CasePosition, after: CasePosition, options: NextActionsOptions): CaseDiff {
  const [was, is] = [nextActions(before, options), nextActions(after, options)];
  const key = (a: NextAction) => [a.process, a.instance, a.state, a.since].join('/');
  const former = new Map(was.map((a) => [key(a), a]));
  const present = new Set(is.map(key));
  const stood = new Map(before.positions.map((p) => [positionKey(p), p]));
  return {
    moved: after.positions.flatMap((p) => {
      const from = stood.get(positionKey(p))?.leaves.map((l) => l.state) ?? [];
      const to = p.leaves.map((l) => l.state);
      return from.join() === to.join() ? [] : [{ process: p.process.id, instance: p.instance, from, to }];
    }),
    opened: is.filter((a) => !former.has(key(a))),
    closed: was.filter((a) => !present.has(key(a))),
    changed: is.flatMap((a) => changeOf(former.get(key(a)), a)),
  };
}

function changeOf(was: NextAction | undefined, is: NextAction): CaseDiff['changed'] {
  if (!was || (was.due.date === is.due.date && was.party === is.party && was.unit === is.unit)) return [];
  const { process, instance, state } = is;
  return [
    {
      process,
      instance,
      state,
      due: { from: was.due.date, to: is.due.date },
      party: { from: was.party, to: is.party },
    },
  ];
}
