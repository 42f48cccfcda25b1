/** What an agreement must state, as data. The shape of `machines/agreements/requirements.yaml`. */
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Point } from './agreement.js';

/** Where a requirement is met when no machine can meet it. */
export const leftTo = ['agreement', 'report', 'reader'] as const;

export interface Requirement {
  section: string;
  says: string;
  strength: 'M' | 'N' | 'S' | 'O' | 'Q';
  kind: string[];
  /** The agreement itself must hold it. */
  red_line: boolean;
  points: Point[];
  steps?: string[];
  /** It concerns every step that the parties run. */
  every_step?: boolean;
  /** Facts that tell that it is met. */
  facts?: string[];
  /** Whole processes that it is about. */
  processes?: string[];
  /** Computed dates, `process/date`, that it turns on. */
  dates?: string[];
  /** Examples, `process/id`, that show it besides those of its steps. */
  examples?: string[];
  /** The proofs of `etapp verify` that hold it. */
  proofs?: string[];
  /** What is left of it when the machines have done their part, and to whom or what. */
  left_to?: (typeof leftTo)[number][];
  /** What is left, in words. */
  note?: string;
  in_force?: { from: PlainDate; to?: PlainDate | null };
}

export interface Requirements {
  source: { title: string; claim: string };
  points: Record<Point, { title: string; halves?: string[] }>;
  requirements: Record<string, Requirement>;
}
