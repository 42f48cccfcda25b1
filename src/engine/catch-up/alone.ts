/**
 * How far one process by itself is from awaiting a fact, when every other process agrees to everything. It is never
 * further than the whole case is, so it tells which ways are too long to be tried.
 */
import type { AnyMachineSnapshot } from 'xstate';
import { handledTypes, step } from '../machine.js';
import type { Position } from '../position.js';
import type { SampleEvent } from '../samples.js';
import { told } from '../space/state-space.js';

/** With more than this a process is so rich in memory that measuring costs more than it saves: then every way may do. */
const MOST_PLACES = 2_000;

/** Where the process may stand, each place opened once. */
interface Place {
  snapshot: AnyMachineSnapshot;
  next?: Place[];
  /** How far it is, or how far it is at the least. */
  known?: { distance: number } | { beyond: number };
  awaited?: boolean;
}

/** The distances of one process on one day. */
export class Alone {
  private readonly places = new Map<string, Place>();
  private readonly machine;
  private readonly heard: readonly SampleEvent[];

  constructor(
    { edition }: Position,
    private readonly wanted: SampleEvent,
    supposed: readonly SampleEvent[],
  ) {
    this.machine = edition.machine;
    this.heard = supposed.filter(({ type }) => handledTypes(edition.machine).has(type));
  }

  /** Whether the fact may be awaited after at most so many others. */
  within(snapshot: AnyMachineSnapshot, most: number): boolean {
    const from = this.placeOf(snapshot);
    const { known } = from;
    if (known && 'distance' in known) return known.distance <= most;
    if (known && most <= known.beyond) return false;
    const distance = this.distance(from, most);
    from.known = distance === undefined ? { beyond: most } : { distance };
    return distance !== undefined;
  }

  private distance(from: Place, most: number): number | undefined {
    const met = new Set([from]);
    let ring = [from];
    for (let distance = 0; ring.length > 0; distance++) {
      if (this.places.size > MOST_PLACES || ring.some((place) => this.isAwaited(place))) return distance;
      if (distance === most) return undefined;
      const next = new Set(ring.flatMap((place) => this.after(place)));
      ring = [...next].filter((place) => !met.has(place));
      for (const place of ring) met.add(place);
    }
    return undefined;
  }

  private after(place: Place): Place[] {
    place.next ??= this.heard.flatMap((event) => {
      const { heard, to } = step(this.machine, place.snapshot, event);
      return heard ? [this.placeOf(to)] : [];
    });
    return place.next;
  }

  private isAwaited(place: Place): boolean {
    place.awaited ??= step(this.machine, place.snapshot, this.wanted).awaited;
    return place.awaited;
  }

  private placeOf(snapshot: AnyMachineSnapshot): Place {
    const key = JSON.stringify([snapshot.value, snapshot.context as unknown]);
    const known = this.places.get(key);
    if (known) return known;
    const place: Place = { snapshot };
    this.places.set(key, place);
    return place;
  }
}

/** Where a process stands with what it remembers, days apart: what differs in nothing but days looks the same. */
export const standing = ({ value, context }: AnyMachineSnapshot): string => JSON.stringify([value, told(context)]);
