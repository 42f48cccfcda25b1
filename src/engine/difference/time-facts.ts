/** What time alone had done and no longer has, and the other way round. */
import type { PlainDate } from '../../../machines/grammar/index.js';
import type { CasePosition } from '../fold.js';
import type { TimeFact } from '../position.js';

/** A time fact that happens on another day than before, that happens now, or that does not happen any more. */
export interface ChangedTimeFact {
  process: string;
  instance: string | null;
  type: string;
  from: PlainDate | null;
  to: PlainDate | null;
}

/** The time facts up to the day of the positions that are others than before, in order of day. */
export function changedTimeFacts(before: CasePosition, after: CasePosition): ChangedTimeFact[] {
  const [gone, come] = [without(before, after), without(after, before)];
  const changed: ChangedTimeFact[] = gone.map((was) => {
    const at = come.findIndex((is) => kindOf(is) === kindOf(was));
    const [is] = at < 0 ? [] : come.splice(at, 1);
    return told(was, was.on, is?.on ?? null);
  });
  const all = [...changed, ...come.map((is) => told(is, null, is.on))];
  return all.sort((a, b) => ((a.to ?? a.from ?? '') < (b.to ?? b.from ?? '') ? -1 : 1));
}

const without = (one: CasePosition, other: CasePosition): TimeFact[] => {
  const there = new Set(timeFacts(other).map((time) => `${kindOf(time)} ${time.on}`));
  return timeFacts(one).filter((time) => !there.has(`${kindOf(time)} ${time.on}`));
};

const timeFacts = ({ applied }: CasePosition): TimeFact[] => applied.flatMap(({ time }) => time ?? []);

const kindOf = ({ process, instance, type }: TimeFact): string => [process, instance, type].join(' ');

const told = (
  { process, instance, type }: TimeFact,
  from: PlainDate | null,
  to: PlainDate | null,
): ChangedTimeFact => ({
  process,
  instance,
  type,
  from,
  to,
});
