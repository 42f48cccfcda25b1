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

type Words = Record<string, readonly [one: string, many: string]>;

const words: Record<'sv' | 'en', Words> = {
  sv: {
    days: ['dag', 'dagar'],
    weeks: ['vecka', 'veckor'],
    months: ['månad', 'månader'],
    years: ['år', 'år'],
    hours: ['timme', 'timmar'],
    percent: ['procent', 'procent'],
    number: ['', ''],
    kronor: ['krona', 'kronor'],
  },
  en: {
    days: ['day', 'days'],
    weeks: ['week', 'weeks'],
    months: ['month', 'months'],
    years: ['year', 'years'],
    hours: ['hour', 'hours'],
    percent: ['per cent', 'per cent'],
    number: ['', ''],
    kronor: ['krona', 'kronor'],
  },
};

const others = { sv: { unknown: 'okänt', yes: 'ja', no: 'nej' }, en: { unknown: 'unknown', yes: 'yes', no: 'no' } };

/** An amount in words, `36 månader`. */
export function amountInWords(amount: Amount | undefined, language: 'sv' | 'en' = 'sv'): string {
  const { unknown, yes, no } = others[language];
  if (!amount) return unknown;
  for (const [unit, [one, many]] of Object.entries(words[language])) {
    const n = amount[unit as keyof Amount];
    if (typeof n === 'number') return `${n} ${n === 1 ? one : many}`.trim();
  }
  if (amount.is !== undefined) return amount.is ? yes : no;
  return amount.choice ?? amount.list?.join(', ') ?? unknown;
}
