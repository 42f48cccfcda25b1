/**
 * What an agreement answers, read straight from its clauses: which halves of which points of which steps, and for whom.
 * Nothing here asks the checker, so that the two can be held against each other.
 */
import type { StatementPlace, WrittenClause } from './written.js';
import { statementsIn } from './written.js';

/** The halves that must all be answered for a point to be. */
export const HALVES: Record<string, readonly string[]> = {
  P1: ['how', 'when'],
  P2: ['contact_person', 'contact_parties', 'information_person', 'information_parties'],
  P3: [''],
  P4: [''],
  P5: [''],
  P6: [''],
  deadline: [''],
};

/** Those for whom a step is asked about: everyone, or the values that the agreement makes a difference by. */
export type Groups = ReadonlyMap<string, readonly string[]>;

export function groupsIn(clauses: readonly WrittenClause[]): Groups {
  const groups = new Map<string, string[]>();
  for (const { step, when } of clauses)
    if (step && when) groups.set(step, [...(groups.get(step) ?? []), ...Object.values(when).flat()]);
  return new Map([...groups].map(([step, values]) => [step, [...new Set(values)]]));
}

export interface Question {
  step: string;
  point: string;
}

/**
 * What these clauses leave unanswered of the questions, one line for each step, group and point: `absent` when nobody
 * says a word, `covered_vaguely` when a half is missing. While any clause of a step still makes a difference between
 * groups, each group is asked for itself.
 */
export function leftOpen(clauses: readonly WrittenClause[], questions: readonly Question[], groups: Groups): string[] {
  const byStep = new Map<string | undefined, WrittenClause[]>();
  for (const clause of clauses) byStep.set(clause.step, [...(byStep.get(clause.step) ?? []), clause]);
  return questions.flatMap(({ step, point }) => {
    const about = byStep.get(step) ?? [];
    const asked = about.some(({ when }) => when) ? groups.get(step)! : ['alla'];
    return asked.flatMap((group) => {
      const said = new Set(
        about
          .filter(holdsFor(group))
          .flatMap(statementsIn)
          .filter(of(point))
          .map(({ half }) => half),
      );
      if (HALVES[point]!.every((half) => said.has(half))) return [];
      return [`${step} ${group} ${point} ${said.size === 0 ? 'absent' : 'covered_vaguely'}`];
    });
  });
}

const of =
  (point: string) =>
  (place: StatementPlace): boolean =>
    place.point === point;

const holdsFor =
  (group: string) =>
  ({ when }: WrittenClause): boolean =>
    !when || Object.values(when).flat().includes(group);
