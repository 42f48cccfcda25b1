import type { Finding } from '../engine/coverage/coverage.js';
import type { Asked } from '../engine/coverage/verdicts.js';

/** Findings about one step that say the same, told as one. */
export type FindingGroup = Omit<Finding, 'point'> & { points: Asked[] };

/** Groups the findings, in the order of the first of each. */
export function grouped(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const { point, ...finding } of findings) {
    const { process, state, when, verdict, says, clause } = finding;
    const key = JSON.stringify([process, state, when, verdict, says, clause]);
    const group = groups.get(key);
    if (group) {
      group.points.push(point);
      group.requirements = [...new Set([...group.requirements, ...finding.requirements])];
    } else groups.set(key, { ...finding, points: [point] });
  }
  return [...groups.values()];
}
