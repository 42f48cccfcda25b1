/** An agreement as it is written in its file, before anything of Etapp has read it. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { PlainDate } from '../../../machines/grammar/index.js';

export interface Written {
  kommun: { code: string; name: string };
  title: string;
  valid: { from: PlainDate; to: PlainDate | null };
  units: { id: string; contact?: unknown[] }[];
  bodies: { id: string }[];
  clauses: WrittenClause[];
  [field: string]: unknown;
}

export interface WrittenClause {
  id: string;
  step?: string;
  when?: Record<string, string | string[]>;
  who?: string;
  exchange?: { from: string; to: string; content: string; level: string; ground: string };
  points?: Record<string, Record<string, unknown>>;
  deadline?: { within?: Record<string, number>; says: string };
}

export const written = (file: string): Written => parse(readFileSync(file, 'utf8'), { schema: 'core' });

/** Where a statement stands in its clause. The half is empty where a point has only one. */
export interface StatementPlace {
  point: string;
  half: string;
}

export const statementsIn = ({ points = {}, deadline }: WrittenClause): StatementPlace[] => [
  ...Object.entries(points).flatMap(([point, said]) =>
    'wording' in said ? [{ point, half: '' }] : Object.keys(said).map((half) => ({ point, half })),
  ),
  ...(deadline ? [{ point: 'deadline', half: '' }] : []),
];

/** The clause without one of its statements, if it makes it. */
export function withoutStatement(clause: WrittenClause, { point, half }: StatementPlace): WrittenClause {
  const { deadline, points = {}, ...rest } = clause;
  if (point === 'deadline') return { ...rest, points };
  const kept = half ? { [point]: omit(points[point] ?? {}, half) } : {};
  return { ...rest, ...(deadline && { deadline }), points: { ...omit(points, point), ...kept } };
}

const omit = <V>(from: Record<string, V>, name: string): Record<string, V> =>
  Object.fromEntries(Object.entries(from).filter(([key]) => key !== name));

/** Every text in the agreement with the keys and list places that lead to it; the last that is no place names its field. */
export function* textsIn(value: unknown, path: readonly (string | number)[] = []): Generator<PlacedText> {
  if (typeof value === 'string')
    yield { path, field: path.filter((key) => typeof key === 'string').at(-1) ?? '', text: value };
  else if (value !== null && typeof value === 'object')
    for (const [key, item] of Object.entries(value))
      yield* textsIn(item, [...path, Array.isArray(value) ? Number(key) : key]);
}

interface PlacedText {
  path: readonly (string | number)[];
  field: string;
  text: string;
}
