/** A counter of open steps: whose, and where. */
export interface Counted {
  readonly party: string;
  readonly kommun: string;
}

/** How the counters move when some steps are counted out and others in, in order of party and municipality. */
export function countedDifference(out: readonly Counted[], into: readonly Counted[]): (Counted & { by: number })[] {
  const differences = new Map<string, Counted & { by: number }>();
  const count = ({ party, kommun }: Counted, by: number) => {
    const key = `${party}/${kommun}`;
    differences.set(key, { party, kommun, by: (differences.get(key)?.by ?? 0) + by });
  };
  for (const step of out) count(step, -1);
  for (const step of into) count(step, 1);
  return [...differences.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, difference]) => difference)
    .filter(({ by }) => by !== 0);
}

/** The counters are not what the steps say: nothing is written rather than let one go below what it can be. */
export const disagreeing = ({ party, kommun }: Counted): Error =>
  new Error(`The counter of open steps for ${party} in ${kommun} does not agree with the steps.`);
