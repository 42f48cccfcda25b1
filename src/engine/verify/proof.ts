/** A proof over everything the machines declare: what it checked, and a counterexample for each failure. */
import type { Citation, PlainDate } from '../../../machines/grammar/index.js';
import type { Agreement } from '../agreement.js';
import type { ProcessExamples } from '../example.js';
import type { StatuteBook } from '../law/statute-book.js';
import type { Registry } from '../registry.js';
import type { ProcessTexts } from '../texts.js';

export interface Counterexample {
  process: string;
  /** The facts that lead there, when the failure is about a state. */
  path: string[];
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
}

/** Collects what a proof finds. */
export class Finder {
  checked = 0;
  private readonly found: Counterexample[] = [];

  /** Counts one thing looked at, and keeps the counterexample unless it holds. */
  check(holds: boolean, process: string, says: string, path: string[] = []): void {
    this.checked++;
    if (!holds) this.found.push({ process, path, says });
  }

  proof(name: string): Proof {
    return {
      name,
      ok: this.found.length === 0 && this.checked > 0,
      checked: this.checked,
      counterexamples: this.found,
    };
  }
}

/** Runs a proof; something thrown on the way is a counterexample too. */
export function prove(name: string, evidence: Evidence, look: (evidence: Evidence, finder: Finder) => void): Proof {
  const finder = new Finder();
  try {
    look(evidence, finder);
  } catch (error) {
    finder.check(false, '', error instanceof Error ? error.message : String(error));
  }
  return finder.proof(name);
}

/** The days on which a law that a process rests on changes, within an edition: the days that generated paths are walked on. */
export function probeDays(
  citations: readonly Citation[],
  since: PlainDate,
  before: PlainDate | undefined,
  book: StatuteBook,
): PlainDate[] {
  const changes = citations.flatMap((citation) => {
    const { provision, since: from, repealed } = book.find(citation);
    const entries = [...Object.values(provision.values ?? {}).flat(), ...(provision.deadline?.lengths ?? [])];
    return [
      from,
      ...(repealed ? [repealed] : []),
      ...entries.map((e) => e.since),
      ...(provision.wordings ?? []).map((w) => w.since),
    ];
  });
  const within = changes.filter((day) => day > since && (before === undefined || day < before));
  return [...new Set([since, ...within])].sort();
}
