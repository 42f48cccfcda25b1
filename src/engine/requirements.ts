/** What an agreement must state, as data. The shape of `machines/agreements/requirements.yaml`. */
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Point } from './agreement.js';

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
  in_force?: { from: PlainDate; to?: PlainDate | null };
}

export interface Requirements {
  source: { title: string; claim: string };
  points: Record<Point, { title: string; halves?: string[] }>;
  requirements: Record<string, Requirement>;
}
