/** The JSON Schema of a DTO class, so that an editor completes and checks a data file while it is written. */
import { getMetadataStorage } from 'class-validator';
import type { FieldContext, Json, Shape } from './rule.js';

/** One field of a shape, as its rule describes it. */
export interface FieldOfShape {
  name: string;
  rule: FieldContext;
}

/** What is added to the schema of a field: what it means, or the names that it may hold. */
export type Enrich = (shape: string, field: string) => Json;

/** The name of a shape where people see it: `ClauseDto` is `Clause`. */
export const nameOfShape = (shape: Shape): string => shape.name.replace(/Dto$/, '');

/** The fields of a shape in the order of the class, those it inherits first. */
export function fieldsOfShape(shape: Shape): FieldOfShape[] {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
  return metadata.flatMap(({ propertyName, context }) =>
    context === undefined ? [] : [{ name: propertyName, rule: context as FieldContext }],
  );
}

/** The shape and every shape inside it, each once, the outermost first. */
export function shapesWithin(root: Shape): Shape[] {
  const found = new Set<Shape>([root]);
  for (const shape of found)
    for (const { rule } of fieldsOfShape(shape))
      rule.json((inner) => {
        found.add(inner);
        return {};
      });
  return [...found];
}

/** JSON Schema 2020-12 of a file that has the root's shape. */
export function jsonSchemaOf(root: Shape, enrich: Enrich): Json {
  const definitions = shapesWithin(root).map((shape) => [nameOfShape(shape), schemaOf(shape, enrich)] as const);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $ref: `#/$defs/${nameOfShape(root)}`,
    $defs: Object.fromEntries(definitions),
  };
}

const ref = (shape: Shape): Json => ({ $ref: `#/$defs/${nameOfShape(shape)}` });

function schemaOf(shape: Shape, enrich: Enrich): Json {
  const fields = fieldsOfShape(shape);
  const required = fields.filter(({ rule }) => !rule.presence.optional).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map(({ name, rule }) => [name, { ...orNull(rule), ...enrich(nameOfShape(shape), name) }]),
    ),
    required,
    additionalProperties: false,
  };
}

const orNull = ({ json, presence }: FieldContext): Json =>
  presence.nullable ? { anyOf: [json(ref), { type: 'null' }] } : json(ref);
