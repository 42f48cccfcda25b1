/**
 * Property tests draw the same cases every time, so that a change is judged by what it changed. `npm run test:long` draws
 * new ones, and many more; a failure prints its seed.
 */
import fc from 'fast-check';

const rounds = Number(process.env['ETAPP_PROPERTY_ROUNDS'] ?? 1);

/** How many cases a property is tried on. */
export const runs = (usual: number): fc.Parameters<unknown> =>
  rounds > 1 ? { numRuns: usual * rounds } : { numRuns: usual, seed: 20180101 };
