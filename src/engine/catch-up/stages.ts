/** A case stage by stage: from one event to the next, time facts among them. */
import type { PlainDate } from '../../../machines/grammar/index.js';
import { calendar } from '../calendar/calendar.js';
import { effectiveFacts, inOrder, rankOf } from '../fact-log.js';
import { begin, type CasePosition, extend, passTo } from '../fold.js';
import type { Fact } from '../types.js';
import type { Told } from './told.js';

export interface Stage {
  position: CasePosition;
  /** What began it; the beginning of the case has nothing before it. `rank`: its place among the facts of its day. */
  since?: { type: string; on: PlainDate; rank: number };
}

/** The stages of what is told together with more, the first one first. */
export function stagesOf({ subject, facts, on, ground }: Told, added: readonly Fact[] = []): Stage[] {
  const { registry, book } = ground;
  const known = inOrder(effectiveFacts([...facts, ...added]), registry).filter((fact) => fact.on <= on);
  let position = begin(registry.of(subject), subject, known[0]?.on ?? on, book);
  const stages: Stage[] = [{ position }];
  const pass = (until: PlainDate) => {
    for (let dawn = nextDawn(position); dawn !== undefined && dawn <= until; dawn = nextDawn(position)) {
      position = passTo(position, dawn, book);
      stages.push({ position, since: { type: position.applied.at(-1)?.type ?? '', on: dawn, rank: -1 } });
    }
  };
  for (const fact of known) {
    pass(fact.on);
    position = extend(position, fact, ground);
    stages.push({ position, since: { type: fact.type, on: fact.on, rank: rankOf(fact.type, registry) } });
  }
  pass(on);
  return stages;
}

/** The first day on which the fact would be folded within the stage. */
export const firstDayIn = ({ position, since }: Stage, rank: number): PlainDate => {
  if (!since) return position.asOf;
  return since.rank <= rank ? since.on : calendar.addDays(since.on, 1);
};

/** Whether the stage takes the fact on its day. */
export const takes = ({ position }: Stage, fact: Fact, ground: Told['ground']): boolean =>
  extend(position, fact, ground).misfits.length === position.misfits.length;

const nextDawn = ({ positions }: CasePosition): PlainDate | undefined =>
  positions.flatMap(({ ahead }) => ahead[0]?.on ?? []).sort()[0];
