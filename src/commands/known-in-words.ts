import { dayInSweden } from '../clock.js';
import type { Terminal } from './terminal.js';

/** When an answer does not rest on all that is known: `, känt 2026-03-01`, the day in Sweden. */
export const knownInWords = (knownAt: string | null, { say }: Pick<Terminal, 'say'>): string => {
  if (knownAt === null) return '';
  const day = dayInSweden(Date.parse(knownAt));
  return say(`, känt ${day}`, `, known on ${day}`);
};
