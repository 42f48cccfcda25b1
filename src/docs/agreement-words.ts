/** What the fields of an agreement's file mean, read from `machines/agreements/format.yaml`. */
import { join } from 'node:path';
import { fieldsOfShape, nameOfShape, shapesWithin } from '../library/dto/json-schema.js';
import type { Shape } from '../library/dto/rule.js';
import { readYaml } from '../library/yaml-file.js';

/** What a field means, and what kind of name it holds. */
export interface FieldWords {
  says: string;
  names?: 'step' | 'fact';
}

interface ShapeWords {
  about: string;
  fields: Record<string, string | FieldWords>;
}

interface FormatFile {
  common: Record<string, string>;
  shapes: Record<string, ShapeWords>;
}

export interface FormatWords {
  about(shape: string): string;
  field(shape: string, field: string): FieldWords;
}

/** Reads the words for the shape and all within it. Throws with every field that has no words, and all words without a field. */
export function readFormatWords(machines: string, root: Shape): FormatWords {
  const { value, errors } = readYaml(join(machines, 'agreements/format.yaml'), 'machines/agreements/format.yaml');
  if (errors.length > 0) throw new Error('machines/agreements/format.yaml is not readable.');
  const { common, shapes } = value as FormatFile;
  const wrong = misfits({ common, shapes }, root);
  if (wrong.length > 0) throw new Error(`machines/agreements/format.yaml: ${wrong.join('; ')}`);
  const wordsOf = (shape: string, field: string) => shapes[shape]?.fields[field] ?? common[field] ?? '';
  return {
    about: (shape) => shapes[shape]?.about ?? '',
    field: (shape, field) => {
      const words = wordsOf(shape, field);
      return typeof words === 'string' ? { says: words } : words;
    },
  };
}

function misfits({ common, shapes }: FormatFile, root: Shape): string[] {
  const all = shapesWithin(root).map((shape) => ({
    name: nameOfShape(shape),
    fields: fieldsOfShape(shape).map(({ name }) => name),
  }));
  const without = all.flatMap(({ name, fields }) => [
    ...(shapes[name] ? [] : [`${name} has no words`]),
    ...fields
      .filter((field) => shapes[name]?.fields[field] === undefined && common[field] === undefined)
      .map((field) => `${name}.${field} has no words`),
  ]);
  const unused = Object.entries(shapes).flatMap(([name, { fields }]) => {
    const shape = all.find((one) => one.name === name);
    if (!shape) return [`there is no ${name}`];
    return Object.keys(fields)
      .filter((field) => !shape.fields.includes(field))
      .map((field) => `there is no ${name}.${field}`);
  });
  return [...without, ...unused];
}
