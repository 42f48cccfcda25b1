/** Whether a proposed fact is well formed: known type, a real and possible day, data within its schema. */
import type { Field, PlainDate } from '../../machines/grammar/index.js';
import { calendar, parseDate } from './calendar/calendar.js';
import { WITHDRAWN } from './fact-log.js';
import type { Registry } from './registry.js';
import type { ProposedFact } from './types.js';

/** What is wrong with one field. `expected` is for people: the codes, the range, the form. */
export interface FieldProblem {
  field: string;
  problem: 'missing' | 'unknown' | 'invalid' | 'future';
  expected: string;
}

/** A fact may be dated tomorrow at the latest: plans are not facts. */
export function problemsOf(
  fact: Pick<ProposedFact, 'type' | 'on' | 'data'>,
  today: PlainDate,
  registry: Registry,
): FieldProblem[] {
  const on = parseDate(fact.on);
  const latest = calendar.addDays(today, 1);
  const day: FieldProblem[] = on
    ? on > latest
      ? [{ field: 'on', problem: 'future', expected: `${latest} at the latest` }]
      : []
    : [{ field: 'on', problem: 'invalid', expected: 'YYYY-MM-DD' }];
  if (fact.type === WITHDRAWN) return day;
  const fields = registry.facts.get(fact.type)?.definition.data ?? {};
  const unknown = Object.keys(fact.data).filter((name) => !Object.hasOwn(fields, name));
  return [
    ...day,
    ...unknown.map((field) => ({
      field,
      problem: 'unknown' as const,
      expected: Object.keys(fields).join(', ') || 'no data',
    })),
    ...Object.entries(fields).flatMap(([name, field]) => fieldProblem(name, field, fact.data[name])),
  ];
}

function fieldProblem(name: string, field: Field, value: unknown): FieldProblem[] {
  if (value === undefined)
    return field.optional ? [] : [{ field: name, problem: 'missing', expected: expectation(field) }];
  return fits(field, value) ? [] : [{ field: name, problem: 'invalid', expected: expectation(field) }];
}

/** Whether a value is one that the field may hold. */
export function fits(field: Field, value: unknown): boolean {
  switch (field.kind) {
    case 'code':
      return typeof value === 'string' && field.values.includes(value);
    case 'pattern':
      return typeof value === 'string' && new RegExp(field.pattern).test(value);
    case 'date':
      return parseDate(value) !== undefined;
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value) && (value as number) >= field.min && (value as number) <= field.max;
    case 'kommun':
      return typeof value === 'string' && /^\d{4}$/.test(value);
  }
}

/** What a field may hold, in words that are the same in Swedish and English. */
export function expectation(field: Field): string {
  switch (field.kind) {
    case 'code':
      return field.values.join(' | ');
    case 'pattern':
      return field.example;
    case 'date':
      return 'YYYY-MM-DD';
    case 'boolean':
      return 'true | false';
    case 'integer':
      return `${field.min}–${field.max} ${field.unit}`;
    case 'kommun':
      return '0763';
  }
}
