/** The days on which rights and duties of a case end: the dates that its processes name as limits. */
import type { PlainDate, Reckoned } from '../../../machines/grammar/index.js';
import type { CasePosition } from '../fold.js';
import type { StatuteBook } from '../law/statute-book.js';
import { computedDate } from '../position.js';

export interface CaseLimit {
  process: string;
  instance: string | null;
  dateName: string;
  reckoned: Reckoned;
  passed: boolean;
  /** What the process does of itself the day after; null while no clock runs towards the date. */
  then: { type: string; on: PlainDate } | null;
}

/** Every limit that can be reckoned on the day of the position, the earliest first. Ended processes have none. */
export const limitsOf = ({ positions, asOf }: CasePosition, book: StatuteBook): CaseLimit[] =>
  positions
    .filter(({ snapshot }) => snapshot.status === 'active')
    .flatMap((of) =>
      (of.process.limits ?? []).flatMap((dateName): CaseLimit[] => {
        const reckoned = computedDate(of.process, dateName, of.snapshot, asOf, book);
        if (!reckoned) return [];
        const ahead = of.ahead.find((time) => time.dateName === dateName);
        const then = ahead ? { type: ahead.type, on: ahead.on } : null;
        const { process, instance } = of;
        return [{ process: process.id, instance, dateName, reckoned, passed: reckoned.date < asOf, then }];
      }),
    )
    .sort((a, b) => (a.reckoned.date < b.reckoned.date ? -1 : 1));
