/** Every provision that a machine names: in its editions, its steps and its guards. */
import type { AnyStateMachine } from 'xstate';
import {
  type Basis,
  type Citation,
  type InForce,
  isStep,
  type Process,
  type Step,
} from '../../../machines/grammar/index.js';
import { nodesOf } from '../machine.js';
import { metaOf } from '../registry.js';

/** A provision, and where the machine names it: a state, or the edition itself. */
export interface Cited {
  citation: Citation;
  where: string;
}

export const isCitation = (basis: Basis): basis is Citation => !/^R\d+$/.test(basis);

/** What a step rests on: its ground, and the provision that gives its time. */
export const stepCitations = ({ basis, deadline }: Step): Citation[] => [
  ...(isCitation(basis) ? [basis] : []),
  ...('within' in deadline ? [deadline.within] : 'promptly' in deadline ? [deadline.promptly] : []),
];

/** The guards that hold while a provision is in force, with it. */
export const inForceGuards = (machine: AnyStateMachine): { guard: string; citation: Citation }[] =>
  Object.entries(machine.implementations.guards).flatMap(([guard, implementation]) => {
    const { citation } = (implementation ?? {}) as Partial<InForce>;
    return citation === undefined ? [] : [{ guard, citation }];
  });

export function citedBy(process: Process): Cited[] {
  return process.editions.flatMap(({ since, basis, machine }) => [
    { citation: basis, where: `utgåvan från ${since}` },
    ...nodesOf(machine.root).flatMap((node) => {
      const meta = metaOf(node);
      return isStep(meta) ? stepCitations(meta).map((citation) => ({ citation, where: node.key })) : [];
    }),
    ...inForceGuards(machine).map(({ guard, citation }) => ({ citation, where: `villkoret ${guard}` })),
  ]);
}

export const citationsOf = (process: Process): Citation[] => [
  ...new Set(citedBy(process).map(({ citation }) => citation)),
];
