import type { Certainty } from '../../../machines/grammar/index.js';
import type { Amount, Confidence, Entry } from './law-data.js';

const order: readonly Certainty[] = ['settled', 'authority-decides', 'assumed', 'unknown'];

/** The least sure of several. */
export const weakest = (...all: readonly Certainty[]): Certainty =>
  order[Math.max(0, ...all.map((certainty) => order.indexOf(certainty)))] as Certainty;

/**
 * How sure a value is: a wording that nobody has read is `assumed` when a value is assumed for it and `unknown` when
 * not; a value known only from guidance or by inference is `assumed`; a wording that leaves the answer to the authority
 * says so.
 */
export function certaintyOf(
  entry: Pick<Entry, 'unknown' | 'assume' | 'authority_decides' | 'none'> & { confidence: Confidence },
): Certainty {
  if (entry.unknown !== undefined) return entry.assume ? 'assumed' : 'unknown';
  if (entry.none !== undefined) return 'unknown';
  if (entry.confidence !== 'H') return 'assumed';
  return entry.authority_decides ? 'authority-decides' : 'settled';
}

const words: Record<string, readonly [one: string, many: string]> = {
  days: ['dag', 'dagar'],
  weeks: ['vecka', 'veckor'],
  months: ['månad', 'månader'],
  years: ['år', 'år'],
  hours: ['timme', 'timmar'],
  percent: ['procent', 'procent'],
  number: ['', ''],
  kronor: ['krona', 'kronor'],
};

/** An amount in Swedish words, `36 månader`. */
export function amountInWords(amount: Amount | undefined): string {
  if (!amount) return 'okänt';
  for (const [unit, [one, many]] of Object.entries(words)) {
    const n = amount[unit as keyof Amount];
    if (typeof n === 'number') return `${n} ${n === 1 ? one : many}`.trim();
  }
  if (amount.is !== undefined) return amount.is ? 'ja' : 'nej';
  return amount.choice ?? amount.list?.join(', ') ?? 'okänt';
}
