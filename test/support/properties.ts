/**
 * Property tests draw the same cases every time, so that a change is judged by what it changed. `npm run test:long` draws
 * new ones, and many more; a failure prints its seed.
 */
import fc from 'fast-check';

const rounds = Number(process.env['ETAPP_PROPERTY_ROUNDS'] ?? 1);

/** How many cases a property is tried on. */
export const runs = (usual: number): fc.Parameters<unknown> =>
  rounds > 1 ? { numRuns: usual * rounds } : { numRuns: usual, seed: 20180101 };

/** The long form looks at all there is; the ordinary one at an even choice of about so many. */
export const evenly = <T>(all: readonly T[], usual: number): readonly T[] => {
  const stride = rounds > 1 ? 1 : Math.max(1, Math.floor(all.length / usual));
  return all.filter((_, i) => i % stride === 0);
};
