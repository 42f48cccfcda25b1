/** Where one process of a case stands: its active states, since when, and what time alone will do to it. */
import type { AnyMachineSnapshot, AnyStateNode } from 'xstate';
import type { Clock, Edition, Measured, Meta, PlainDate, Process, Reckoned } from '../../machines/grammar/index.js';
import { calendar } from './calendar/calendar.js';
import { lawOn } from './law/law-on.js';
import type { StatuteBook } from './law/statute-book.js';
import { candidates, initial, statePath } from './machine.js';
import { oncePer } from './once.js';
import { metaOf } from './registry.js';

/** A computed fact and the date that made it. */
export interface TimeFact {
  type: string;
  on: PlainDate;
  process: string;
  instance: string | null;
  dateName: string;
  reckoned: Reckoned;
}

/** An active leaf state and how it was entered. */
export interface LeafPosition {
  state: string;
  path: string;
  meta: Meta | undefined;
  since: PlainDate;
}

/** One process of a case. */
export interface Position {
  process: Process;
  /** Which of several, by the key of its facts; null when a case has the process once. */
  instance: string | null;
  edition: Edition;
  snapshot: AnyMachineSnapshot;
  leaves: LeafPosition[];
  /** Time facts that will follow if nothing else happens, by date. */
  ahead: TimeFact[];
}

/** The process before any fact, in the edition of the day. */
export function opened(process: Process, on: PlainDate, book: StatuteBook): Position {
  const edition = [...process.editions].reverse().find((e) => e.since <= on) ?? process.editions[0];
  const snapshot = initial(edition.machine);
  return positioned({ process, edition, instance: null }, snapshot, [], on, undefined, book);
}

/** What tells a position from every other of the case. */
export const positionKey = ({ process, instance }: Pick<Position, 'process' | 'instance'>): string =>
  instance === null ? process.id : `${process.id}/${instance}`;

/** The process after a fact of this type on a day, or as it was opened. */
export function positioned(
  { process, edition, instance }: Pick<Position, 'process' | 'edition' | 'instance'>,
  snapshot: AnyMachineSnapshot,
  former: readonly LeafPosition[],
  on: PlainDate,
  type: string | undefined,
  book: StatuteBook,
): Position {
  const active = activeIn(snapshot._nodes as AnyStateNode[]);
  const leaves = active.leaves.map(({ state, path, meta }) => {
    const before = former.find((leaf) => leaf.path === path);
    // A step that its own fact discharges and at once opens again (a plan renewed) is owed anew from that day.
    const anew = type !== undefined && meta !== undefined && 'awaits' in meta && meta.awaits.includes(type);
    return { state, path, meta, since: before && !anew ? before.since : on };
  });
  const position: Position = { process, edition, instance, snapshot, leaves, ahead: [] };
  if (snapshot.status === 'active') position.ahead = ahead(position, active.clocks, on, book);
  return position;
}

/** What active states say whatever the context: found once for each set of them, since snapshots share their nodes. */
const activeIn = oncePer(
  (nodes: AnyStateNode[]) => nodes,
  (nodes) => ({
    leaves: nodes
      .filter((node) => Object.keys(node.states).length === 0)
      .map((node) => ({ state: node.key, path: statePath(node), meta: metaOf(node) })),
    clocks: nodes.flatMap((node) => Object.entries((metaOf(node) as { clock?: Clock } | undefined)?.clock ?? {})),
  }),
);

function ahead(
  { process, instance, snapshot }: Position,
  clocks: readonly (readonly [type: string, dateName: string])[],
  on: PlainDate,
  book: StatuteBook,
): TimeFact[] {
  return clocks
    .flatMap(([type, dateName]) => {
      const reckoned = computedDate(process, dateName, snapshot, on, book);
      if (!reckoned) return [];
      const after = calendar.addDays(reckoned.date, 1);
      // A date that had already passed when the state was entered takes effect on the day of entry.
      return [{ type, on: after < on ? on : after, process: process.id, instance, dateName, reckoned }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** A computed date of a process in its present context, or undefined while its inputs are missing. */
export function computedDate(
  process: Process,
  name: string,
  snapshot: AnyMachineSnapshot,
  on: PlainDate,
  book: StatuteBook,
): Reckoned | undefined {
  const compute = process.dates[name];
  if (!compute) throw new Error(`${process.id} has no date called ${name}.`);
  return compute(snapshot.context as never, lawOn(book, on));
}

/** An amount used of a limit on a day, or undefined while its inputs are missing. */
export function measured(position: Position, name: string, on: PlainDate, book: StatuteBook): Measured | undefined {
  return position.process.measures?.[name]?.(position.snapshot.context as never, lawOn(book, on));
}

/** Whether the process, where it stands, offers any branch for this type of fact. */
export const handles = (snapshot: AnyMachineSnapshot, type: string): boolean =>
  candidates(snapshot, type).some((t) => t.source.path.length > 0);
