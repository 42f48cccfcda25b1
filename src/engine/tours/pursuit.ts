/** A history that has one branch in view and nothing else, for branches that lie off every other way. */
import type { Process } from '../../../machines/grammar/index.js';
import { calendar } from '../calendar/calendar.js';
import { branchKey } from '../machine.js';
import { ownClocks } from '../space/clocks.js';
import type { Move } from '../space/state-space.js';
import type { Walk } from './walk.js';

export interface Prey {
  process: Process;
  /** `branchKey` of the branch. */
  key: string;
}

/**
 * How it is gone about. `follow`: the process whose clock gives the branch its time fact leads, and the other comes along.
 * `patience`: the clock is set first, and the rest happens so many days before it strikes; earlier, other clocks would
 * strike before it.
 */
export interface Manner {
  follow: boolean;
  patience?: number;
}

/** The plain manner first. */
export const manners: readonly Manner[] = [undefined, 10, 45, 100].flatMap((days) =>
  [false, true].map((follow) => ({ follow, ...(days !== undefined && { patience: days }) })),
);

const MOST_STEPS = 80;

/** Tells whether the branch was walked. */
export function pursue(walk: Walk, prey: Prey, all: readonly Process[], { follow, patience }: Manner): boolean {
  const event = prey.key.split('|')[1] ?? '';
  const timer = all.find((process) => ownClocks(process).has(event));
  const leader = follow ? timer : prey.process;
  if (!leader || (follow && leader === prey.process) || (patience !== undefined && !timer)) return false;
  const strikes = (move: Move) => move.event.type === event;
  if (patience !== undefined && timer) {
    lead(walk, timer, strikes, () => walk.ahead(event) !== undefined);
    const last = walk.ahead(event);
    if (last === undefined) return false;
    walk.waitUntil(calendar.addDays(last, -patience));
  }
  const isPrey = (move: Move) => move.taken.some((branch) => branchKey(branch) === prey.key);
  lead(walk, leader, leader === prey.process ? isPrey : strikes, () => walked(walk, prey));
  return walked(walk, prey);
}

/** Goes on towards what is wanted until it is enough, or there is no way. */
function lead(walk: Walk, process: Process, wanted: (move: Move) => boolean, enough: () => boolean): void {
  for (let steps = 0; steps < MOST_STEPS && !enough(); steps++) {
    const event = walk.way(process, wanted)?.events[0];
    if (!event || !walk.happen(process, event)) return;
  }
}

const walked = ({ position }: Walk, { process, key }: Prey): boolean =>
  position.applied.some(({ moves }) =>
    moves.some((move) => move.process === process.id && move.taken.some((branch) => branchKey(branch) === key)),
  );
