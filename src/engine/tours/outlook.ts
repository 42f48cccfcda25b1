/** The nearest way, within one process, from where it stands to something wanted. */
import type { AnyMachineSnapshot } from 'xstate';
import type { PlainDate } from '../../../machines/grammar/index.js';
import type { StatuteBook } from '../law/statute-book.js';
import type { Position } from '../position.js';
import type { Registry } from '../registry.js';
import type { SampleEvent } from '../samples.js';
import { offers } from '../space/offers.js';
import { Explorer, type Move, type Situation } from '../space/state-space.js';

/** A way: the facts in order, and the move that was wanted at its end. */
export interface Way {
  events: SampleEvent[];
  last: Move;
}

/** Ways longer than this are not looked for: another case is a shorter one. */
const LONGEST = 25;

/** One process under the law of one day. Situations are opened once, whichever case asks. */
export class Outlook {
  private readonly explorer: Explorer;

  constructor(
    { process, edition }: Pick<Position, 'process' | 'edition'>,
    on: PlainDate,
    book: StatuteBook,
    registry: Registry,
  ) {
    this.explorer = new Explorer({ process, edition, on, offers: offers(process, on, book, registry), book });
  }

  /** What the situation is called in the state space of the day. */
  keyOf(snapshot: AnyMachineSnapshot): string {
    return this.explorer.reach(snapshot).key;
  }

  /** The shortest way to a wanted move; undefined when none is in sight. */
  nearest(from: AnyMachineSnapshot, wanted: (move: Move) => boolean): Way | undefined {
    const start = this.explorer.reach(from);
    const seen = new Set<Situation>([start]);
    let ways: { at: Situation; events: SampleEvent[] }[] = [{ at: start, events: [] }];
    for (let length = 0; length < LONGEST && ways.length > 0; length++) {
      const longer: typeof ways = [];
      for (const { at, events } of ways)
        for (const move of this.explorer.movesOf(at)) {
          const further = [...events, move.event];
          if (wanted(move)) return { events: further, last: move };
          if (seen.has(move.to)) continue;
          seen.add(move.to);
          longer.push({ at: move.to, events: further });
        }
      ways = longer;
    }
    return undefined;
  }
}
