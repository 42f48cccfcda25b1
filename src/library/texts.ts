/** Reads the words for people. Everything a process shows has words in both languages, and no words are left over. */
import { join } from 'node:path';
import { type FactDefinition, granskning, isStep, type Process } from '../../machines/grammar/index.js';
import { nodesOf } from '../engine/machine.js';
import { leaves, metaOf, type Registry } from '../engine/registry.js';
import type { ProcessTexts } from '../engine/texts.js';
import { type Bilingual, type DataError, type Finding, type Path, pathInWords } from './data-error.js';
import { ProcessTextsDto } from './dto/process-texts.dto.js';
import { readAs, shownIn, unlessKnown } from './reading.js';

/** The languages that every process has words in. */
export const languages = ['sv', 'en'] as const;
export type Language = (typeof languages)[number];
export type Texts = Record<Language, Record<string, ProcessTexts>>;

/** The catalogues of every process, and what is wrong with them. */
export function readTexts(folder: string, registry: Registry): { texts: Texts; errors: DataError[] } {
  const texts: Texts = { sv: {}, en: {} };
  const errors: DataError[] = [];
  for (const process of registry.processes)
    for (const language of languages) {
      const path = join(folder, 'processes', process.id, `texts.${language}.yaml`);
      const reading = readAs(ProcessTextsDto, path, shownIn(folder, path), (catalogue) =>
        withinCatalogue(catalogue, process),
      );
      errors.push(...reading.errors);
      if (reading.value) texts[language][process.id] = reading.value;
    }
  for (const language of languages) {
    const path = join(folder, granskning.process, `texts.${language}.yaml`);
    const reading = readAs(ProcessTextsDto, path, shownIn(folder, path), withinReview);
    errors.push(...reading.errors);
    if (reading.value) texts[language][granskning.process] = reading.value;
  }
  return { texts, errors };
}

const words: Record<string, Bilingual> = {
  states: { sv: 'Tillståndet', en: 'state' },
  facts: { sv: 'Faktat', en: 'fact' },
  time_facts: { sv: 'Tidsfaktat', en: 'time fact' },
  dates: { sv: 'Datumet', en: 'date' },
  guards: { sv: 'Villkoret', en: 'guard' },
  ledgers: { sv: 'Liggaren', en: 'ledger' },
  kinds: { sv: 'Slaget', en: 'kind' },
  units: { sv: 'Enheten', en: 'unit' },
  fields: { sv: 'Fältet', en: 'field' },
  values: { sv: 'Koden', en: 'code' },
};

function withinCatalogue(catalogue: ProcessTexts, process: Process): Finding[] {
  const { states, facts, time_facts, dates, guards, ledgers } = catalogue;
  const all = leaves(process);
  const awaited = all.filter((leaf) => isStep(leaf.meta) && states[leaf.state] && !states[leaf.state]?.action);
  return [
    ...matching(
      states,
      all.map((leaf) => leaf.state),
      ['states'],
    ),
    ...awaited.map((leaf) => withoutAction(leaf.state)),
    ...matching(facts, Object.keys(process.facts), ['facts']),
    ...matching(time_facts, timeFactsOf(process), ['time_facts']),
    ...matching(dates, Object.keys(process.dates), ['dates']),
    ...matching(guards, guardsOf(process), ['guards']),
    ...matching(ledgers, Object.keys(process.ledgers ?? {}), ['ledgers']),
    ...Object.entries(process.ledgers ?? {}).flatMap(([name, { kinds, units, dates: ends }]) => {
      const own = ledgers?.[name];
      if (!own) return [];
      return [
        ...matching(own.kinds, kinds, ['ledgers', name, 'kinds']),
        ...matching(own.units, units, ['ledgers', name, 'units']),
        ...matching(own.dates, ends, ['ledgers', name, 'dates']),
      ];
    }),
    ...Object.entries(process.facts).flatMap(([type, definition]) =>
      withinFact(facts[type], definition, ['facts', type]),
    ),
  ];
}

/** The review of a fact that no longer fits has one step, whatever the fact. */
const withinReview = ({ states }: ProcessTexts): Finding[] => [
  ...matching(states, [granskning.state], ['states']),
  ...(states[granskning.state] && !states[granskning.state]?.action ? [withoutAction(granskning.state)] : []),
];

function withinFact(text: ProcessTexts['facts'][string] | undefined, { data }: FactDefinition, path: Path): Finding[] {
  if (!text) return [];
  const coded = Object.entries(data).flatMap(([name, field]) =>
    field.kind === 'code' ? [[name, field.values] as const] : [],
  );
  const { values = {} } = text;
  return [
    ...matching(text.fields, Object.keys(data), [...path, 'fields']),
    ...Object.keys(values).flatMap((name) =>
      unlessKnown([...path, 'values', name], name, new Set(Object.keys(data)), words.fields!),
    ),
    ...coded.flatMap(([name, codes]) => matching(values[name], codes, [...path, 'values', name], words.values)),
  ];
}

/** Every wanted name has words, and every name that has words is wanted. */
function matching(
  table: object | undefined,
  wanted: readonly string[],
  path: Path,
  what = words[String(path.at(-1))]!,
): Finding[] {
  const written = Object.keys(table ?? {});
  return [
    ...wanted.filter((name) => !written.includes(name)).map((name) => missing(path, name, what)),
    ...written.flatMap((name) => unlessKnown([...path, name], name, new Set(wanted), what)),
  ];
}

const missing = (path: Path, name: string, { sv, en }: Bilingual): Finding => ({
  path,
  problem: {
    sv: `${sv} «${name}» saknar text; skriv den under ${pathInWords(path)}`,
    en: `The ${en} “${name}” has no text; write it under ${pathInWords(path)}`,
  },
});

const withoutAction = (state: string): Finding => ({
  path: ['states', state],
  problem: {
    sv: `«${state}» väntar på någon och behöver en uppmaning (action)`,
    en: `“${state}” awaits somebody and needs an action`,
  },
});

const nodes = (process: Process) => process.editions.flatMap((edition) => nodesOf(edition.machine.root));

const timeFactsOf = (process: Process): string[] => [
  ...new Set(nodes(process).flatMap((node) => Object.keys(metaOf(node)?.clock ?? {}))),
];

const guardsOf = (process: Process): string[] => [
  ...new Set(process.editions.flatMap((edition) => Object.keys(edition.machine.implementations.guards))),
];
