/**
 * Whole-case histories that together walk every branch of every process: from where a case stands, go to the nearest
 * branch that nobody has walked. Deterministic; a branch that no case can walk is named, never dropped silently.
 */
import type { PlainDate, Process, Subject } from '../../../machines/grammar/index.js';
import { calendar } from '../calendar/calendar.js';
import type { Applied, CasePosition } from '../fold.js';
import type { ExampleCase } from '../law-use/example-cases.js';
import type { StatuteBook } from '../law/statute-book.js';
import { branches, branchKey } from '../machine.js';
import type { Registry } from '../registry.js';
import type { Move, StateSpace } from '../space/state-space.js';
import type { Fact } from '../types.js';
import { isAtBoth, nameOf, type Pair, pairsOf } from './outcomes.js';
import { Couplings, type ImpossiblePair } from './pairs.js';
import { manners, pursue } from './pursuit.js';
import { Outlooks, Walk } from './walk.js';

export interface Tour {
  from: PlainDate;
  facts: Fact[];
  position: CasePosition;
  /** The example whose facts these are, `process/id`; none for what was generated. */
  example?: string;
}

export interface Tours {
  tours: Tour[];
  /** How many branches the histories walk. */
  walked: number;
  /** Branches that no history walked, `process source event branch`. */
  unwalked: string[];
  /** How many pairs of outcomes of coupled processes some history ends with. */
  met: number;
  /** Pairs that no case can end with, and why. */
  impossible: ImpossiblePair[];
  /** Pairs that no history was found to end with, though the processes do not stand in the way. */
  unmet: string[];
}

export interface TourOptions {
  registry: Registry;
  book: StatuteBook;
  subject: Subject;
  /** Every situation of every process, for the days on which each branch can be walked. */
  spaces: readonly StateSpace[];
  /** Histories that people have written, for branches that no generated one comes to. */
  examples?: readonly ExampleCase[];
  /** Called after each history. */
  progress?: (walked: number, of: number) => void;
}

/** A history longer than this says less than two. */
const MOST_FACTS = 150;
/** A history that walks nothing new for so many steps has seen what it can. */
const MOST_IDLE = 25;
/** What ends a process ends the history for it, so it is left for last. */
const ENDING = 20;
const MOST_TOURS = 400;
/** Days before the law changes, enough for a case to come as far as the change. */
const HEADWAY = 60;

/** Generates the histories. */
export function tours(options: TourOptions): Tours {
  return new Touring(options).run();
}

class Touring {
  private readonly remaining = new Map<Process, Set<string>>();
  private readonly daysOf = new Map<string, PlainDate[]>();
  private readonly walkableOn = new Map<PlainDate, Set<string>>();
  private readonly outlooks: Outlooks;
  private readonly all: number;

  constructor(private readonly options: TourOptions) {
    const { registry, subject, spaces } = options;
    for (const process of registry.of(subject))
      this.remaining.set(process, new Set(process.editions.flatMap(({ machine }) => branches(machine).map(branchKey))));
    for (const space of spaces) this.note(space);
    for (const days of this.daysOf.values()) days.sort();
    this.outlooks = new Outlooks(options, this.daysOf);
    this.all = this.left;
  }

  private get left(): number {
    return [...this.remaining.values()].reduce((sum, keys) => sum + keys.size, 0);
  }

  private note({ process, on, situations }: StateSpace): void {
    if (!this.remaining.has(process)) return;
    this.daysOf.set(process.id, [...(this.daysOf.get(process.id) ?? []), on]);
    const walkable = this.walkableOn.get(on) ?? new Set();
    for (const { moves } of situations)
      for (const { taken } of moves) for (const branch of taken) walkable.add(`${process.id} ${branchKey(branch)}`);
    this.walkableOn.set(on, walkable);
  }

  run(): Tours {
    const generated = [...this.wander(), ...this.hunt()];
    // What befell one more of a process on the way, before it was begun, is walked too, though nobody set out for it.
    for (const { position } of generated) this.cross(position.applied, ({ besides = [] }) => besides);
    const walking = [...generated, ...this.borrow()];
    const unwalked = [...this.remaining].flatMap(([process, keys]) => [...keys].map((key) => `${process.id} ${key}`));
    const ending = this.together(walking);
    return { tours: [...walking, ...ending.tours], walked: this.all - this.left, unwalked, ...ending.pairs };
  }

  /** Histories of the examples, for the branches that are left: some meet only when facts fall in a way nobody would plan. */
  private borrow(): Tour[] {
    const { subject, examples = [] } = this.options;
    const told: Tour[] = [];
    for (const { process, example, position } of examples) {
      if (position.subject !== subject || !this.cross(position.applied)) continue;
      told.push(asTour({ process, example, position }));
    }
    return told;
  }

  /** An example that ends with the pair, where the search for a generated history found none. */
  private exampleAt(pair: Pair): Tour | undefined {
    const { subject, examples = [] } = this.options;
    const found = examples.find(({ position }) => position.subject === subject && isAtBoth(position, pair));
    return found && asTour(found);
  }

  /** Histories for the pairs of outcomes that none of the others ended with. */
  private together(walking: readonly Tour[]): { tours: Tour[]; pairs: Pick<Tours, 'met' | 'impossible' | 'unmet'> } {
    const { registry, subject, spaces } = this.options;
    const [told, unmet, impossible]: [Tour[], string[], ImpossiblePair[]] = [[], [], []];
    const couplings = new Couplings(spaces, registry);
    const days = spread([...this.walkableOn.keys()].sort());
    const all = pairsOf(registry.of(subject));
    for (const pair of all) {
      if ([...walking, ...told].some(({ position }) => isAtBoth(position, pair))) continue;
      const never = couplings.impossible(pair);
      const walk = never ? undefined : couplings.search(pair, days, (from) => this.begin(from));
      const found = walk ? tourOf(walk) : this.exampleAt(pair);
      if (never) impossible.push(never);
      else if (found) told.push(found);
      else unmet.push(nameOf(pair));
      this.options.progress?.(this.all - this.left, this.all);
    }
    return { tours: told, pairs: { met: all.length - unmet.length - impossible.length, impossible, unmet } };
  }

  private begin(from: PlainDate): Walk {
    return new Walk(from, this.options, this.outlooks);
  }

  /** Histories that go to whatever is nearest. */
  private wander(): Tour[] {
    const told: Tour[] = [];
    const barren = new Set<PlainDate>();
    while (this.left > 0 && told.length < MOST_TOURS) {
      const from = this.bestDay(barren);
      if (from === undefined) break;
      const before = this.left;
      const { facts, position } = this.walk(from);
      if (this.left === before) barren.add(from);
      else {
        barren.clear();
        told.push({ from, facts, position });
      }
      this.options.progress?.(this.all - this.left, this.all);
    }
    return told;
  }

  /** Histories for the branches that nothing nearest led to, one branch at a time. */
  private hunt(): Tour[] {
    const { registry, subject } = this.options;
    const told: Tour[] = [];
    for (const [process, keys] of this.remaining)
      for (const key of [...keys]) {
        const prey = { process, key };
        const days = [...this.walkableOn].flatMap(([on, keys]) => (keys.has(`${process.id} ${key}`) ? [on] : []));
        const tries = manners.flatMap((manner) => spread(days.sort()).map((from) => ({ manner, from })));
        for (const { manner, from } of keys.has(key) ? tries : []) {
          const walk = this.begin(from);
          if (!pursue(walk, prey, registry.of(subject), manner)) continue;
          this.cross(walk.position.applied);
          told.push(tourOf(walk));
          break;
        }
        this.options.progress?.(this.all - this.left, this.all);
      }
    return told;
  }

  /** The day from which the law lets most of what remains be walked. */
  private bestDay(barren: ReadonlySet<PlainDate>): PlainDate | undefined {
    const wanted = [...this.remaining].flatMap(([{ id }, keys]) => [...keys].map((key) => `${id} ${key}`));
    let best: { on: PlainDate; count: number } | undefined;
    for (const [on, walkable] of [...this.walkableOn].sort(([a], [b]) => (a < b ? 1 : -1))) {
      if (barren.has(on)) continue;
      const count = wanted.filter((key) => walkable.has(key)).length;
      if (count > 0 && (!best || count > best.count)) best = { on, count };
    }
    return best?.on;
  }

  private walk(from: PlainDate): Walk {
    const walk = this.begin(from);
    const blocked = new Set<string>();
    for (let idle = 0; idle < MOST_IDLE && walk.facts.length < MOST_FACTS;) {
      const next = this.nearest(walk, blocked);
      if (!next) break;
      const seen = walk.position.applied.length;
      if (!walk.happen(next.process, next.way.events[0]!)) {
        blocked.add(next.key);
        continue;
      }
      if (this.cross(walk.position.applied.slice(seen))) {
        idle = 0;
        blocked.clear();
      } else idle++;
    }
    return walk;
  }

  private nearest(walk: Walk, blocked: ReadonlySet<string>) {
    let best: { process: Process; way: NonNullable<ReturnType<Walk['way']>>; key: string; cost: number } | undefined;
    for (const [process, keys] of this.remaining) {
      if (keys.size === 0) continue;
      const keyOf = (move: Move) =>
        move.taken.map(branchKey).find((key) => keys.has(key) && !blocked.has(`${process.id} ${key}`));
      const way = walk.way(process, (move) => keyOf(move) !== undefined);
      if (!way) continue;
      const cost = way.events.length + (way.last.to.snapshot.status === 'done' ? ENDING : 0);
      if (!best || cost < best.cost) best = { process, way, key: `${process.id} ${keyOf(way.last)}`, cost };
    }
    return best;
  }

  /** Crosses off what was walked; tells whether anything was new. */
  private cross(applied: readonly Applied[], movesIn = ({ moves }: Applied) => moves): boolean {
    let fresh = false;
    for (const one of applied)
      for (const { process, taken } of movesIn(one)) {
        const keys = this.remaining.get(this.options.registry.process(process) as Process);
        for (const branch of taken) fresh = keys?.delete(branchKey(branch)) || fresh;
      }
    return fresh;
  }
}

function asTour({ process, example, position }: ExampleCase): Tour {
  const facts = position.applied.flatMap(({ fact }) => fact ?? []);
  return { from: facts[0]?.on ?? position.asOf, facts, position, example: `${process}/${example.id}` };
}

const tourOf = ({ from, facts, position }: Walk): Tour => ({ from, facts, position });

/** The first day of the law in question, one in the middle, the last, and one with time left before it changes. */
function spread(days: readonly PlainDate[]): PlainDate[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const early = calendar.addDays(last, -HEADWAY);
  return [...new Set([first, days[Math.floor(days.length / 2)] ?? first, last, early < first ? first : early])];
}
