/** What a case has used of its time, what lies ahead, and whether a fact is awaited, as JSON Schema. */
import { certainty, count, date, list, nullable, open, or, record, ref, text, truth } from './schema-words.js';

export const Ledger = record({
  process: text,
  instance: or(text),
  ledger: text,
  title: text,
  used: { type: 'number' },
  limit: { type: 'number' },
  left: { type: 'number' },
  unit: text,
  since: date,
  certainty,
  rules: list(open),
  dates: open,
  lines: list(
    record({
      from: date,
      to: date,
      kind: text,
      says: text,
      extent: { type: 'number', description: 'Percent of full time' },
      days: count,
      counted: { type: 'number' },
      sum: { type: 'number' },
      left: { type: 'number' },
    }),
  ),
  readings: list(
    record({ citation: text, value: text, question: text, inForce: text, certainty, note: text, options: list(open) }, [
      'note',
    ]),
  ),
});

export const Forecast = record({
  case: text,
  asOf: date,
  until: date,
  complete: truth,
  limits: list(open),
  owed: list(ref('NextAction')),
  days: list(
    record({
      on: date,
      due: list(ref('NextAction')),
      passed: list(open),
      facts: list(open),
      opened: list(record({ action: ref('NextAction'), follows: nullable(open) })),
      closed: list(ref('NextAction')),
      changed: list(open),
    }),
  ),
});

export const Awaited = record({
  case: text,
  type: text,
  label: text,
  on: date,
  process: or(text),
  status: { enum: ['awaited', 'welcome', 'not-awaited', 'computed'] },
  steps: list(ref('NextAction')),
  reasons: list(open),
  remedies: list(open),
  says: open,
});
