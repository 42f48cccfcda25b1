/** Fields that hold parts with fields of their own: single parts, lists, and tables under names of their own. */
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import type { Finding } from '../data-error.js';
import { isText } from './fields.js';
import { all, field, type Json, list, type Presence, type Rule } from './rule.js';
import { findingsIn, isMapping, type Shape } from './validate.js';

const text: Json = { type: 'string', minLength: 1 };

/** One part with fields of its own. */
export const Part = (shape: () => Shape, presence: Presence = {}) =>
  all(
    field(
      'part',
      presence,
      { sv: 'fält med värden', en: 'fields with values', json: (ref) => ref(shape()) },
      isMapping,
    ),
    Type(shape),
    ValidateNested(),
  );

/** A list of parts. */
export const Parts = (shape: () => Shape, presence: Presence = {}) =>
  all(
    list('parts', presence, {
      sv: 'en lista av fält med värden',
      en: 'a list of fields with values',
      json: (ref) => ({ type: 'array', items: ref(shape()) }),
      each: isMapping,
    }),
    Type(shape),
    ValidateNested(),
  );

/** What a table's keys must look like. */
export interface Keys {
  form: RegExp;
  example: string;
}

const table = (
  presence: Presence,
  keys: Keys | undefined,
  json: Rule['json'],
  inRow: (row: unknown, key: string) => Finding[],
): PropertyDecorator => {
  const inside = (value: unknown): Finding[] | undefined =>
    isMapping(value)
      ? Object.entries(value).flatMap(([key, row]) => [...inKey(key, keys), ...inRow(row, key)])
      : undefined;
  const inTable: Rule['json'] = (ref) => ({ type: 'object', additionalProperties: json(ref) });
  const rule: Rule = { sv: 'namn med värden', en: 'names with values', json: inTable, inside };
  return field('table', presence, rule, (value) => inside(value)?.length === 0);
};

const inKey = (key: string, keys: Keys | undefined): Finding[] =>
  !keys || keys.form.test(key)
    ? []
    : [
        {
          path: [key],
          problem: {
            sv: `«${key}» ska skrivas som «${keys.example}»`,
            en: `“${key}” must be written like “${keys.example}”`,
          },
        },
      ];

/** A table of parts under names of their own. */
export const TableOf = (shape: () => Shape, presence: Presence = {}, keys?: Keys) =>
  table(
    presence,
    keys,
    (ref) => ref(shape()),
    (row, key) => findingsIn(shape(), row, [key]),
  );

/** A table of lists of parts. */
export const TableOfLists = (shape: () => Shape, presence: Presence = {}) =>
  table(
    presence,
    undefined,
    (ref) => ({ type: 'array', items: ref(shape()) }),
    (row, key) =>
      Array.isArray(row)
        ? row.flatMap((item: unknown, i) => findingsIn(shape(), item, [key, i]))
        : [{ path: [key], problem: { sv: `«${key}» ska vara en lista`, en: `“${key}” must be a list` } }],
  );

/** A table of texts. */
export const TableOfTexts = (presence: Presence = {}) =>
  table(
    presence,
    undefined,
    () => text,
    (row, key) =>
      isText(row) ? [] : [{ path: [key], problem: { sv: `«${key}» ska vara en text`, en: `“${key}” must be a text` } }],
  );

/** A table in which each row is a text or several. */
export const TableOfTextOrTexts = (presence: Presence = {}) =>
  table(
    presence,
    undefined,
    () => ({ anyOf: [text, { type: 'array', items: text }] }),
    (row, key) =>
      isText(row) || (Array.isArray(row) && row.every(isText))
        ? []
        : [
            {
              path: [key],
              problem: {
                sv: `«${key}» ska vara en text eller en lista av texter`,
                en: `“${key}” must be a text or a list of texts`,
              },
            },
          ],
  );

/** A table of tables of texts. */
export const TableOfTextTables = (presence: Presence = {}) =>
  table(
    presence,
    undefined,
    () => ({ type: 'object', additionalProperties: text }),
    (row, key) =>
      isMapping(row) && Object.values(row).every(isText)
        ? []
        : [
            {
              path: [key],
              problem: { sv: `«${key}» ska vara namn med texter`, en: `“${key}” must be names with texts` },
            },
          ],
  );

/** A list whose parts differ in shape. */
export const PartsBy = (shapeOf: (part: unknown) => Shape) => {
  const inside = (value: unknown): Finding[] | undefined =>
    Array.isArray(value) ? value.flatMap((part: unknown, i) => findingsIn(shapeOf(part), part, [i])) : undefined;
  const json = (): Json => ({ type: 'array', items: { type: 'object' } });
  const rule: Rule = { sv: 'en lista av fält med värden', en: 'a list of fields with values', json, inside };
  return field('partsBy', {}, rule, (value) => inside(value)?.length === 0);
};
