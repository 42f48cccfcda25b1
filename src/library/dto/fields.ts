/**
 * What a field of a data file may hold. Each decorator says it in both languages, so that an error can name the rule and
 * the nearest valid value; the checking itself is class-validator's.
 */
import 'reflect-metadata';
import { Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { parseDate } from '../../engine/calendar/calendar.js';
import type { Finding } from '../data-error.js';
import { findingsIn, isMapping, type Shape } from './validate.js';

/** What a field must be. The words follow «ska vara» and “must be”. */
export interface Rule {
  sv: string;
  en: string;
  oneOf?: readonly string[];
  /** For lists: what each element must satisfy, so that the error names the element. */
  each?(item: unknown): boolean;
  /** For tables and lists of parts: what is wrong in the parts; undefined when the value is no such table or list. */
  inside?(value: unknown): Finding[] | undefined;
}

/** Whether a field may be left out, or be null. */
export interface Presence {
  optional?: true;
  nullable?: true;
}

const all =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };

const present = ({ optional, nullable }: Presence): PropertyDecorator =>
  ValidateIf((_, value) => !(optional && value === undefined) && !(nullable && value === null));

const field = (name: string, presence: Presence, rule: Rule, holds: (value: unknown) => boolean): PropertyDecorator =>
  all(present(presence), ValidateBy({ name, validator: { validate: holds } }, { context: rule }));

const list = (name: string, presence: Presence, rule: Rule & Required<Pick<Rule, 'each'>>): PropertyDecorator =>
  field(name, presence, rule, (value) => Array.isArray(value) && value.every((item) => rule.each(item)));

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Some words. */
export const Text = (presence: Presence = {}) => field('text', presence, { sv: 'en text', en: 'a text' }, isText);

/** A list of texts. */
export const Texts = (presence: Presence = {}) =>
  list('texts', presence, { sv: 'en lista av texter', en: 'a list of texts', each: isText });

/** One of a closed list. */
export const OneOf = (values: readonly string[], presence: Presence = {}) =>
  field('oneOf', presence, among(values), (value) => values.includes(value as string));

/** A list of some of a closed list. */
export const SomeOf = (values: readonly string[], presence: Presence = {}) =>
  list('someOf', presence, { ...among(values), each: (item) => values.includes(item as string) });

const among = (values: readonly string[]): Rule => ({
  sv: `något av: ${values.join(', ')}`,
  en: `one of: ${values.join(', ')}`,
  oneOf: values,
});

/** A day that exists, `YYYY-MM-DD`. */
export const Day = (presence: Presence = {}) =>
  field('day', presence, { sv: 'en dag som finns, ÅÅÅÅ-MM-DD', en: 'a day that exists, YYYY-MM-DD' }, (value) => parseDate(value) !== undefined);

/** A day that exists, or the word `unknown`. */
export const DayOrUnknown = () =>
  field(
    'day',
    {},
    { sv: 'en dag som finns, ÅÅÅÅ-MM-DD, eller unknown', en: 'a day that exists, YYYY-MM-DD, or unknown', oneOf: ['unknown'] },
    (value) => value === 'unknown' || parseDate(value) !== undefined,
  );

/** True or false. */
export const Truth = (presence: Presence = {}) =>
  field('truth', presence, { sv: 'true eller false', en: 'true or false' }, (value) => typeof value === 'boolean');

/** A number that is not negative. */
export const Quantity = (presence: Presence = {}) =>
  field('quantity', presence, { sv: 'ett tal', en: 'a number' }, (value) => Number.isFinite(value) && (value as number) >= 0);

/** A whole number within bounds. */
export const Whole = (min: number, max: number, presence: Presence = {}) =>
  field('whole', presence, wholeRule(min, max), (value) => isWhole(value, min, max));

/** A list of whole numbers within bounds. */
export const Wholes = (min: number, max: number, presence: Presence = {}) =>
  list('wholes', presence, { ...wholeRule(min, max), each: (item) => isWhole(item, min, max) });

const wholeRule = (min: number, max: number): Rule => ({ sv: `heltal från ${min} till ${max}`, en: `whole, from ${min} to ${max}` });
const isWhole = (value: unknown, min: number, max: number): boolean =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max;

/** A text of a given form; `example` is shown when it is not. */
export const Form = (form: RegExp, example: string, presence: Presence = {}) =>
  field('form', presence, { sv: `som «${example}»`, en: `like “${example}”` }, (value) => typeof value === 'string' && form.test(value));

/** A text or several. */
export const TextOrTexts = (presence: Presence = {}) =>
  field('textOrTexts', presence, { sv: 'en text eller en lista av texter', en: 'a text or a list of texts' }, (value) =>
    Array.isArray(value) ? value.every(isText) : isText(value),
  );

/** Free data under names of its own; what it may hold is checked where its meaning is known. */
export const Data = (presence: Presence = {}) =>
  field('data', presence, { sv: 'namn med värden', en: 'names with values' }, isMapping);

/** One part with fields of its own. */
export const Part = (shape: () => Shape, presence: Presence = {}) =>
  all(field('part', presence, { sv: 'fält med värden', en: 'fields with values' }, isMapping), Type(shape), ValidateNested());

/** A list of parts. */
export const Parts = (shape: () => Shape, presence: Presence = {}) =>
  all(list('parts', presence, { sv: 'en lista av fält med värden', en: 'a list of fields with values', each: isMapping }), Type(shape), ValidateNested());

/** What a table's keys must look like. */
export interface Keys {
  form: RegExp;
  example: string;
}

const table = (presence: Presence, keys: Keys | undefined, inRow: (row: unknown, key: string) => Finding[]): PropertyDecorator => {
  const inside = (value: unknown): Finding[] | undefined =>
    isMapping(value) ? Object.entries(value).flatMap(([key, row]) => [...inKey(key, keys), ...inRow(row, key)]) : undefined;
  const rule: Rule = { sv: 'namn med värden', en: 'names with values', inside };
  return field('table', presence, rule, (value) => inside(value)?.length === 0);
};

const inKey = (key: string, keys: Keys | undefined): Finding[] =>
  !keys || keys.form.test(key)
    ? []
    : [{ path: [key], problem: { sv: `«${key}» ska skrivas som «${keys.example}»`, en: `“${key}” must be written like “${keys.example}”` } }];

/** A table of parts under names of their own. */
export const TableOf = (shape: () => Shape, presence: Presence = {}, keys?: Keys) =>
  table(presence, keys, (row, key) => findingsIn(shape(), row, [key]));

/** A table of lists of parts. */
export const TableOfLists = (shape: () => Shape, presence: Presence = {}) =>
  table(presence, undefined, (row, key) =>
    Array.isArray(row)
      ? row.flatMap((item: unknown, i) => findingsIn(shape(), item, [key, i]))
      : [{ path: [key], problem: { sv: `«${key}» ska vara en lista`, en: `“${key}” must be a list` } }],
  );

/** A table of texts. */
export const TableOfTexts = (presence: Presence = {}) =>
  table(presence, undefined, (row, key) =>
    isText(row) ? [] : [{ path: [key], problem: { sv: `«${key}» ska vara en text`, en: `“${key}” must be a text` } }],
  );

/** A table of tables of texts. */
export const TableOfTextTables = (presence: Presence = {}) =>
  table(presence, undefined, (row, key) =>
    isMapping(row) && Object.values(row).every(isText)
      ? []
      : [{ path: [key], problem: { sv: `«${key}» ska vara namn med texter`, en: `“${key}” must be names with texts` } }],
  );

/** A list whose parts differ in shape. */
export const PartsBy = (shapeOf: (part: unknown) => Shape) => {
  const inside = (value: unknown): Finding[] | undefined =>
    Array.isArray(value) ? value.flatMap((part: unknown, i) => findingsIn(shapeOf(part), part, [i])) : undefined;
  const rule: Rule = { sv: 'en lista av fält med värden', en: 'a list of fields with values', inside };
  return field('partsBy', {}, rule, (value) => inside(value)?.length === 0);
};
