/** What is told of a case up to the day of a fact, and whether more fits together with it. */
import type { PlainDate, Subject } from '../../../machines/grammar/index.js';
import { fold, type FoldOptions } from '../fold.js';
import type { Fact } from '../types.js';

export type Ground = Pick<FoldOptions, 'registry' | 'book'>;

export class Told {
  private known: ReadonlySet<string> | undefined;

  constructor(
    readonly subject: Subject,
    readonly facts: readonly Fact[],
    /** The day of the fact that is to be recorded. */
    readonly on: PlainDate,
    readonly ground: Ground,
  ) {}

  /** The place in the log after which more would come. */
  get last(): Pick<Fact, 'case' | 'seq'> {
    return { case: this.facts[0]?.case ?? '', seq: Math.max(0, ...this.facts.map(({ seq }) => seq)) };
  }

  /** The case on the day with more facts, and whether all of them fit without stranding any that did. */
  with(added: readonly Fact[]) {
    const position = fold(this.subject, [...this.facts, ...added], { ...this.ground, asOf: this.on });
    this.known ??= this.stranded();
    return { position, fits: position.misfits.every(({ fact }) => this.known?.has(fact.id)) };
  }

  /** Whether the facts fit, without stranding what is told. */
  takes(added: readonly Fact[]): boolean {
    return this.with(added).fits;
  }

  private stranded(): Set<string> {
    const { misfits } = fold(this.subject, this.facts, { ...this.ground, asOf: this.on });
    return new Set(misfits.map(({ fact }) => fact.id));
  }
}
