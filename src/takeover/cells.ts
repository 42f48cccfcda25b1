/** The text of a cell as a value, in the forms that spreadsheets in Swedish give it. */
import type { Field, PlainDate } from '../../machines/grammar/index.js';
import { parseDate } from '../engine/calendar/calendar.js';
import { expectation, fits } from '../engine/validate-fact.js';
import type { Said } from '../http/problems.js';

export type Read<T> = { value: T } | { wrong: Said };

/** `2026-03-01`, with or without the midnight that Excel puts after it, `2026/03/01` and `20260301`. */
export function dayIn(text: string): Read<PlainDate> {
  const [, year, month, date] = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?:[ T]00:00(?::00(?:\.0+)?)?)?$/.exec(text) ?? [];
  const day = year === undefined ? undefined : parseDate(`${year}-${month}-${date}`);
  if (day) return { value: day };
  const serial = /^\d{5}$/.test(text);
  return {
    wrong: {
      sv: `«${text}» är ingen dag som finns. Skriv ÅÅÅÅ-MM-DD${serial ? '; det ser ut som Excels inre tal, formatera kolumnen som datum' : ''}.`,
      en: `“${text}” is no day that exists. Write YYYY-MM-DD${serial ? '; it looks like an inner number of Excel, format the column as a date' : ''}.`,
    },
  };
}

const truths: Readonly<Record<string, boolean>> = {
  ja: true,
  sant: true,
  true: true,
  nej: false,
  falskt: false,
  false: false,
};

/** The value of a field. */
export function valueIn(text: string, field: Field): Read<unknown> {
  const value = valueOf(text, field);
  if (value !== undefined && fits(field, value)) return { value };
  const expected = field.kind === 'boolean' ? 'ja | nej' : expectation(field);
  return {
    wrong: { sv: `«${text}» går inte att använda (${expected}).`, en: `“${text}” cannot be used (${expected}).` },
  };
}

function valueOf(text: string, field: Field): unknown {
  switch (field.kind) {
    case 'code':
      return field.values.find((value) => value.toLowerCase() === text.toLowerCase());
    case 'boolean':
      return truths[text.toLowerCase()];
    case 'integer':
      return /^\d+\s*%?$/.test(text) ? Number.parseInt(text, 10) : undefined;
    case 'date': {
      const day = dayIn(text);
      return 'value' in day ? day.value : undefined;
    }
    // Spreadsheets take the first nought from a number.
    case 'kommun':
      return /^\d{3}$/.test(text) ? `0${text}` : text;
    case 'pattern':
      return text;
  }
}
