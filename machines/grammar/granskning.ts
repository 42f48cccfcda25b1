import type { Citation } from './basis.js';

/**
 * The step that is owed for a recorded fact that no longer fits where it stands, because an earlier fact came late or was
 * corrected. It is no process of its own: nothing leads to it but the fold, and it is over when the fact fits again or
 * does not count any more. Every case may have it, whatever its subject; its instance is the number of the fact in the log.
 */
export const granskning = {
  process: 'granskning',
  state: 'vantarPaGranskning',
  basis: '0000:1 37 §',
} as const satisfies { process: string; state: string; basis: Citation };
