/** The instant that a fact is recorded at. In the log of a case instants never run backwards: what was known when rests on it. */
import type { Fact } from '../engine/types.js';

/** A clock is set back by so little when it is kept in time, and several servers differ by no more. Milliseconds. */
const A_STEP = 5 * 60_000;

/** The clock shows an earlier time than the last fact of the case was recorded at. Nothing is written. */
export class ClockBehind extends Error {
  constructor(
    readonly caseId: string,
    /** Epoch milliseconds: what the clock shows, and when the last fact was recorded. */
    readonly at: number,
    readonly last: number,
  ) {
    super(`The clock is behind the log of case ${caseId}.`);
    this.name = 'ClockBehind';
  }

  /** Whether the difference is one that keeping clocks in time brings about, so that the last instant may be used again. */
  get isStep(): boolean {
    return this.last - this.at <= A_STEP;
  }
}

/** Throws `ClockBehind` when the instant is earlier than that of the last fact. */
export function assertNotBefore(caseId: string, facts: readonly Pick<Fact, 'recordedAt'>[], at: number): void {
  const last = facts.at(-1);
  const before = last === undefined ? at : Date.parse(last.recordedAt);
  if (at < before) throw new ClockBehind(caseId, at, before);
}

/**
 * Writes at the instant, or at that of the last fact when the clock was set back by a little in between. Rejects with
 * `ClockBehind` when it was set back by more.
 */
export async function atSteadyInstant<T>(at: number, write: (at: number) => Promise<T>): Promise<T> {
  try {
    return await write(at);
  } catch (error) {
    if (!(error instanceof ClockBehind) || !error.isStep) throw error;
    return write(error.last);
  }
}
