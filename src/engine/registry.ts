/** What the machines declare, indexed once: processes by subject, the fact catalogue with its order, steps by key. */
import type { AnyStateNode } from 'xstate';
import {
  type FactDefinition,
  granskning,
  type Meta,
  type Process,
  type Subject,
} from '../../machines/grammar/index.js';
import { nodesOf, statePath } from './machine.js';

/** A fact type with its definition and its place in the order of one day. */
export interface CatalogueEntry {
  type: string;
  definition: FactDefinition;
  /** The process that defines it. */
  process: string;
  /** Facts of one day are folded in this order. */
  rank: number;
}

/** A leaf state of a process. `key` is `process/state`, as agreements and reports name it. */
export interface StateEntry {
  key: string;
  process: Process;
  state: string;
  path: string;
  meta: Meta | undefined;
  final: boolean;
}

export interface Registry {
  processes: readonly Process[];
  facts: ReadonlyMap<string, CatalogueEntry>;
  states: ReadonlyMap<string, StateEntry>;
  of(subject: Subject): readonly Process[];
  process(id: string): Process | undefined;
}

/** Whether steps can be owed under this id: a process, or the review of facts that no longer fit. */
export const owesSteps = ({ process }: Pick<Registry, 'process'>, id: string): boolean =>
  id === granskning.process || process(id) !== undefined;

const AFTER_ALL_OTHERS = 10_000;

function catalogue(processes: readonly Process[]): Map<string, CatalogueEntry> {
  const all = processes.flatMap((process) =>
    Object.entries(process.facts).map(([type, definition]) => ({ type, definition, process: process.id })),
  );
  const entries = new Map<string, CatalogueEntry>();
  all.forEach((fact, i) => {
    if (entries.has(fact.type))
      throw new Error(`${fact.type} is defined by both ${entries.get(fact.type)?.process} and ${fact.process}.`);
    entries.set(fact.type, { ...fact, rank: i + (fact.definition.order === 'last' ? AFTER_ALL_OTHERS : 0) });
  });
  return entries;
}

export const metaOf = (node: AnyStateNode): Meta | undefined => node.meta as Meta | undefined;

/** The leaf states of every edition; the newest edition's meta wins where two share a name. */
export function leaves(process: Process): StateEntry[] {
  const found = new Map<string, StateEntry>();
  for (const edition of process.editions)
    for (const node of nodesOf(edition.machine.root))
      if (Object.keys(node.states).length === 0 && node !== edition.machine.root)
        found.set(node.key, {
          key: `${process.id}/${node.key}`,
          process,
          state: node.key,
          path: statePath(node),
          meta: metaOf(node),
          final: node.type === 'final',
        });
  return [...found.values()];
}

/** Of a process that a case may have several of, every fact says which. */
function checkKey({ id, instances, facts }: Process): void {
  if (!instances) return;
  const keyless = Object.entries(facts).filter(
    ([, { data }]) => data[instances.key]?.optional !== undefined || !data[instances.key],
  );
  if (keyless.length > 0) throw new Error(`${id}: ${keyless[0]![0]} does not say which (${instances.key}).`);
  const unknown = instances.opens.find((type) => !Object.hasOwn(facts, type));
  if (unknown) throw new Error(`${id}: ${unknown} cannot open an instance, since the process does not define it.`);
}

/** Indexes the processes. Throws when two share an id or define the same fact, and when a key is not declared. */
export function registryOf(processes: readonly Process[]): Registry {
  for (const process of processes) checkKey(process);
  const byId = new Map(processes.map((process) => [process.id, process]));
  if (byId.size !== processes.length) throw new Error('Two processes have the same id.');
  const bySubject = new Map<Subject, Process[]>();
  for (const process of processes) bySubject.set(process.subject, [...(bySubject.get(process.subject) ?? []), process]);
  return {
    processes,
    facts: catalogue(processes),
    states: new Map(processes.flatMap(leaves).map((leaf) => [leaf.key, leaf])),
    of: (subject) => bySubject.get(subject) ?? [],
    process: (id) => byId.get(id),
  };
}
