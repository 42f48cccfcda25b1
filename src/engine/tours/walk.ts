/** One invented case that is led where somebody wants it, a fact a day, by the nearest way in each process. */
import type { PlainDate, Process, Subject } from '../../../machines/grammar/index.js';
import { calendar } from '../calendar/calendar.js';
import { begin, type CasePosition, extend, passTo } from '../fold.js';
import type { StatuteBook } from '../law/statute-book.js';
import { computedDate, type Position, type TimeFact } from '../position.js';
import type { Registry } from '../registry.js';
import type { SampleEvent } from '../samples.js';
import { clockDates, ownClocks } from '../space/clocks.js';
import type { Move } from '../space/state-space.js';
import type { Fact } from '../types.js';
import { Outlook, type Way } from './outlook.js';

export interface WalkOptions {
  registry: Registry;
  book: StatuteBook;
  subject: Subject;
}

/** A fact that waits for another process waits at most for so many in a row. */
const DEEPEST = 5;

/** The views over the processes under the law of each of its days, kept between cases. */
export class Outlooks {
  private readonly kept = new Map<string, Outlook>();

  constructor(
    private readonly options: WalkOptions,
    /** The days on which what a process asks of the law changes, in order. */
    private readonly days: ReadonlyMap<string, readonly PlainDate[]>,
  ) {}

  of(position: Position, on: PlainDate): Outlook {
    const { process, edition } = position;
    const day = this.days.get(process.id)?.findLast((change) => change <= on) ?? edition.since;
    const key = `${process.id} ${edition.since} ${day}`;
    let outlook = this.kept.get(key);
    if (!outlook) this.kept.set(key, (outlook = new Outlook(position, day, this.options.book, this.options.registry)));
    return outlook;
  }
}

/** What a case would be if something had been otherwise; its facts may then not all fit. */
export interface Retold {
  facts: readonly Fact[];
  position: CasePosition;
}

export class Walk {
  position: CasePosition;
  readonly facts: Fact[] = [];

  constructor(
    readonly from: PlainDate,
    private readonly options: WalkOptions,
    private readonly outlooks: Outlooks,
  ) {
    const { registry, subject, book } = options;
    this.position = begin(registry.of(subject), subject, from, book);
  }

  /** Where a process stands; of several the last that has not ended, or as one more would begin. */
  standing(process: Process): Position {
    const all = this.position.positions.filter((p) => p.process === process);
    const last = all.at(-1);
    if (last && (!process.instances || last.snapshot.status === 'active')) return last;
    const unopened = this.position.unopened.find((p) => p.process === process) as Position;
    return { ...unopened, instance: String(all.length + 1) };
  }

  /** Where a process stands, as the state space of the day calls it. */
  placeOf(process: Process): string {
    const at = this.standing(process);
    return this.outlooks.of(at, this.position.asOf).keyOf(at.snapshot);
  }

  /** The day on which a time fact comes if nothing else happens. */
  ahead(type: string): PlainDate | undefined {
    return striking(this.position, type)?.on;
  }

  /**
   * Lets the date of a time fact pass before its clock begins to run, so that it strikes at once when it does: a window that
   * closed while the person was outside.
   */
  letPass(process: Process, type: string): void {
    const name = clockDates(process).get(type);
    const at = this.standing(process);
    if (name === undefined || this.ahead(type) !== undefined || at.snapshot.status !== 'active') return;
    const date = computedDate(process, name, at.snapshot, this.position.asOf, this.options.book)?.date;
    if (date) this.waitUntil(calendar.addDays(date, 1));
  }

  /** The same case with another day in one of its facts: another birthday, another end of the permit. */
  retold(index: number, field: string, day: PlainDate): Retold {
    const { registry, subject, book } = this.options;
    const facts = this.facts.map((fact, i) => (i === index ? { ...fact, data: { ...fact.data, [field]: day } } : fact));
    let position = begin(registry.of(subject), subject, this.from, book);
    for (const fact of facts) position = passTo(extend(position, fact, this.options), fact.on, book);
    return { facts, position: passTo(position, this.position.asOf, book) };
  }

  /** From now on it was so all the time. */
  take({ facts, position }: Retold): void {
    this.facts.splice(0, this.facts.length, ...facts);
    this.position = position;
  }

  /** Lets time pass to a day, if it is still to come. */
  waitUntil(day: PlainDate): void {
    if (day > this.position.asOf) this.position = passTo(this.position, day, this.options.book);
  }

  /** The nearest way of a process to a wanted move. */
  way(process: Process, wanted: (move: Move) => boolean): Way | undefined {
    const at = this.standing(process);
    if (at.snapshot.status !== 'active') return undefined;
    return this.outlooks.of(at, this.position.asOf).nearest(at.snapshot, wanted);
  }

  /** Lets the next event of a process happen, after whatever others must do first. False when it cannot. */
  happen(process: Process, event: SampleEvent, depth = 0): boolean {
    if (depth > DEEPEST) return false;
    const { registry } = this.options;
    const owner = registry.process(registry.facts.get(event.type)?.process ?? '');
    if (!owner) return this.waitFor(event.type, depth);
    return this.record(process, event) || (owner !== process && this.towards(owner, event.type, depth));
  }

  /** One step on the way of the process that has it in its hands. */
  private towards(owner: Process, type: string, depth: number): boolean {
    const way = this.way(owner, (move) => move.event.type === type);
    const next = way?.events[0];
    return next !== undefined && (way!.events.length > 1 || owner.facts[type] === undefined)
      ? this.happen(owner, next, depth + 1)
      : next !== undefined && this.record(owner, next);
  }

  private waitFor(type: string, depth: number): boolean {
    const first = this.ahead(type);
    if (first !== undefined) {
      this.waitUntil(first);
      return true;
    }
    const owner = this.options.registry.of(this.options.subject).find((process) => ownClocks(process).has(type));
    return owner !== undefined && this.towards(owner, type, depth);
  }

  private record(process: Process, event: SampleEvent): boolean {
    const on = calendar.addDays(this.position.asOf, this.facts.length === 0 ? 0 : 1);
    const fact = this.factOf(process, event, on);
    const extended = extend(this.position, fact, this.options);
    if (extended.misfits.length > 0) return false;
    // A date that has already passed when a state is entered takes effect on that day.
    this.position = passTo(extended, extended.asOf, this.options.book);
    this.facts.push(fact);
    return true;
  }

  private factOf(process: Process, event: SampleEvent, on: PlainDate): Fact {
    const { registry } = this.options;
    const seq = this.facts.length + 1;
    const key = registry.process(registry.facts.get(event.type)?.process ?? '')?.instances?.key;
    const owner = key === undefined ? process : (registry.process(registry.facts.get(event.type)!.process) as Process);
    return {
      id: `tour-${seq}`,
      case: 'tour',
      seq,
      type: event.type,
      on,
      by: { party: registry.facts.get(event.type)?.definition.by[0] ?? 'kommun' },
      data: {
        ...shifted(event.data, calendar.daysBetween(event.on, on)),
        ...(key !== undefined && { [key]: Number(this.standing(owner).instance) }),
      },
      recordedAt: `${on}T12:00:00.000Z`,
      recordedBy: 'tour',
    };
  }
}

/** The time fact of a type that comes first if nothing else happens. */
export const striking = ({ positions }: CasePosition, type: string): TimeFact | undefined =>
  soonest(positions.flatMap((p) => p.ahead).filter((time) => time.type === type));

/** The first of several. */
export const soonest = (times: readonly TimeFact[]): TimeFact | undefined =>
  [...times].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The dates of a sample were reckoned from another day; they lie as far from this one. */
const shifted = (data: Record<string, unknown>, days: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string' && DAY.test(value) ? calendar.addDays(value as PlainDate, days) : value,
    ]),
  );
