/**
 * Missing facts that must have come earlier than the last that is told, because time had to pass after them: a month
 * to report on must have begun. One such fact at a time; what is missing after it is looked for in the ordinary way.
 */
import type { AnyMachineSnapshot } from 'xstate';
import type { PlainDate } from '../../../machines/grammar/index.js';
import { rankOf } from '../fact-log.js';
import { type CasePosition, foldOver } from '../fold.js';
import { isTarget, type Target, targetOf } from '../instances.js';
import { handledTypes } from '../machine.js';
import type { Position } from '../position.js';
import type { Fact } from '../types.js';
import { type Alone, standing } from './alone.js';
import { firstDayIn, type Stage, stagesOf, takes } from './stages.js';
import { asMissing, moves, supposedFacts } from './supposed.js';
import type { Told } from './told.js';

/** More than this are not held against the whole case, which is dear. */
const MOST_HELD = 12;

/** A missing fact that must have come earlier, and the case that it leads to on the day of the fact. */
export interface Earlier {
  missing: Fact;
  /** Before the next stage begins. */
  through: PlainDate;
  before: CasePosition;
}

interface Candidate {
  missing: Fact;
  stage: Stage;
  through: PlainDate;
  /** Where the process would stand if it were alone. */
  then: AnyMachineSnapshot;
}

/** The earlier facts of one refusal. */
export class EarlierFacts {
  private readonly target: Target;
  private candidates: Candidate[] | undefined;
  private held = 0;

  constructor(
    private readonly told: Told,
    private readonly fact: Fact,
    private readonly own: Position,
    private readonly alone: Alone,
  ) {
    this.target = targetOf(fact, told.ground.registry);
  }

  /** Those after which at most so many more may be missing, each given once, the latest first. */
  next(most: number): Earlier[] {
    this.candidates ??= this.find();
    const near = this.candidates.filter(({ then }) => this.alone.within(then, most));
    this.candidates = this.candidates.filter((candidate) => !near.includes(candidate));
    return near.flatMap((candidate) => this.holdAgainstCase(candidate));
  }

  private holdAgainstCase({ missing, stage, through }: Candidate): Earlier[] {
    if (!takes(stage, missing, this.told.ground) || this.held++ >= MOST_HELD) return [];
    const { position, fits } = this.told.with([missing]);
    return fits ? [{ missing, through, before: position }] : [];
  }

  private find(): Candidate[] {
    const stages = stagesOf(this.told);
    const now = standing(this.own.snapshot);
    const met = new Set<string>();
    const found: Candidate[] = [];
    for (let i = stages.length - 1; i >= 0; i--)
      for (const { missing, ordinal } of this.within(stages[i]!)) {
        const then = this.standingWith(missing);
        const key = then && `${ordinal} ${standing(then)}`;
        if (!key || standing(then) === now || met.has(key)) continue;
        met.add(key);
        found.push({ missing, then, stage: stages[i]!, through: stages[i + 1]?.since?.on ?? this.fact.on });
      }
    return found;
  }

  /** The facts that move the process in question on the first day of the stage, with their place among those tried. */
  private within(stage: Stage): { missing: Fact; ordinal: number }[] {
    const { ground, last, on } = this.told;
    const own = stage.position.positions.find((p) => isTarget(p, this.target));
    if (!own) return [];
    const heard = handledTypes(own.edition.machine);
    const events = supposedFacts(stage.position, this.target, firstDayIn(stage, 0), ground, heard);
    return events.flatMap((event, ordinal) => {
      const day = firstDayIn(stage, rankOf(event.type, ground.registry));
      if (day >= on || !moves(own, event)) return [];
      return [{ missing: asMissing(event, { index: 0, on: day, last }, ground.registry), ordinal }];
    });
  }

  /** Where the process by itself would stand on the day of the fact. */
  private standingWith(missing: Fact): AnyMachineSnapshot | undefined {
    const { subject, facts, on, ground } = this.told;
    const heard = handledTypes(this.own.edition.machine);
    const own = [...facts.filter(({ type }) => heard.has(type)), missing];
    const { positions } = foldOver([this.own.process], subject, own, { ...ground, asOf: on });
    return positions.find((p) => isTarget(p, this.target))?.snapshot;
  }
}
