/** Proofs over the words for people and the sample facts that stand beside the machines. */
import { type FactDefinition, isStep, type Process } from '../../../machines/grammar/index.js';
import { sampleData } from '../samples.js';
import type { ProcessTexts } from '../texts.js';
import { problemsOf } from '../validate-fact.js';
import { ownClocks } from '../space/clocks.js';
import { fileOf, type Finder, type Ground, type Look } from './proof.js';

const inWords = { sv: 'svensk', en: 'engelsk' } as const;

/** Every state, step, fact, field, code, time fact, date and guard has its words in both languages. */
export const everyTextExists: Look = (ground, finder) => {
  for (const process of ground.registry.processes)
    for (const language of ['sv', 'en'] as const) {
      const file = fileOf(process.id, `texts.${language}.yaml`);
      const rule = (has: boolean, what: string, under: string) =>
        finder.check(
          has,
          process.id,
          () => `${what} saknar ${inWords[language]} text. Skriv den under ${under} i ${file}.`,
        );
      const words = ground.texts[language][process.id];
      rule(words !== undefined && words.name !== '' && words.about !== '', 'processen', 'name och about');
      for (const [what, under, has] of wanted(process, ground, words)) rule(has, what, under);
    }
};

type Wanted = readonly [what: string, under: string, has: boolean];

function wanted(process: Process, { registry }: Ground, words: ProcessTexts | undefined): Wanted[] {
  const own = [...registry.states.values()].filter((entry) => entry.process === process);
  return [
    ...own.flatMap(({ state, meta }): Wanted[] => [
      [state, 'states', words?.states[state] !== undefined],
      ...(isStep(meta)
        ? [[`vad som ska göras i ${state} (action)`, `states: ${state}`, !!words?.states[state]?.action] as const]
        : []),
    ]),
    ...Object.entries(process.facts).flatMap(([type, definition]) => ofFact(type, definition, words?.facts[type])),
    ...[...ownClocks(process)].map((type): Wanted => [type, 'time_facts', words?.time_facts?.[type] !== undefined]),
    ...Object.keys(process.dates).map((date): Wanted => [date, 'dates', words?.dates?.[date] !== undefined]),
    ...guardsOf(process).map((guard): Wanted => [guard, 'guards', words?.guards?.[guard] !== undefined]),
  ];
}

const ofFact = (type: string, { data }: FactDefinition, words: ProcessTexts['facts'][string] | undefined): Wanted[] => [
  [type, 'facts', words !== undefined],
  ...Object.entries(data).flatMap(([name, field]): Wanted[] => [
    [`fältet ${name} i ${type}`, `facts: ${type}: fields`, words?.fields?.[name] !== undefined],
    ...(field.kind === 'code' ? field.values : []).map((code): Wanted => [
      `koden ${code} i ${type}`,
      `facts: ${type}: values: ${name}`,
      words?.values?.[name]?.[code] !== undefined,
    ]),
  ]),
];

const guardsOf = (process: Process): string[] => [
  ...new Set(process.editions.flatMap(({ machine }) => Object.keys(machine.implementations.guards))),
];

/** Every sample fact is one that could be recorded: its type exists and its data keeps to the schema. */
export const everySampleFits: Look = ({ registry }, finder) => {
  for (const process of registry.processes)
    for (const { type, data } of process.samples) samplesFit(process, type, data ?? {}, registry, finder);
};

function samplesFit(
  process: Process,
  type: string,
  data: Record<string, unknown>,
  registry: Ground['registry'],
  finder: Finder,
): void {
  const file = fileOf(process.id);
  const times = registry.processes.flatMap((one) => [...ownClocks(one)]);
  const known = registry.facts.has(type) || times.includes(type);
  finder.check(known, process.id, () => `provet av ${type} i samples: faktat finns inte. Rätta namnet i ${file}.`);
  const on = process.editions[0].since;
  for (const { field, problem, expected } of problemsOf({ type, on, data: sampleData(data, on) }, on, registry))
    finder.check(
      false,
      process.id,
      () =>
        `provet av ${type} i samples: ${field} ${problemWords[problem]}. Skriv ${expected} i ${file}, eller ändra fältet i facts.ts.`,
    );
}

/** What is wrong with a field, in words. */
export const problemWords = {
  missing: 'saknas',
  unknown: 'är inget fält i faktat',
  invalid: 'ligger utanför faktats schema',
  future: 'ligger i framtiden',
} as const;
