/** How a DTO's fields get their rules: the checking is class-validator's, the words are ours, in both languages. */
import 'reflect-metadata';
import { ValidateBy, ValidateIf } from 'class-validator';
import type { Finding } from '../data-error.js';

/** A DTO class. */
export type Shape = new () => object;

/** A JSON Schema, or a part of one. */
export type Json = Readonly<Record<string, unknown>>;

/** What a field must be. The words follow «ska vara» and “must be”. */
export interface Rule {
  sv: string;
  en: string;
  /** The same as JSON Schema, for editors; `ref` gives the schema of another shape. */
  json: (ref: (shape: Shape) => Json) => Json;
  oneOf?: readonly string[];
  /** For lists: what each element must satisfy, so that the error names the element. */
  each?: (item: unknown) => boolean;
  /** For tables and lists of parts: what is wrong in the parts; undefined when the value is no such table or list. */
  inside?: (value: unknown) => Finding[] | undefined;
}

/** Whether a field may be left out, or be null. */
export interface Presence {
  optional?: true;
  nullable?: true;
}

/** What class-validator keeps with each field. */
export interface FieldContext extends Rule {
  presence: Presence;
}

/** Several decorators as one. */
export const all =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };

const present = ({ optional, nullable }: Presence): PropertyDecorator =>
  ValidateIf((_, value) => !(optional && value === undefined) && !(nullable && value === null));

/**
 * A field that holds to a rule; `name` is one of its own for each kind of rule. class-validator hands the rule on with
 * an error only when there is a message, so the message is there though nobody reads it.
 */
export const field = (
  name: string,
  presence: Presence,
  rule: Rule,
  holds: (value: unknown) => boolean,
): PropertyDecorator =>
  all(
    present(presence),
    ValidateBy(
      { name, validator: { validate: holds, defaultMessage: () => rule.en } },
      { context: { ...rule, presence } },
    ),
  );

/** A list whose elements each hold to the rule. */
export const list = (name: string, presence: Presence, rule: Rule & Required<Pick<Rule, 'each'>>): PropertyDecorator =>
  field(name, presence, rule, (value) => Array.isArray(value) && value.every((item) => rule.each(item)));
