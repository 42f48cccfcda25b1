/** A proof over everything the machines declare: what it checked, and a shortest counterexample for each failure. */
import type { Agreement } from '../agreement.js';
import type { ProcessExamples } from '../example.js';
import type { StatuteBook } from '../law/statute-book.js';
import type { Registry } from '../registry.js';
import type { Requirements } from '../requirements.js';
import type { ProcessTexts } from '../texts.js';
import type { Explored } from '../space/spaces.js';

export interface Counterexample {
  process: string;
  /** The facts that lead there, when the failure is about a state. */
  path: string[];
  /** What is wrong and where, and what to do about it. */
  says: string;
}

export interface Proof {
  name: string;
  ok: boolean;
  /** How many things were looked at. A proof that looked at nothing proves nothing. */
  checked: number;
  counterexamples: Counterexample[];
}

/** Everything that the proofs are about. */
export interface Evidence {
  registry: Registry;
  book: StatuteBook;
  texts: Record<'sv' | 'en', Record<string, ProcessTexts>>;
  examples: readonly ProcessExamples[];
  agreements: readonly Agreement[];
  requirements: Pick<Requirements, 'requirements'>;
}

/** The evidence with every situation that the machines can be in. */
export interface Ground extends Evidence {
  explored: Explored;
}

/** One proof: it looks and tells the finder. */
export type Look = (ground: Ground, finder: Finder) => void;

/** Collects what a proof finds. */
export class Finder {
  checked = 0;
  private readonly found = new Map<string, Counterexample>();

  /**
   * Counts one thing looked at, and keeps the counterexample unless it holds. Of several that say the same, the one with
   * the shortest way there is kept.
   */
  check(holds: boolean, process: string, says: () => string, path: () => string[] = () => []): void {
    this.checked++;
    if (!holds) this.keep({ process, says: says(), path: path() });
  }

  private keep(one: Counterexample): void {
    const key = `${one.process} ${one.says}`;
    const known = this.found.get(key);
    if (!known || one.path.length < known.path.length) this.found.set(key, one);
  }

  proof(name: string): Proof {
    const counterexamples = [...this.found.values()];
    return { name, ok: counterexamples.length === 0 && this.checked > 0, checked: this.checked, counterexamples };
  }
}

/** Runs a proof; something thrown on the way is a counterexample too. */
export function prove(name: string, ground: Ground, look: Look): Proof {
  const finder = new Finder();
  try {
    look(ground, finder);
  } catch (error) {
    finder.check(false, '', () => (error instanceof Error ? error.message : String(error)));
  }
  return finder.proof(name);
}

/** A file of a process's folder, as a counterexample names it. */
export const fileOf = (process: string, name = 'process.ts'): string => `machines/processes/${process}/${name}`;
