/** Which owed steps came, went or changed between two lists of them. Pure. */
import type { PlainDate } from '../../machines/grammar/index.js';
import type { NextAction } from '../engine/types.js';

/** An owed step, as much as a report tells of it. */
export interface StepTold {
  readonly process: string;
  readonly instance: string | null;
  readonly state: string;
  readonly party: string;
  readonly unit: string | null;
  readonly due: PlainDate | null;
}

interface FromTo<T> {
  readonly from: T;
  readonly to: T;
}

/** A step owed before and after, by somebody else, by another day or with another certainty. */
export interface StepChange extends Pick<StepTold, 'process' | 'instance' | 'state'> {
  readonly due: FromTo<PlainDate | null>;
  readonly party: FromTo<string>;
  readonly unit: FromTo<string | null>;
  readonly certainty: FromTo<string>;
}

export interface StepChanges {
  readonly opened: readonly StepTold[];
  readonly closed: readonly StepTold[];
  readonly changed: readonly StepChange[];
}

const keyOf = ({ process, instance, state }: NextAction): string => [process, instance, state].join('/');

export function stepChanges(was: readonly NextAction[], is: readonly NextAction[]): StepChanges {
  const former = new Map(was.map((action) => [keyOf(action), action]));
  const present = new Set(is.map(keyOf));
  return {
    opened: is.filter((action) => !former.has(keyOf(action))).map(told),
    closed: was.filter((action) => !present.has(keyOf(action))).map(told),
    changed: is.flatMap((action) => changeOf(former.get(keyOf(action)), action)),
  };
}

const told = ({ process, instance, state, party, unit, due }: NextAction): StepTold => ({
  process,
  instance,
  state,
  party,
  unit,
  due: due.date,
});

function changeOf(was: NextAction | undefined, is: NextAction): StepChange[] {
  if (!was) return [];
  const { process, instance, state } = is;
  const change = {
    due: { from: was.due.date, to: is.due.date },
    party: { from: was.party, to: is.party },
    unit: { from: was.unit, to: is.unit },
    certainty: { from: was.due.certainty, to: is.due.certainty },
  };
  const same = Object.values(change).every(({ from, to }) => from === to);
  return same ? [] : [{ process, instance, state, ...change }];
}
