/** Two coverage reports beside each other: what is answered better or worse, who acts instead, and what only one of them has. */
import type { Party } from '../../../machines/parties.js';
import type { CoverageReport, MatrixRow } from './coverage.js';
import { asked, type Asked, type Verdict } from './verdicts.js';

/** A point of a step that is answered otherwise. */
export interface ChangedAnswer {
  process: string;
  state: string;
  /** For which cases, where not for all. */
  when?: Record<string, string[]>;
  point: Asked;
  from: Verdict;
  to: Verdict;
}

/** A step that somebody else is to take. */
export interface MovedStep {
  process: string;
  state: string;
  when?: Record<string, string[]>;
  from: { owner: Party; unit: string | null };
  to: { owner: Party; unit: string | null };
}

export interface Comparison {
  improved: ChangedAnswer[];
  fell: ChangedAnswer[];
  moved: MovedStep[];
  /** Steps, `process/state`, that only the later report asks about, and only the former. */
  appeared: string[];
  gone: string[];
}

/** From the best answer to the worst. What does not apply is no answer, and neither better nor worse. */
const order: readonly Verdict[] = [
  'covered',
  'covered_elsewhere',
  'covered_vaguely',
  'admitted_gap',
  'unreadable',
  'absent',
  'conflict',
];

export function compareCoverage(former: CoverageReport, later: CoverageReport): Comparison {
  const pairs = former.matrix.flatMap((was) =>
    later.matrix.flatMap((is): Pair[] => {
      const when = stepOf(was) === stepOf(is) ? common(was.when, is.when) : undefined;
      return when && inLaw(was) && inLaw(is) ? [{ was, is, when }] : [];
    }),
  );
  const changed = pairs.flatMap(changedAnswers);
  const better = ({ from, to }: ChangedAnswer) => order.indexOf(to) < order.indexOf(from);
  return {
    improved: changed.filter(better),
    fell: changed.filter((one) => !better(one)),
    moved: pairs.flatMap(movedStep),
    appeared: missingIn(former, later),
    gone: missingIn(later, former),
  };
}

interface Pair {
  was: MatrixRow;
  is: MatrixRow;
  /** Empty where the rows hold for all cases. */
  when: Record<string, string[]>;
}

const stepOf = ({ process, state }: MatrixRow): string => `${process}/${state}`;

const inLaw = ({ points }: MatrixRow): boolean => points.P4 !== 'not_applicable';

/** The cases that both rows hold for; undefined when there are none. */
function common(one: MatrixRow['when'], other: MatrixRow['when']): Record<string, string[]> | undefined {
  const both: Record<string, string[]> = { ...one, ...other };
  for (const [name, values] of Object.entries(one ?? {})) {
    const others = other?.[name];
    if (others) both[name] = values.filter((value) => others.includes(value));
  }
  return Object.values(both).every((values) => values.length > 0) ? both : undefined;
}

const placeOf = ({ was: { process, state }, when }: Pair) => ({
  process,
  state,
  ...(Object.keys(when).length > 0 && { when }),
});

const changedAnswers = (pair: Pair): ChangedAnswer[] =>
  asked.flatMap((point) => {
    const [from, to] = [pair.was.points[point], pair.is.points[point]];
    const comparable = from !== to && order.includes(from) && order.includes(to);
    return comparable ? [{ ...placeOf(pair), point, from, to }] : [];
  });

function movedStep(pair: Pair): MovedStep[] {
  const who = ({ owner, unit }: MatrixRow) => ({ owner, unit });
  const [from, to] = [who(pair.was), who(pair.is)];
  return from.owner === to.owner && from.unit === to.unit ? [] : [{ ...placeOf(pair), from, to }];
}

function missingIn(one: CoverageReport, other: CoverageReport): string[] {
  const there = new Set(one.matrix.filter(inLaw).map(stepOf));
  return [...new Set(other.matrix.filter(inLaw).map(stepOf))].filter((step) => !there.has(step));
}
