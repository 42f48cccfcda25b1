/** The proof that obligations are more than words: each is owed, by the right party and in the right way, in some case. */
import type { PlainDate } from '../../../machines/grammar/index.js';
import { computedDate } from '../position.js';
import type { StatuteBook } from '../law/statute-book.js';
import { nextActions } from '../next-actions.js';
import type { NextAction } from '../types.js';
import type { CarryingStep, Obligation, Obligations, TimeShown } from './obligation.js';
import type { Witness } from './witnesses.js';

/** Something of the catalogue, and the case that shows it. */
export interface Seen {
  obligation: number;
  /** `process/state`, or `process/date` for a limit. */
  key: string;
  /** Its process is not in the registry yet. */
  coming: boolean;
  /** Undefined while no case shows it. */
  by?: Witness;
  /** The day that case shows for it; null where a standard or nothing is shown instead of a day. */
  date?: PlainDate | null;
  /** What cases show instead, when the step is owed but by another party or in another way. */
  instead: string[];
}

/**
 * Looks through the cases, in order, until everything in the catalogue has been seen: each carrying step among the owed
 * steps with its party, kind and way of showing time, each limit as a date that no rest day moves.
 */
export function obligationsSeen(
  { obligations, coming = [] }: Obligations,
  witnesses: Iterable<Witness>,
  book: StatuteBook,
): Seen[] {
  const wanted = obligations.flatMap((one) => [...one.steps.map(stepOf(one)), ...(one.limits ?? []).map(limitOf(one))]);
  const sought = wanted.map((want) => ({ ...want, coming: coming.includes(want.key), instead: [] as string[] }));
  for (const witness of witnesses) {
    const left = sought.filter((one) => !one.coming && !one.by);
    if (left.length === 0) break;
    const actions = nextActions(witness.position, { book, agreements: witness.agreements });
    for (const one of left) {
      const said = one.step ? owed(one.step, actions) : ends(one.key, witness, book);
      if (typeof said === 'object') Object.assign(one, { by: witness, date: said.date });
      else if (said && !one.instead.includes(said)) one.instead.push(said);
    }
  }
  return sought.map(({ step: _, ...seen }) => seen);
}

type Want = Pick<Seen, 'obligation' | 'key' | 'by'> & { step?: CarryingStep };

const stepOf =
  ({ number }: Obligation) =>
  (step: CarryingStep): Want => ({ obligation: number, key: step.step, step });

const limitOf =
  ({ number }: Obligation) =>
  (key: string): Want => ({ obligation: number, key });

/** What is shown as the catalogue says. */
interface Shown {
  date: PlainDate | null;
}

/** The day that is shown, or how it is owed instead; undefined when it is not owed. */
function owed({ step, party, kind, shows }: CarryingStep, actions: readonly NextAction[]): Shown | string | undefined {
  const action = actions.find((one) => `${one.process}/${one.state}` === step);
  if (!action) return undefined;
  const as = [action.party, action.due.kind, timeShown(action)].join(', ');
  return as === [party, kind, shows].join(', ') ? { date: action.due.date } : as;
}

/** What an owed step shows of time. */
export function timeShown({ due }: Pick<NextAction, 'due'>): TimeShown {
  if (due.date !== null) return 'day';
  return due.standard ? 'standard' : 'open';
}

function ends(key: string, { position }: Witness, book: StatuteBook): Shown | string | undefined {
  const [process, name = ''] = key.split('/');
  const of = position.positions.find((one) => one.process.id === process);
  const reckoned = of && computedDate(of.process, name, of.snapshot, position.asOf, book);
  if (!reckoned) return undefined;
  return reckoned.kind === 'entitlement' && !reckoned.rolledFrom ? { date: reckoned.date } : reckoned.kind;
}
