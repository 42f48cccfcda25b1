/** The pairs of outcomes that no history ends with yet: found, or shown to be impossible. */
import type { PlainDate, Process } from '../../../machines/grammar/index.js';
import type { Registry } from '../registry.js';
import type { StateSpace } from '../space/state-space.js';
import { Coupling, type Spot } from './coupling.js';
import type { Pair } from './outcomes.js';
import { type Closed, pairManners, pursuePair } from './pair-pursuit.js';
import { Terrain } from './terrain.js';
import type { Walk } from './walk.js';

/**
 * A pair that no case can end with. Whenever the one has ended as it says, the other is in one of these states, whatever else
 * happens.
 */
export interface ImpossiblePair {
  pair: Pair;
  /** The place in the pair of the one that has ended. */
  ended: 0 | 1;
  /** States of the other, in the order of its machine. */
  other: string[];
}

/** So many times is a way looked for from one day in one manner. */
const MOST_ATTEMPTS = 25;

/** The processes two by two, each pair of them laid side by side when it is first asked for. */
export class Couplings {
  private readonly terrains = new Map<Process, Terrain>();
  private readonly couplings = new Map<string, Coupling>();

  constructor(
    private readonly spaces: readonly StateSpace[],
    private readonly registry: Registry,
  ) {}

  of([{ process: one }, { process: other }]: Pair): Coupling {
    const key = `${one.id} ${other.id}`;
    let coupling = this.couplings.get(key);
    if (!coupling) this.couplings.set(key, (coupling = new Coupling(this.terrain(one), this.terrain(other))));
    return coupling;
  }

  /** Why no case can end with the pair; undefined when the processes do not stand in the way of it. */
  impossible(pair: Pair): ImpossiblePair | undefined {
    const { spots } = this.of(pair);
    const [one, other] = pair;
    const whenFirst = statesOf(
      spots.filter(({ first }) => first.leaves.includes(one.state)),
      'second',
    );
    const whenSecond = statesOf(
      spots.filter(({ second }) => second.leaves.includes(other.state)),
      'first',
    );
    if (whenFirst.includes(other.state)) return undefined;
    // The shorter of the two says the same.
    return whenFirst.length <= whenSecond.length
      ? { pair, ended: 0, other: whenFirst }
      : { pair, ended: 1, other: whenSecond };
  }

  /** A history that ends with the pair, from one of the days. */
  search(pair: Pair, days: readonly PlainDate[], begin: (from: PlainDate) => Walk): Walk | undefined {
    const coupling = this.of(pair);
    for (const manner of pairManners)
      for (const from of days) {
        const closed: Closed = new Set();
        for (let attempt = 0, known = -1; attempt < MOST_ATTEMPTS && closed.size > known; attempt++) {
          known = closed.size;
          const walk = begin(from);
          if (pursuePair(walk, pair, coupling, manner, closed)) return walk;
        }
      }
    return undefined;
  }

  private terrain(process: Process): Terrain {
    let terrain = this.terrains.get(process);
    const own = () => this.spaces.filter((space) => space.process === process);
    if (!terrain) this.terrains.set(process, (terrain = new Terrain(process, own(), this.registry)));
    return terrain;
  }
}

const statesOf = (spots: readonly Spot[], side: keyof Spot): string[] => [
  ...new Set(spots.flatMap((spot) => spot[side].leaves)),
];
