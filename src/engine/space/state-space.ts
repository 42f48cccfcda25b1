/**
 * Every situation that one edition of a process can be in on a day, by breadth first, so that the way to each is a
 * shortest one. One exploration serves all proofs.
 */
import type { AnyMachineSnapshot, AnyStateNode } from 'xstate';
import type { Edition, PlainDate, Process } from '../../../machines/grammar/index.js';
import { lawOn, type LawOnDay } from '../law/law-on.js';
import type { StatuteBook } from '../law/statute-book.js';
import { type Branch, candidates, initial, step } from '../machine.js';
import type { SampleEvent } from '../samples.js';
import { ownClocks, runningClocks } from './clocks.js';

/** A state with everything beside it that a guard or a clock can tell apart. */
export interface Situation {
  key: string;
  snapshot: AnyMachineSnapshot;
  leaves: readonly AnyStateNode[];
  /** The situation and the fact before this one; none for where a case begins. */
  before?: { situation: Situation; fact: string };
  moves: Move[];
}

/** One fact taken: the branches walked and where they led. */
export interface Move {
  event: SampleEvent;
  taken: readonly Branch[];
  to: Situation;
}

/**
 * The night before a day on which the law changes, for a case that stands still: what it was and what it is, by the time
 * fact that strikes in it or, without one, only under another law.
 */
export interface Night {
  from: string;
  fact?: string;
  to: Pick<Situation, 'key' | 'leaves'>;
}

/** A fact that a machine could not answer because something threw. */
export interface Thrown {
  at: Situation;
  fact: string;
  says: string;
}

export interface StateSpace {
  process: Process;
  edition: Edition;
  on: PlainDate;
  /** What is offered on the day. */
  offers: readonly SampleEvent[];
  situations: readonly Situation[];
  thrown: readonly Thrown[];
  /** How the cases of the day before came here. */
  nights: readonly Night[];
}

/** More situations than this on one day means that a context grows without bound: a loud error, never half a proof. */
const MOST_SITUATIONS = 4_000;
const MOST_STROKES = 20;

export interface Exploration {
  process: Process;
  edition: Edition;
  on: PlainDate;
  offers: readonly SampleEvent[];
  book: StatuteBook;
  /** The space of the day before: cases that stood there and go on today, under today's law. */
  yesterday?: StateSpace;
}

/** Explores one day. Throws when the situations do not come to an end. */
export function explore(exploration: Exploration): StateSpace {
  const explorer = new Explorer(exploration);
  explorer.reach(initial(exploration.edition.machine));
  explorer.run();
  for (const situation of exploration.yesterday?.situations ?? []) explorer.carryOver(situation);
  explorer.run();
  const { process, edition, on, offers } = exploration;
  const { thrown, nights } = explorer;
  return { process, edition, on, offers, situations: [...explorer.seen.values()], thrown, nights };
}

/** The facts that lead to a situation, time facts among them. */
export function factsTo(situation: Situation): string[] {
  const facts: string[] = [];
  for (let at = situation.before; at; at = at.situation.before) facts.unshift(at.fact);
  return facts;
}

/** The situations that are met, each opened once. */
export class Explorer {
  readonly seen = new Map<string, Situation>();
  readonly thrown: Thrown[] = [];
  readonly nights: Night[] = [];
  private readonly queue: Situation[] = [];
  private readonly expanded = new Set<Situation>();
  private next = 0;
  private readonly law: LawOnDay;
  private readonly known = new Map<string, string>();

  constructor(private readonly of: Exploration) {
    this.law = lawOn(of.book, of.on);
  }

  /** The situation of a snapshot: the one already seen, or a new one to be explored. */
  reach(snapshot: AnyMachineSnapshot, before?: Situation['before']): Situation {
    const key = this.keyOf(snapshot);
    const seen = this.seen.get(key);
    if (seen) return seen;
    if (this.seen.size === MOST_SITUATIONS) throw new Unbounded(this.of);
    const situation: Situation = { key, snapshot, leaves: leavesOf(snapshot), moves: [], ...(before && { before }) };
    this.seen.set(key, situation);
    this.queue.push(situation);
    return situation;
  }

  /** An index and not `shift()`, which would make the queue quadratic. */
  run(): void {
    for (; this.next < this.queue.length; this.next++) this.movesOf(this.queue[this.next]!);
  }

  /** A situation of the day before, after the clocks that strike in the night. */
  carryOver(yesterday: Situation): void {
    let at = yesterday;
    for (let strokes = 0; strokes < MOST_STROKES && at.snapshot.status === 'active'; strokes++) {
      const due = this.clocks(at.snapshot).find(({ date }) => date !== undefined && date < this.of.on);
      if (!due) break;
      const time = { type: due.type, on: this.of.on, data: {}, law: this.law };
      const { heard, to } = step(this.of.edition.machine, at.snapshot, time);
      if (!heard) break;
      const from = this.nightTo(at).key;
      this.nights.push({ from, fact: due.type, to: { key: this.keyOf(to), leaves: leavesOf(to) } });
      at = { key: '', snapshot: to, leaves: [], moves: [], before: { situation: at, fact: due.type } };
    }
    const today = this.reach(at.snapshot, at.before);
    if (at === yesterday) this.nights.push({ from: yesterday.key, to: today });
  }

  /** The same standing under the law of today. */
  private nightTo({ key: from, snapshot, leaves }: Situation): Night['to'] {
    const to = { key: this.keyOf(snapshot), leaves };
    if (from !== '') this.nights.push({ from, to });
    return to;
  }

  /** What a situation leads to, found out when it is first asked for. */
  movesOf(situation: Situation): readonly Move[] {
    if (!this.expanded.has(situation)) this.expand(situation);
    return situation.moves;
  }

  private expand(situation: Situation): void {
    const { snapshot } = situation;
    this.expanded.add(situation);
    if (snapshot.status !== 'active') return;
    const striking = new Set(this.clocks(snapshot).flatMap(({ type, date }) => (date === undefined ? [] : [type])));
    for (const event of this.of.offers) {
      if (candidates(snapshot, event.type).length === 0) continue;
      // A process's own time comes only where its clock runs and has a date.
      if (ownClocks(this.of.process).has(event.type) && !striking.has(event.type)) continue;
      this.take(situation, event);
    }
  }

  private take(situation: Situation, event: SampleEvent): void {
    const law = event.law as LawOnDay;
    delete law.failure;
    try {
      const { heard, taken, to } = step(this.of.edition.machine, situation.snapshot, event);
      if (taken.length === 0) return;
      const next = heard ? this.reach(to, { situation, fact: event.type }) : situation;
      situation.moves.push({ event, taken, to: next });
    } catch (error) {
      if (error instanceof Unbounded) throw error;
      this.thrown.push({ at: situation, fact: event.type, says: saidBy(error, law) });
    }
  }

  private clocks(snapshot: AnyMachineSnapshot) {
    return runningClocks(this.of.process, snapshot, this.law);
  }

  /**
   * The state, what the guards can see of the context, and which running clocks have a date. Days and amounts count as
   * set or not; codes, truths and other words count as they are.
   */
  private keyOf(snapshot: AnyMachineSnapshot): string {
    const context = Object.entries(snapshot.context as object);
    const { background, tellsApart } = this.of.process;
    const apart = tellsApart?.(snapshot.context as never, this.law) ?? null;
    const shape = JSON.stringify([snapshot.value, context.map(([name, value]) => [name, told(value)]), apart]);
    let key = this.known.get(shape);
    if (key === undefined) {
      const seen = context.filter(([name]) => background?.includes(name) ?? true);
      const dated = this.clocks(snapshot).flatMap(({ type, date }) => (date === undefined ? [] : [type]));
      key = JSON.stringify([snapshot.value, seen.map(([name, value]) => [name, told(value)]), dated, apart]);
      this.known.set(shape, key);
    }
    return key;
  }
}

const leavesOf = ({ _nodes }: AnyMachineSnapshot): AnyStateNode[] =>
  (_nodes as AnyStateNode[]).filter((node) => Object.keys(node.states).length === 0);

/** What a value is to a guard that does not reckon: days and amounts are set or not, words and truths are what they are. */
export function told(value: unknown): unknown {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'day' : value;
  if (typeof value === 'number') return value !== 0;
  if (Array.isArray(value)) return [...new Set(value.map((one) => JSON.stringify(told(one))))].sort();
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).map(([name, inner]) => [name, told(inner)]);
  return value ?? null;
}

class Unbounded extends Error {
  constructor({ process, on }: Exploration) {
    super(
      `${process.id} har fler än ${MOST_SITUATIONS} lägen ${on}, så de kan inte räknas upp. ` +
        `Namnge i background de fält i kontexten som villkoren frågar efter, i machines/processes/${process.id}/process.ts.`,
    );
  }
}

/** What was thrown, in the law's own words where it was the law that did not answer: XState wraps what a guard throws. */
export const saidBy = (error: unknown, law?: LawOnDay): string => {
  const thrown = law?.failure ?? error;
  return thrown instanceof Error ? thrown.message : String(thrown);
};
