/**
 * The facts that a process is offered when its states are explored: its samples, and besides them every choice that the
 * closed lists of their fields allow, so that what is proved does not rest on which samples somebody thought of.
 */
import type { Field, PlainDate, Process, SampleFact } from '../../../machines/grammar/index.js';
import { lawOn } from '../law/law-on.js';
import type { StatuteBook } from '../law/statute-book.js';
import type { Registry } from '../registry.js';
import { type SampleEvent, sampleData } from '../samples.js';

/** With more combinations than this, one field at a time is varied instead of all with all. */
const MOST_COMBINATIONS = 48;

/** The facts by type, those of the process itself first: of equally short ways, what somebody did comes before what befell. */
export function offers(process: Process, on: PlainDate, book: StatuteBook, registry: Registry): SampleEvent[] {
  const law = lawOn(book, on);
  const own = (type: string) => Object.hasOwn(process.facts, type);
  const types = [...new Set(process.samples.map(({ type }) => type))].sort((a, b) => Number(own(b)) - Number(own(a)));
  return types.flatMap((type) => {
    const samples = process.samples.filter((sample) => sample.type === type);
    const fields = registry.facts.get(type)?.definition.data ?? {};
    return variants(samples, fields).map((data) => ({ type, on, data: sampleData(data, on), law }));
  });
}

type Data = Record<string, unknown>;

/** The data of the samples and everything else that closed lists, truths, bounds and optional fields allow. */
function variants(samples: readonly SampleFact[], fields: Record<string, Field>): Data[] {
  const given = samples.map(({ data }) => data ?? {});
  const choices = Object.entries(fields).map(([name, field]) => [name, choicesOf(name, field, given)] as const);
  const combinations = choices.reduce((count, [, values]) => count * values.length, 1);
  const varied =
    combinations <= MOST_COMBINATIONS
      ? product(choices)
      : given.flatMap((data) =>
          choices.flatMap(([name, values]) => values.map((value) => withValue(data, name, value))),
        );
  const all = new Map([...given, ...varied].map((data) => [keyOf(data), data]));
  return [...all.values()];
}

const keyOf = (data: Data): string => JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));

function choicesOf(name: string, field: Field, samples: readonly Data[]): unknown[] {
  const used = samples.map((data) => data[name]).filter((value) => value !== undefined);
  const values = new Set([...listed(field), ...used]);
  return [...values, ...(field.optional || values.size === 0 ? [undefined] : [])];
}

/** What can be listed of a field. Dates, patterns and municipalities are as the samples have them. */
function listed(field: Field): readonly unknown[] {
  if (field.kind === 'code') return field.values;
  if (field.kind === 'boolean') return [true, false];
  return field.kind === 'integer' ? [field.min, field.max] : [];
}

const product = (choices: readonly (readonly [string, readonly unknown[]])[]): Data[] =>
  choices.reduce<Data[]>(
    (made, [name, values]) => made.flatMap((data) => values.map((value) => withValue(data, name, value))),
    [{}],
  );

const withValue = (data: Data, name: string, value: unknown): Data => {
  const { [name]: _, ...others } = data;
  return value === undefined ? others : { ...others, [name]: value };
};
