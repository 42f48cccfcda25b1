/**
 * The shortest sequences of facts after which the whole case awaits a fact: by iterative deepening over the case's
 * position, with the distance of the process in question by itself as the bound. Only facts that move a process which
 * stands between the case and the fact are tried.
 */
import { type CasePosition, extend, type Misfit } from '../fold.js';
import { isTarget, type Target, targetOf, withInstance } from '../instances.js';
import { lawOn } from '../law/law-on.js';
import { step } from '../machine.js';
import { type Position, positionKey } from '../position.js';
import type { SampleEvent } from '../samples.js';
import type { Fact } from '../types.js';
import { Alone } from './alone.js';
import { type Earlier, EarlierFacts } from './earlier.js';
import { asMissing, moves, supposedFacts } from './supposed.js';
import type { Ground, Told } from './told.js';

/** A forgotten sequence longer than this is no slip but another case. */
const LONGEST = 6;
/** More tries than this are not made: a refusal must not keep others waiting. Counted, so that the answer is always the same. */
const MOST_TRIES = 1_500;

/** A way to the fact: what must have come earlier, if anything, and what may have come last. */
export interface Way {
  earlier?: Earlier;
  last: readonly SampleEvent[];
}

/** The ways from the shortest to the longest; of equally long ones, those that need nothing earlier come first. */
export function* waysTo(fact: Fact, before: CasePosition, told: Told): Generator<Way> {
  const { registry } = told.ground;
  const start = withInstance(before, targetOf(fact, registry), registry);
  const search = new Search(fact, start, told.ground);
  const { own, alone } = search;
  const earlier = own && alone && new EarlierFacts(told, fact, own, alone);
  const begun: { one: Earlier; search: Search }[] = [];
  for (let length = 1; length <= LONGEST; length++) {
    for (const last of search.ways(length)) yield { last };
    for (const one of earlier?.next(length - 1) ?? [])
      begun.push({ one, search: new Search(fact, one.before, told.ground, alone) });
    for (const { one, search: after } of begun) for (const last of after.ways(length - 1)) yield { earlier: one, last };
  }
}

interface Action {
  event: SampleEvent;
  to: CasePosition;
}

class Search {
  readonly own: Position | undefined;
  readonly alone: Alone | undefined;
  private readonly target: Target;
  private readonly supposed: readonly SampleEvent[];
  /** Positions that were left without success, with the length that was left to go. */
  private readonly spent = new Map<string, number>();
  private tries = 0;

  constructor(
    private readonly fact: Fact,
    private readonly start: CasePosition,
    private readonly ground: Ground,
    alone?: Alone,
  ) {
    const { registry, book } = ground;
    this.target = targetOf(fact, registry);
    this.supposed = supposedFacts(start, this.target, fact.on, ground);
    const wanted = { type: fact.type, on: fact.on, data: { ...fact.data }, law: lawOn(book, fact.on) };
    this.own = start.positions.find((p) => isTarget(p, this.target));
    this.alone = alone ?? (this.own && new Alone(this.own, wanted, this.supposed));
  }

  /** The sequences of exactly this length. */
  *ways(length: number): Generator<SampleEvent[]> {
    this.spent.clear();
    yield* this.from(this.start, [], length);
  }

  private *from(at: CasePosition, way: readonly SampleEvent[], left: number): Generator<SampleEvent[]> {
    if (left === 0) {
      if (this.fits(at)) yield [...way];
      return;
    }
    const key = keyOf(at);
    if ((this.spent.get(key) ?? -1) >= left) return;
    this.spent.set(key, left);
    if (this.tries >= MOST_TRIES) return;
    for (const { event, to } of this.actionsAt(at, left)) yield* this.from(to, [...way, event], left - 1);
  }

  private fits(at: CasePosition): boolean {
    return this.offer(at, this.fact).misfits.length === at.misfits.length;
  }

  private offer(at: CasePosition, fact: Fact): CasePosition {
    this.tries++;
    return extend(at, fact, this.ground);
  }

  /**
   * The facts that are accepted here, move a process that stands between the case and the fact, and leave the process in
   * question near enough to arrive. One that is refused puts those in the way that refuse it.
   */
  private actionsAt(at: CasePosition, left: number): Action[] {
    const tried = new Set<SampleEvent>();
    const found: Action[] = [];
    const own = at.positions.find((p) => isTarget(p, this.target));
    const wanted = this.inTheWay(at, this.offer(at, this.fact).misfits.at(-1));
    for (const position of wanted)
      for (const event of this.supposed) {
        if (tried.has(event) || !moves(position, event) || !this.mayArrive(own, event, left - 1)) continue;
        tried.add(event);
        const fact = asMissing(event, { index: 0, on: this.fact.on, last: this.fact }, this.ground.registry);
        const to = this.offer(at, fact);
        if (to.misfits.length === at.misfits.length) found.push({ event, to });
        else if (this.mayArrive(own, event, left - 2))
          for (const other of this.inTheWay(at, to.misfits.at(-1))) wanted.add(other);
      }
    const order = new Map(this.supposed.map((event, i) => [event, i]));
    return withoutTwins(found.sort((a, b) => order.get(a.event)! - order.get(b.event)!));
  }

  /** Whether the process in question by itself could await the fact after this one and so many more. */
  private mayArrive(own: Position | undefined, event: SampleEvent, left: number): boolean {
    if (left < 0) return false;
    if (!own || !this.alone) return true;
    return this.alone.within(step(own.edition.machine, own.snapshot, event).to, left);
  }

  /** The processes that a fact which does not fit waits for: its own, and those that object. */
  private inTheWay({ positions }: CasePosition, misfit: Misfit | undefined): Set<Position> {
    const own = positions.filter((p) => isTarget(p, this.target));
    if (!misfit) return new Set(own);
    const target = targetOf(misfit.fact, this.ground.registry);
    const objecting = positions.filter((p) => misfit.objections.some((one) => isTarget(p, one)));
    return new Set([...own, ...positions.filter((p) => isTarget(p, target)), ...objecting]);
  }
}

/** Where every process stands, with what it remembers. */
const keyOf = ({ positions }: CasePosition): string =>
  JSON.stringify(positions.map((p) => [positionKey(p), p.snapshot.value as unknown, p.snapshot.context as unknown]));

/** Of facts of one type that lead everybody to the same place one is enough: its other data is for a person to state. */
function withoutTwins(actions: readonly Action[]): Action[] {
  const met = new Map<string, Action>();
  for (const action of actions) {
    const key = JSON.stringify([
      action.event.type,
      action.to.positions.map(({ snapshot }) => snapshot.value as unknown),
    ]);
    if (!met.has(key)) met.set(key, action);
  }
  return [...met.values()];
}
