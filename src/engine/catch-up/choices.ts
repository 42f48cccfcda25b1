/** Which data of a missing fact leads to the fact that is to be recorded, and what a person has to state. */
import type { Field } from '../../../machines/grammar/index.js';
import type { Registry } from '../registry.js';
import { expectation } from '../validate-fact.js';
import type { FieldToState } from './missing-fact.js';

type Data = Readonly<Record<string, unknown>>;

/** What is settled of a missing fact's data, and what is not. */
export interface Settled {
  data: Data;
  toState: FieldToState[];
}

/** `leads`: whether the sequence still leads to the fact when this one has the data. */
export function settled(type: string, sample: Data, registry: Registry, leads: (data: Data) => boolean): Settled {
  const entry = registry.facts.get(type);
  const key = entry && registry.process(entry.process)?.instances?.key;
  const needed = withoutNeedless(sample, entry?.definition.data ?? {}, leads);
  const data: Record<string, unknown> = {};
  const toState: FieldToState[] = [];
  for (const [name, field] of Object.entries(entry?.definition.data ?? {})) {
    if (!Object.hasOwn(needed, name)) continue;
    const possible =
      name === key ? [needed[name]] : valuesOf(field).filter((value) => leads({ ...needed, [name]: value }));
    if (possible.length === 1) data[name] = possible[0];
    else toState.push({ field: name, expected: possible.length > 0 ? possible.join(' | ') : expectation(field) });
  }
  return { data, toState };
}

/** The sample without the optional fields that change nothing here. */
function withoutNeedless(sample: Data, fields: Readonly<Record<string, Field>>, leads: (data: Data) => boolean): Data {
  let needed = sample;
  for (const name of Object.keys(sample)) {
    const { [name]: _, ...rest } = needed;
    if (fields[name]?.optional && leads(rest)) needed = rest;
  }
  return needed;
}

/** The values that a closed field may hold; of other fields there are too many to try. */
function valuesOf(field: Field): readonly unknown[] {
  if (field.kind === 'code') return field.values;
  return field.kind === 'boolean' ? [true, false] : [];
}
