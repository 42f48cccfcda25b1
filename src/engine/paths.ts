/** Generated paths: the shortest way to every state of a process, over its sample facts on one day. */
import type { AnyMachineSnapshot, EventObject } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { isStep, type PlainDate, type Process, type Step } from '../../machines/grammar/index.js';
import type { StatuteBook } from './law/statute-book.js';
import { candidates, nodesOf } from './machine.js';
import { metaOf } from './registry.js';
import { type SampleEvent, sampleEvents } from './samples.js';

export interface GeneratedPath {
  process: string;
  /** The leaf states at the end. */
  states: string[];
  /** The facts that lead there, time facts among them. */
  facts: string[];
  /** The steps awaited at the end, with their owners. */
  steps: { state: string; step: Step }[];
  final: boolean;
}

export interface PathOptions {
  /** The day that all sample facts carry. */
  on: PlainDate;
  book: StatuteBook;
  /** Only paths of cases with these attributes, `{ route: 'anknytning' }`. */
  attributes?: Record<string, string>;
}

/** More states than this in one process means that its context is unbounded. */
const MOST_STATES = 5_000;

/**
 * One path per distinguishable situation: the state and, of the context, which fields are set. All sample facts carry
 * the same day, so the law in force on that day decides which branches exist.
 */
export function paths(process: Process, { on, book, attributes = {} }: PathOptions): GeneratedPath[] {
  const { machine } = editionOn(process, on);
  // Of equally short paths the one over the process's own facts is told: what somebody did, not what befell the permit.
  const foreign = (type: string) => Number(!Object.hasOwn(process.facts, type));
  const events = sampleEvents(process, on, book)
    .map((event) => withAttributes(event, attributes))
    .sort((a, b) => foreign(a.type) - foreign(b.type));
  const generated = getShortestPaths(machine as never, {
    events: ((snapshot: AnyMachineSnapshot) => events.filter((e) => candidates(snapshot, e.type).length > 0)) as never,
    serializeState: ((snapshot: AnyMachineSnapshot) => situation(snapshot, process.background)) as never,
    serializeEvent: (event: SampleEvent) => `${event.type} ${JSON.stringify(event.data)}`,
    limit: MOST_STATES,
  }) as { state: AnyMachineSnapshot; steps: { event: EventObject }[] }[];
  return generated.map(({ state, steps }) => ({
    process: process.id,
    states: leafNodes(state).map((node) => node.key),
    // XState's own initial event is no fact.
    facts: steps.map((s) => s.event.type).filter((type) => !type.startsWith('xstate.')),
    steps: leafNodes(state).flatMap((node) => {
      const meta = metaOf(node);
      return isStep(meta) ? [{ state: node.key, step: meta }] : [];
    }),
    final: state.status === 'done',
  }));
}

/** The shortest path to each leaf state; states that cannot be reached on the day have none. */
export function shortestTo(process: Process, options: PathOptions): ReadonlyMap<string, GeneratedPath> {
  const { found } = keptFor(process, options);
  const asked = JSON.stringify(options.attributes ?? {});
  const known = found.get(asked) ?? shortest(paths(process, options));
  found.set(asked, known);
  return known;
}

function shortest(all: readonly GeneratedPath[]): Map<string, GeneratedPath> {
  const found = new Map<string, GeneratedPath>();
  for (const path of all)
    for (const state of path.states) {
      const known = found.get(state);
      if (!known || path.facts.length < known.facts.length) found.set(state, path);
    }
  return found;
}

interface Kept extends Pick<PathOptions, 'on' | 'book'> {
  /** By the attributes that were asked for. */
  found: Map<string, ReadonlyMap<string, GeneratedPath>>;
}

/**
 * The paths of the last day that was asked about are kept for each process. They do not depend on any agreement, and an
 * agreement is held against them again for every change in it; generating them is nearly all that coverage costs.
 */
const lastDay = new WeakMap<Process, Kept>();

function keptFor(process: Process, { on, book }: PathOptions): Kept {
  const kept = lastDay.get(process);
  if (kept?.on === on && kept.book === book) return kept;
  const fresh: Kept = { on, book, found: new Map() };
  lastDay.set(process, fresh);
  return fresh;
}

export const editionOn = (process: Process, on: PlainDate) =>
  [...process.editions].reverse().find((e) => e.since <= on) ?? process.editions[0];

const leafNodes = (snapshot: AnyMachineSnapshot) =>
  nodesOf(snapshot.machine.root).filter(
    (node) => snapshot._nodes.includes(node) && Object.keys(node.states).length === 0,
  );

const situation = (snapshot: AnyMachineSnapshot, background: readonly string[] | undefined): string => {
  const set = Object.entries(snapshot.context as object).filter(
    ([name, v]) => (background?.includes(name) ?? true) && v !== null && v !== false && v !== 0,
  );
  return JSON.stringify([snapshot.value, set.map(([name]) => name)]);
};

const withAttributes = (event: SampleEvent, attributes: Record<string, string>): SampleEvent => {
  const carried = Object.entries(attributes).filter(([name]) => event.data[name] !== undefined);
  return carried.length === 0 ? event : { ...event, data: { ...event.data, ...Object.fromEntries(carried) } };
};
