/** Reads the values of options and arguments. What cannot be read is a usage error that commander reports. */
import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import type { PlainDate } from '../../machines/grammar/index.js';
import { isParty, parties, type Party } from '../../machines/parties.js';
import { endOfDayInSweden } from '../clock.js';
import { parseDate } from '../engine/calendar/calendar.js';
import { nearest } from '../engine/nearest.js';
import type { Say } from './terminal.js';

/** Readers of values, with their complaints in a language. */
export const values = (say: Say) => ({
  day: (text: string): PlainDate => {
    const day = parseDate(text);
    if (day) return day;
    throw new InvalidArgumentError(say('Skriv en dag som finns, ÅÅÅÅ-MM-DD.', 'Write a day that exists, YYYY-MM-DD.'));
  },

  /** An instant, or a day: then the end of it in Sweden. */
  instant: (text: string): string => {
    const day = parseDate(text);
    if (day) return new Date(endOfDayInSweden(day) - 1).toISOString();
    const at = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN;
    if (!Number.isNaN(at)) return new Date(at).toISOString();
    throw new InvalidArgumentError(
      say('Skriv en dag eller en tidpunkt, 2026-03-01T12:00:00Z.', 'Write a day or an instant, 2026-03-01T12:00:00Z.'),
    );
  },

  party: (text: string): Party => {
    if (isParty(text)) return text;
    const near = nearest(text, Object.keys(parties), 1)[0];
    const list = Object.keys(parties).join(', ');
    throw new InvalidArgumentError(
      near
        ? say(`Menade du ${near}? Parter: ${list}.`, `Did you mean ${near}? Parties: ${list}.`)
        : say(`Parter: ${list}.`, `Parties: ${list}.`),
    );
  },

  kommun: (text: string): string => {
    if (/^\d{4}$/.test(text)) return text;
    throw new InvalidArgumentError(
      say(
        'Skriv kommunens kod med fyra siffror, till exempel 0763.',
        'Write the four digits of the municipality, such as 0763.',
      ),
    );
  },

  /** A whole number within limits. */
  number:
    (least: number, most: number) =>
    (text: string): number => {
      const number = Number(text);
      if (/^\d+$/.test(text) && number >= least && number <= most) return number;
      throw new InvalidArgumentError(
        say(`Skriv ett heltal, ${least}–${most}.`, `Write a whole number, ${least}–${most}.`),
      );
    },

  /** A JSON object, or `@FILE` that holds one. */
  data: (text: string): Record<string, unknown> => {
    const value = parsed(text.startsWith('@') ? contentOf(text.slice(1)) : text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    throw new InvalidArgumentError(
      say('Skriv ett JSON-objekt: \'{"route":"anvisad"}\'.', 'Write a JSON object: \'{"route":"anvisad"}\'.'),
    );
  },

  oneOf:
    <const T extends string>(...choices: readonly T[]) =>
    (text: string): T => {
      const chosen = choices.find((choice) => choice === text);
      if (chosen) return chosen;
      throw new InvalidArgumentError(say(`Välj ${choices.join(' | ')}.`, `Choose ${choices.join(' | ')}.`));
    },
});

export type Values = ReturnType<typeof values>;

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
