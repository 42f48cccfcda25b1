import { granskning } from '../../machines/grammar/index.js';
import { type Party, parties } from '../../machines/parties.js';
import type { Library } from '../library/library.js';
import type { Names } from './names.js';

/** One option of a choice. */
export interface Choice {
  value: string;
  name: string;
}

/** What can be chosen in the filter of the queue. */
export interface QueueChoices {
  parties: Choice[];
  kommuner: Choice[];
  units: Choice[];
  processes: Choice[];
}

/** Parties and processes as registered; municipalities and units as the agreements name them. */
export function queueChoices({ registry, agreements }: Library, names: Names): QueueChoices {
  const kommuner = new Map(agreements.map(({ kommun }) => [kommun.code, kommun.name]));
  const acting = agreements.flatMap(({ units, clauses }) => {
    const named = new Set(clauses.flatMap(({ step, who }) => (step && who ? [who] : [])));
    return units.filter(({ id }) => named.has(id)).map(({ id, name }): [string, string] => [id, name]);
  });
  return {
    parties: (Object.keys(parties) as Party[]).map((party) => ({ value: party, name: names.party(party) })),
    kommuner: choices(kommuner),
    units: choices(new Map(acting)),
    processes: [...registry.processes.map(({ id }) => id), granskning.process].map((id) => ({
      value: id,
      name: names.process(id),
    })),
  };
}

const choices = (named: ReadonlyMap<string, string>): Choice[] =>
  [...named].map(([value, name]) => ({ value, name })).sort((a, b) => a.name.localeCompare(b.name, 'sv'));
