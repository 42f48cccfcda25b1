import { isStep, type PlainDate } from '../../machines/grammar/index.js';
import type { OwedRow, Writes } from '../database/write-path.js';
import type { Agreement } from '../engine/agreement.js';
import { nextBoundary, nextChange } from '../engine/boundary.js';
import type { CasePosition } from '../engine/fold.js';
import { fold } from '../engine/fold.js';
import { nextActions } from '../engine/next-actions.js';
import { holdsOn, positionOn, type Stand, standOf } from '../engine/stand.js';
import { reminders, type ReminderOptions } from '../engine/reminders.js';
import type { Fact, NextAction } from '../engine/types.js';
import type { Library } from '../library/library.js';
import { owedRowOf } from '../next-actions/owed-row.js';
import type { CaseRow } from './case.entity.js';
import { keptPosition } from './kept-position.js';
import { type KeptStands, standsUnder } from './kept-stands.js';

/** The part of a case's row that the engine's answers depend on. */
export type Governed = Readonly<Pick<CaseRow, 'subject' | 'kommun' | 'attributes'>>;

/** A case as far as the engine's answers go. */
export interface CaseWithFacts {
  readonly row: Governed;
  readonly facts: readonly Fact[];
}

/** The engine with the library and the case's own agreements already in hand. Pure: it reads neither clock nor database. */
export class CaseBook {
  private readonly stands: KeptStands;

  constructor(readonly library: Library) {
    this.stands = standsUnder(library);
  }

  agreements(kommun: string): Agreement[] {
    return this.library.agreements.filter((agreement) => agreement.kommun.code === kommun);
  }

  /** What the engine wants to know besides the facts. */
  options({ kommun }: Governed): ReminderOptions & Pick<Library, 'registry' | 'book'> {
    const { registry, book, reminders: schedule } = this.library;
    return { registry, book, schedule, agreements: this.agreements(kommun) };
  }

  /** The position on a day, of what was known at an instant. */
  fold({ row, facts }: CaseWithFacts, asOf: PlainDate, knownAt?: string): CasePosition {
    const { registry, book } = this.library;
    const options = { registry, book, asOf, ...(knownAt !== undefined && { knownAt }) };
    const position =
      knownAt === undefined
        ? positionOn(this.standOf({ row, facts }, asOf), asOf, options)
        : fold(row.subject, facts, options);
    return this.informed(position, { row, facts });
  }

  /** Where a case stands after its last fact up to a day: kept from the last time, or folded and kept. */
  standOf({ row, facts }: CaseWithFacts, asOf: PlainDate): Stand {
    const kept = this.stands.find(facts);
    if (kept && holdsOn(kept, asOf)) return kept;
    const { registry, book } = this.library;
    const stand = standOf(row.subject, facts, { registry, book, asOf });
    this.keep(facts, stand);
    return stand;
  }

  /** Keeps where a case stands, for whoever asks next. It changes no answer, only how soon it comes. */
  keep(facts: readonly Fact[], stand: Stand): void {
    this.stands.keep(facts, stand);
  }

  /** The position with what the case was opened with: an attribute that none of its facts has ever spoken of. */
  informed(position: CasePosition, { row, facts }: CaseWithFacts): CasePosition {
    const spokenOf = new Set(facts.flatMap((fact) => this.attributesIn(fact)));
    const opened = Object.entries(row.attributes).filter(([name]) => !spokenOf.has(name));
    if (opened.length === 0) return position;
    return { ...position, attributes: { ...Object.fromEntries(opened), ...position.attributes } };
  }

  private attributesIn({ type, data }: Pick<Fact, 'type' | 'data'>): string[] {
    const names = this.library.registry.facts.get(type)?.definition.attributes ?? [];
    return names.filter((name) => data[name] !== undefined);
  }

  actions(row: Governed, position: CasePosition): NextAction[] {
    return nextActions(position, this.options(row));
  }

  owed(row: Governed, position: CasePosition): OwedRow[] {
    return this.actions(row, position).map(owedRowOf);
  }

  /**
   * What is kept about a position so that it need not be computed again. A reminder that has come due already makes
   * today the next boundary: the sweep then visits the case, and it is the sweep that writes reminders.
   */
  kept(row: Governed, facts: readonly Fact[], position: CasePosition): Writes {
    const options = this.options(row);
    const reminded = reminders(position, options).length > 0;
    const first = (day: PlainDate | null) => firstAfter(position.asOf, [day, ...facts.map(({ on }) => on)]);
    return {
      owed: this.owed(row, position),
      nextBoundaryOn: reminded ? position.asOf : first(nextBoundary(position, options)),
      owedUntil: first(nextChange(position, options)),
      computedOn: position.asOf,
      positions: keptPosition(position),
      status: isClosed(position) ? 'closed' : 'open',
      attributes: position.attributes,
      registryVersion: this.library.version,
    };
  }
}

/** The first of the days that is later than the day; facts may be dated tomorrow, and change the case then. */
export const firstAfter = (day: PlainDate, days: readonly (PlainDate | null)[]): PlainDate | null =>
  days.filter((other): other is PlainDate => other !== null && other > day).sort()[0] ?? null;

/**
 * A case is closed when nobody is awaited and time alone will not change that, and some process has come to its end.
 * Another fact may open it again.
 */
export const isClosed = ({ positions, misfits }: CasePosition): boolean =>
  misfits.length === 0 &&
  positions.some((p) => p.snapshot.status === 'done') &&
  positions.every((p) => p.ahead.length === 0 && !p.leaves.some(({ meta }) => isStep(meta)));
