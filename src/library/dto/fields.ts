/** What a field of a data file may hold. */
import { parseDate } from '../../engine/calendar/calendar.js';
import { field, type Json, list, type Presence, type Rule } from './rule.js';
import { isMapping } from './validate.js';

/** Words, not only space. */
export const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const text: Json = { type: 'string', minLength: 1 };
const day: Json = { type: 'string', format: 'date' };
const listOf = (items: Json): Json => ({ type: 'array', items });

/** Some words. */
export const Text = (presence: Presence = {}) =>
  field('text', presence, { sv: 'en text', en: 'a text', json: () => text }, isText);

/** A list of texts. */
export const Texts = (presence: Presence = {}) =>
  list('texts', presence, {
    sv: 'en lista av texter',
    en: 'a list of texts',
    json: () => listOf(text),
    each: isText,
  });

/** One of a closed list. */
export const OneOf = (values: readonly string[], presence: Presence = {}) =>
  field('oneOf', presence, among(values), (value) => values.includes(value as string));

/** A list of some of a closed list. */
export const SomeOf = (values: readonly string[], presence: Presence = {}) =>
  list('someOf', presence, {
    ...among(values),
    json: () => listOf({ enum: values }),
    each: (item) => values.includes(item as string),
  });

const among = (values: readonly string[]): Rule => ({
  sv: `något av: ${values.join(', ')}`,
  en: `one of: ${values.join(', ')}`,
  json: () => ({ enum: values }),
  oneOf: values,
});

/** A day that exists, `YYYY-MM-DD`. */
export const Day = (presence: Presence = {}) =>
  field(
    'day',
    presence,
    { sv: 'en dag som finns, ÅÅÅÅ-MM-DD', en: 'a day that exists, YYYY-MM-DD', json: () => day },
    (value) => parseDate(value) !== undefined,
  );

/** A day that exists, or the word `unknown`. */
export const DayOrUnknown = () =>
  field(
    'day',
    {},
    {
      sv: 'en dag som finns, ÅÅÅÅ-MM-DD, eller unknown',
      en: 'a day that exists, YYYY-MM-DD, or unknown',
      json: () => ({ anyOf: [{ const: 'unknown' }, day] }),
      oneOf: ['unknown'],
    },
    (value) => value === 'unknown' || parseDate(value) !== undefined,
  );

/** True or false. */
export const Truth = (presence: Presence = {}) =>
  field(
    'truth',
    presence,
    { sv: 'true eller false', en: 'true or false', json: () => ({ type: 'boolean' }) },
    (value) => typeof value === 'boolean',
  );

/** A number that is not negative. */
export const Quantity = (presence: Presence = {}) =>
  field(
    'quantity',
    presence,
    { sv: 'ett tal', en: 'a number', json: () => ({ type: 'number', minimum: 0 }) },
    (value) => Number.isFinite(value) && (value as number) >= 0,
  );

/** A whole number within bounds. */
export const Whole = (min: number, max: number, presence: Presence = {}) =>
  field('whole', presence, wholeRule(min, max), (value) => isWhole(value, min, max));

/** A list of whole numbers within bounds. */
export const Wholes = (min: number, max: number, presence: Presence = {}) =>
  list('wholes', presence, {
    ...wholeRule(min, max),
    json: () => listOf(whole(min, max)),
    each: (item) => isWhole(item, min, max),
  });

const whole = (minimum: number, maximum: number): Json => ({ type: 'integer', minimum, maximum });
const wholeRule = (min: number, max: number): Rule => ({
  sv: `heltal från ${min} till ${max}`,
  en: `whole, from ${min} to ${max}`,
  json: () => whole(min, max),
});
const isWhole = (value: unknown, min: number, max: number): boolean =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max;

/** A text of a given form; `example` is shown when it is not. */
export const Form = (form: RegExp, example: string, presence: Presence = {}) =>
  field(
    'form',
    presence,
    { sv: `som «${example}»`, en: `like “${example}”`, json: () => ({ type: 'string', pattern: form.source }) },
    (value) => typeof value === 'string' && form.test(value),
  );

/** A text or several. */
export const TextOrTexts = (presence: Presence = {}) =>
  field(
    'textOrTexts',
    presence,
    {
      sv: 'en text eller en lista av texter',
      en: 'a text or a list of texts',
      json: () => ({ anyOf: [text, listOf(text)] }),
    },
    (value) => (Array.isArray(value) ? value.every(isText) : isText(value)),
  );

/** Free data under names of its own; what it may hold is checked where its meaning is known. */
export const Data = (presence: Presence = {}) =>
  field(
    'data',
    presence,
    { sv: 'namn med värden', en: 'names with values', json: () => ({ type: 'object' }) },
    isMapping,
  );
