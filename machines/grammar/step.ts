import type { Party } from '../parties.js';
import type { Basis, Citation } from './basis.js';

/** Where a step's date comes from. Numbers live in law and agreements; here stands only where to look. */
export type Deadline =
  /** A length in law, counted from the latest of these facts. */
  | { within: Citation; from: string | readonly string[] }
  /**
   * A computed date of the process. `soft` or `practice` when nobody breaks a rule by letting it pass: a benefit ends, or the
   * parties' own habit. It can be computed wherever the step is owed; `orNone` where for some the time runs from something
   * that no fact tells of, so that no date is shown.
   */
  | { by: string; kind?: 'soft' | 'practice'; orNone?: true }
  /** A standard without a number («så snart som möjligt»); an agreement may set one. */
  | { promptly: Citation }
  /** The law says nothing of time; an agreement may. */
  | { none: true };

/** A waiting state says who is awaited, on what ground, by when, and which facts discharge it. */
export interface Step {
  /** `enligtOverenskommelse`: the law leaves it open who acts, the agreement in force says. */
  owner: Party | 'enligtOverenskommelse';
  /** Who is shown, with the gap, when the agreement is silent. Required with `enligtOverenskommelse`. */
  otherwise?: Party;
  basis: Basis;
  deadline: Deadline;
  /** The facts that discharge the step; the state may listen to others too. */
  awaits: readonly [string, ...string[]];
  clock?: Clock;
}

/** A state in which nobody is awaited; it names the facts that wake it. */
export interface Dormant {
  dormant: true;
  wakes: readonly [string, ...string[]];
  clock?: Clock;
}

/** A compound state is not awaited itself, but its clock runs in all its children. */
export interface Enclosing {
  clock: Clock;
}

/** Which time fact follows when a computed date has passed: `{ 'fonstret.stangt': 'fonsterslut' }`. */
export type Clock = Readonly<Record<string, string>>;

export type Meta = Step | Dormant | Enclosing;

export const isStep = (meta: Meta | undefined): meta is Step => meta !== undefined && 'owner' in meta;
export const isDormant = (meta: Meta | undefined): meta is Dormant => meta !== undefined && 'dormant' in meta;
