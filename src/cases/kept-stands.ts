/**
 * Where the cases last looked at stand, kept in memory. What is kept is known by the end of the log it was folded from: a log
 * only grows, so another number of facts or another last fact is another log, whoever wrote it, and is folded anew.
 */
import type { Stand } from '../engine/stand.js';
import { oncePer } from '../engine/once.js';
import type { Fact } from '../engine/types.js';
import type { Library } from '../library/library.js';

/** A case of ninety facts takes about 120 kB (bench/resume.mjs measures it), so that all of them take some 60 MB. */
const MOST_KEPT = 500;

interface Kept {
  readonly facts: number;
  readonly lastId: string;
  readonly stand: Stand;
}

/** The cases that were asked for last, so many of them and no more. */
export class KeptStands {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly most: number = MOST_KEPT) {}

  get size(): number {
    return this.kept.size;
  }

  /** Where these facts stand; undefined when they are not the facts that it was folded from. */
  find(facts: readonly Fact[]): Stand | undefined {
    const last = facts.at(-1);
    const kept = last && this.kept.get(last.case);
    if (kept?.facts !== facts.length || kept.lastId !== last?.id) return undefined;
    this.put(last.case, kept);
    return kept.stand;
  }

  /**
   * Keeps where the facts of a case stand. They need not be on disk yet: those that never come there are never asked for.
   * Facts that belong to no case yet are not kept, as nothing tells whose they are.
   */
  keep(facts: readonly Fact[], stand: Stand): void {
    const last = facts.at(-1);
    if (last?.case && stand.whole) this.put(last.case, { facts: facts.length, lastId: last.id, stand });
  }

  private put(of: string, kept: Kept): void {
    this.kept.delete(of);
    this.kept.set(of, kept);
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value!);
  }
}

/** What is kept under a library: another version of the machines is another library, and begins with nothing. */
export const standsUnder: (library: Library) => KeptStands = oncePer(
  (library) => library,
  () => new KeptStands(),
);
