/** Proofs over the machines themselves: their form, their states, their owners and clocks. */
import type { AnyStateNode } from 'xstate';
import {
  type Basis,
  type Citation,
  isDormant,
  isStep,
  type Meta,
  type Process,
  type Step,
} from '../../../machines/grammar/index.js';
import { nodesOf, statePath } from '../machine.js';
import { editionOn, shortestTo } from '../paths.js';
import { metaOf } from '../registry.js';
import { type Evidence, type Finder, probeDays } from './proof.js';

const isCitation = (basis: Basis): basis is Citation => !basis.startsWith('R');

/** Every citation that the steps of a process rest on. */
export function citationsOf(process: Process): Citation[] {
  const steps = process.editions.flatMap((e) => nodesOf(e.machine.root).map(metaOf)).filter(isStep);
  return [...new Set([...process.editions.map((e) => e.basis), ...steps.flatMap(stepCitations)])];
}

const stepCitations = ({ basis, deadline }: Step): Citation[] => [
  ...(isCitation(basis) ? [basis] : []),
  ...('within' in deadline ? [deadline.within] : 'promptly' in deadline ? [deadline.promptly] : []),
];

const leafNodes = (process: Process): AnyStateNode[] =>
  process.editions.flatMap((e) =>
    nodesOf(e.machine.root).filter((n) => n !== e.machine.root && Object.keys(n.states).length === 0),
  );

const handled = (node: AnyStateNode): Set<string> => {
  const own = [...node.transitions.keys()];
  return new Set(node.parent ? [...own, ...handled(node.parent)] : own);
};

/** Plain XState without timers, effects, wildcards or branches that can never be taken. */
export function plainForm({ registry }: Evidence, finder: Finder): void {
  for (const process of registry.processes)
    for (const { machine } of process.editions)
      for (const node of nodesOf(machine.root)) {
        const at = `${process.id} ${statePath(node) || '(maskinen)'}`;
        finder.check(
          node.after.length === 0,
          process.id,
          `${at} has a timer (after). Time passes through computed dates.`,
        );
        finder.check(node.invoke.length === 0, process.id, `${at} invokes something. A process calls nobody.`);
        finder.check(
          node.entry.length + node.exit.length === 0,
          process.id,
          `${at} acts on entry or exit. Only facts act.`,
        );
        finder.check(
          ![...node.transitions.keys()].some((type) => type.includes('*')),
          process.id,
          `${at} has a wildcard: everything would be awaited.`,
        );
        finder.check(
          /^[a-z][A-Za-z0-9]*$/.test(node.key),
          process.id,
          `${at}: a state name is letters and digits, ASCII.`,
        );
        for (const branches of node.transitions.values())
          finder.check(
            branches.slice(0, -1).every((b) => b.guard !== undefined),
            process.id,
            `${at} has a branch after one without a guard.`,
          );
      }
}

/** Every non-final state says who is awaited or which facts wake it, and takes those facts. */
export function everyStateAwaits({ registry }: Evidence, finder: Finder): void {
  for (const process of registry.processes)
    for (const node of leafNodes(process)) {
      if (node.type === 'final') continue;
      const meta = metaOf(node);
      const named = isStep(meta) ? meta.awaits : isDormant(meta) ? meta.wakes : [];
      finder.check(named.length > 0, process.id, `${node.key} says neither who is awaited nor what wakes it.`);
      for (const type of named)
        finder.check(handled(node).has(type), process.id, `${node.key} names ${type} but does not take it.`);
      const types = [...handled(node)];
      for (const type of types)
        finder.check(
          registry.facts.has(type) || clockTypes(registry.processes).has(type),
          process.id,
          `${node.key} takes ${type}, which nobody defines or computes.`,
        );
    }
}

const clockTypes = (processes: readonly Process[]): Set<string> =>
  new Set(
    processes.flatMap((p) =>
      p.editions.flatMap((e) => nodesOf(e.machine.root).flatMap((n) => Object.keys(clockOf(metaOf(n))))),
    ),
  );

const clockOf = (meta: Meta | undefined): Readonly<Record<string, string>> => meta?.clock ?? {};

/** An owner can discharge what it owes: at least one awaited fact is the owner's to state. */
export function everyOwnerCanAct({ registry }: Evidence, finder: Finder): void {
  for (const { process, state, meta } of registry.states.values()) {
    if (!isStep(meta)) continue;
    const open = meta.owner === 'enligtOverenskommelse';
    finder.check(
      !open || meta.otherwise !== undefined,
      process.id,
      `${state} leaves the owner to the agreement but not who answers when it is silent.`,
    );
    const owner = open ? meta.otherwise : meta.owner;
    const states = meta.awaits.flatMap((type) => registry.facts.get(type)?.definition.by ?? []);
    finder.check(
      states.some((party) => party === owner),
      process.id,
      `${state}: ${owner ?? '?'} can state none of ${meta.awaits.join(', ')}.`,
    );
  }
}

/** Every clock names a computed date, and its time fact is taken where it runs. */
export function everyClockMoves({ registry }: Evidence, finder: Finder): void {
  for (const process of registry.processes)
    for (const { machine } of process.editions)
      for (const node of nodesOf(machine.root))
        for (const [timeFact, dateName] of Object.entries(clockOf(metaOf(node)))) {
          finder.check(
            process.dates[dateName] !== undefined,
            process.id,
            `${statePath(node)}: no date is called ${dateName}.`,
          );
          const below = nodesOf(node).filter((n) => Object.keys(n.states).length === 0);
          for (const leaf of below)
            finder.check(
              handled(leaf).has(timeFact),
              process.id,
              `${leaf.key}: the clock computes ${timeFact} but nothing takes it.`,
            );
        }
}

/** On some day of its edition every state can be come to, and from it the process can end. */
export function everyStateReachable({ registry, book }: Evidence, finder: Finder): void {
  for (const process of registry.processes) {
    const reached = new Set<string>();
    for (const { since, until } of process.editions)
      for (const day of probeDays(citationsOf(process), since, until, book))
        for (const state of shortestTo(process, { on: day, book }).keys()) reached.add(state);
    for (const node of leafNodes(process))
      finder.check(reached.has(node.key), process.id, `${node.key} cannot be reached on any day.`);
  }
}

/** From every state some way leads to an end. */
export function everyProcessEnds({ registry }: Evidence, finder: Finder): void {
  for (const process of registry.processes)
    for (const { machine } of process.editions) {
      const ends = endings(machine.root);
      for (const node of nodesOf(machine.root))
        if (Object.keys(node.states).length === 0)
          finder.check(ends.has(node), process.id, `${node.key}: no way leads to an end.`);
    }
}

/** The nodes from which a final state of the machine can be come to, guards left aside. */
function endings(root: AnyStateNode): Set<AnyStateNode> {
  const nodes = nodesOf(root);
  const ends = new Set(nodes.filter((node) => node.type === 'final' && node.parent === root));
  for (let grown = true; grown;) {
    grown = false;
    for (const node of nodes) {
      if (ends.has(node)) continue;
      const targets = withAncestors(node)
        .flatMap((n) => [...n.transitions.values()].flat())
        .flatMap((t) => t.target ?? []);
      const enters = node.initial?.target ?? [];
      if ([...targets, ...enters].some((target) => ends.has(target))) grown = !!ends.add(node);
    }
  }
  return ends;
}

const withAncestors = (node: AnyStateNode): AnyStateNode[] =>
  node.parent ? [node, ...withAncestors(node.parent)] : [node];

/** Wherever a state can be come to, its ground and its time standard are in force on that day. */
export function everyGroundInForce({ registry, book }: Evidence, finder: Finder): void {
  for (const process of registry.processes)
    for (const { since, until } of process.editions)
      for (const day of probeDays(citationsOf(process), since, until, book)) {
        if (editionOn(process, day).since !== since) continue;
        for (const [state, path] of shortestTo(process, { on: day, book })) {
          const meta = registry.states.get(`${process.id}/${state}`)?.meta;
          if (!isStep(meta)) continue;
          for (const citation of stepCitations(meta))
            finder.check(
              book.inForce(citation, day),
              process.id,
              `${state} rests on ${citation}, which is not in force ${day}.`,
              path.facts,
            );
        }
      }
}
