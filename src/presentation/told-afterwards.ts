/** How a ledger tells of a fact that had been forgotten. */
import type { AfterwardsView } from '../cases/afterwards.js';

/** In a few words; empty for a fact that was told in the ordinary way. */
export function toldAfterwards(afterwards: AfterwardsView | null, language: 'sv' | 'en'): string {
  if (!afterwards) return '';
  const { dated, notBefore } = afterwards;
  const sv = language === 'sv';
  const told = sv ? 'uppgiven i efterhand' : 'told afterwards';
  if (dated === 'stated') return told;
  const bound = sv
    ? `dagen är inte känd, senast den angivna${notBefore ? ` och tidigast ${notBefore}` : ''}`
    : `the day is not known, at the latest the one given${notBefore ? ` and at the earliest ${notBefore}` : ''}`;
  return `${told}; ${bound}`;
}
