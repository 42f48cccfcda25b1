/** Which processes of a case stand elsewhere under another registry, and why. Pure. */
import type { PlainDate } from '../../machines/grammar/index.js';
import { type KeptPosition, statesOf } from '../cases/kept-position.js';
import type { CasePosition } from '../engine/fold.js';
import type { StatuteBook } from '../engine/law/statute-book.js';
import { opened, type Position, positionKey } from '../engine/position.js';
import type { NextAction } from '../engine/types.js';

/**
 * Why a process stands elsewhere. `edition`: the law's transitional provision gives the case another procedure. `unfit`: a
 * fact of the process no longer counts. `time`: a computed day led here. `procedure`: the same facts lead elsewhere.
 */
export type Why =
  | { readonly kind: 'edition'; readonly from: PlainDate | null; readonly to: PlainDate; readonly basis: string }
  | { readonly kind: 'unfit'; readonly type: string; readonly on: PlainDate }
  | { readonly kind: 'time'; readonly type: string; readonly on: PlainDate }
  | { readonly kind: 'procedure' | 'new-process' | 'gone-process' };

/** A process that stands elsewhere. Of a case whose position was not kept, only owed states are known. */
export interface Move {
  readonly process: string;
  readonly instance: string | null;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly why: Why;
}

interface Compared {
  readonly kept: KeptPosition | null;
  readonly was: readonly NextAction[];
  readonly is: readonly NextAction[];
  readonly position: CasePosition;
}

/** The moves from what was kept to the position. */
export const movesOf = (of: Compared, book: StatuteBook): Move[] =>
  of.kept === null ? movesOfOwed(of) : movesOfKept({ ...of, kept: of.kept }, book);

function movesOfKept({ kept, position }: Compared & { kept: KeptPosition }, book: StatuteBook): Move[] {
  const there = new Set(position.positions.map(positionKey));
  const gone = Object.entries(kept.states).filter(([key]) => !there.has(key));
  return [
    ...position.positions.flatMap((of) => moveOf(of, kept, position, book)),
    ...gone.map(([key, from]): Move => {
      const [process = key, instance = null] = key.split('/');
      return { process, instance, from, to: [], why: { kind: 'gone-process' } };
    }),
  ];
}

function moveOf(of: Position, kept: KeptPosition, position: CasePosition, book: StatuteBook): Move[] {
  const key = positionKey(of);
  const to = statesOf(of);
  // A process that is new to the registry and stands where it begins has done nothing to the case.
  const from = kept.states[key] ?? statesOf(opened(of.process, position.asOf, book));
  const change = editionChange(of, kept);
  if (!change && from.join() === to.join()) return [];
  const why: Why = kept.states[key] ? (change ?? whyOf(of, position)) : { kind: 'new-process' };
  return [{ process: of.process.id, instance: of.instance, from: kept.states[key] ?? [], to, why }];
}

function editionChange(of: Position, kept: KeptPosition): Why | undefined {
  const key = positionKey(of);
  if (!kept.states[key]) return undefined;
  // The first edition is not written down: it is the one that every process has.
  const first = of.process.editions[0].since;
  const from = (kept.editions?.[key] as PlainDate | undefined) ?? first;
  const { since: to, basis } = of.edition;
  return from === to ? undefined : { kind: 'edition', from, to, basis };
}

function whyOf({ process, instance }: Position, { misfits, applied }: CasePosition): Why {
  const unfit = misfits.find(({ fact }) => Object.hasOwn(process.facts, fact.type));
  if (unfit) return { kind: 'unfit', type: unfit.fact.type, on: unfit.fact.on };
  const last = applied.findLast(({ moves }) =>
    moves.some((move) => move.process === process.id && move.instance === instance),
  );
  return last?.time ? { kind: 'time', type: last.type, on: last.on } : { kind: 'procedure' };
}

function movesOfOwed({ was, is, position }: Compared): Move[] {
  const statesBy = (actions: readonly NextAction[], key: string) =>
    actions
      .filter((action) => keyOf(action) === key)
      .map(({ state }) => state)
      .sort();
  return position.positions.flatMap((of): Move[] => {
    const [from, to] = [statesBy(was, positionKey(of)), statesBy(is, positionKey(of))];
    if (from.join() === to.join()) return [];
    return [{ process: of.process.id, instance: of.instance, from, to, why: whyOf(of, position) }];
  });
}

const keyOf = ({ process, instance }: NextAction): string => (instance === null ? process : `${process}/${instance}`);
