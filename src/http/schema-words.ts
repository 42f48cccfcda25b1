/** The words that the schemas of the API are written in. */
import { parties } from '../../machines/parties.js';

/** A JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>;

export const text = { type: 'string' } as const;
export const date = { type: 'string', format: 'date' } as const;
export const count = { type: 'integer', minimum: 0 } as const;
export const truth = { type: 'boolean' } as const;
export const open = { type: 'object', additionalProperties: true } as const;
export const party = { enum: Object.keys(parties) };
export const certainty = { enum: ['settled', 'authority-decides', 'assumed', 'unknown'] };
export const or = (schema: { type: string; format?: string }): Schema => ({ ...schema, type: [schema.type, 'null'] });
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
export const record = (properties: Record<string, Schema>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
