/** Why a fact corrects another: a code of the closed list, never free text. */
import type { Refusal } from '../engine/refusal.js';
import type { Library } from '../library/library.js';
import type { FactToRecord } from './recording.js';

type Asked = Pick<FactToRecord, 'type' | 'on' | 'corrects' | 'reason'>;

/** The refusal of a code that is not in the list, or of one beside a fact that corrects nothing; undefined when all is well. */
export function reasonRefusal({ type, on, corrects, reason }: Asked, { corrections }: Library): Refusal | undefined {
  if (reason === undefined) return undefined;
  const codes = Object.keys(corrections.reasons);
  const problem =
    corrects === undefined
      ? 'reason: nothing-to-justify ()'
      : codes.includes(reason)
        ? undefined
        : `reason: invalid (${codes.join(' | ')})`;
  return problem === undefined
    ? undefined
    : {
        slug: 'invalid-data',
        type,
        on: on as Refusal['on'],
        awaited: [],
        limits: [],
        missing: [],
        catchUp: [],
        problems: [problem],
      };
}

/** What is stored: the reason that was given, the code for none when a correction gives none. */
export const storedReason = ({ corrects, reason }: Asked, { corrections }: Library): { reason?: string } =>
  corrects === undefined ? {} : { reason: reason ?? corrections.unstated };
