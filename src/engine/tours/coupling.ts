/**
 * Two processes side by side: every pair of places that they can be in together, whatever happens in all the others and on
 * whatever days. More is allowed than any case can do, so what is not found here cannot be; what is found may still not be.
 */
import type { Answer, Place, Stride, Terrain } from './terrain.js';

/** Both at once. */
export interface Spot {
  first: Place;
  second: Place;
}

/** One step of both. */
export interface Together {
  from: Spot;
  to: Spot;
  /** None for a night that only changes the law. */
  event?: Stride['event'];
  /** The one that the fact moves. */
  mover: Terrain;
}

/** What a fact leads each of the two to; a night leads one of them. */
export type Both = readonly [one: Pick<Answer, 'to' | 'event'>, other: Pick<Answer, 'to' | 'event'>];

/** Whether a step must not be gone. */
export type IsClosed = (from: Spot, ...to: Both) => boolean;

export class Coupling {
  private everything?: readonly Spot[];

  constructor(
    readonly first: Terrain,
    readonly second: Terrain,
  ) {}

  /** Every spot that can be come to from the beginning of a case. */
  get spots(): readonly Spot[] {
    if (this.everything) return this.everything;
    const [first, second] = [[...this.first.starts], [...this.second.starts]];
    const begun = first.flatMap((one) => second.map((other) => ({ first: one, second: other })));
    return (this.everything = [...this.from(begun)]);
  }

  /** The fewest steps from a spot to one that is wanted; undefined when none leads there but by steps that are closed. */
  way(start: Spot, wanted: (spot: Spot) => boolean, closed?: IsClosed): Together[] | undefined {
    const before = new Map<number, Spot>();
    for (const spot of this.from([start], closed, before)) {
      if (!wanted(spot)) continue;
      const way: Together[] = [];
      for (let to = spot, from = before.get(this.indexOf(to)); from; from = before.get(this.indexOf((to = from))))
        way.unshift(this.step(from, to, closed));
      return way;
    }
    return undefined;
  }

  /** Breadth first. `before` is told, for each spot, the one from which it was first come to. */
  private *from(starts: readonly Spot[], closed?: IsClosed, before?: Map<number, Spot>): Generator<Spot> {
    const seen = new Uint8Array(this.first.places.length * this.second.places.length);
    const queue = [...starts];
    for (const spot of queue) seen[this.indexOf(spot)] = 1;
    for (let next = 0; next < queue.length; next++) {
      const from = queue[next]!;
      yield from;
      this.each(from, (one, other) => {
        const index = one.to.index * this.second.places.length + other.to.index;
        if (seen[index] || closed?.(from, one, other)) return;
        seen[index] = 1;
        before?.set(index, from);
        queue.push({ first: one.to, second: other.to });
      });
    }
  }

  /** Everything that one fact, or one night, may do to both. Two that take one fact take it with the same choices. */
  private each({ first, second }: Spot, visit: (...both: Both) => void): void {
    for (const night of first.nights) visit({ to: night }, { to: second });
    for (const night of second.nights) visit({ to: first }, { to: night });
    const meet = (type: string) => {
      for (const one of this.first.answers(first, type))
        for (const other of this.second.answers(second, type))
          if (one.choices === undefined || other.choices === undefined || one.choices === other.choices)
            visit(one, other);
    };
    for (const type of first.strides.keys()) meet(type);
    for (const type of second.strides.keys()) if (!first.strides.has(type)) meet(type);
  }

  private step(from: Spot, to: Spot, closed?: IsClosed): Together {
    let found: Together | undefined;
    this.each(from, (one, other) => {
      if (found || one.to !== to.first || other.to !== to.second || closed?.(from, one, other)) return;
      found = togetherOf(this, from, one, other);
    });
    return found!;
  }

  private indexOf({ first, second }: Spot): number {
    return first.index * this.second.places.length + second.index;
  }
}

function togetherOf({ first, second }: Coupling, from: Spot, ...[one, other]: Both): Together {
  const event = one.event ?? other.event;
  return {
    from,
    to: { first: one.to, second: other.to },
    ...(event && { event }),
    mover: one.event ? first : second,
  };
}
