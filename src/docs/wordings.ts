/** What machines, texts and law say, in words for generated pages. */
import { type Certainty, type Deadline, type Field, isStep, type Step } from '../../machines/grammar/index.js';
import { type Party, partyName } from '../../machines/parties.js';
import { amountInWords } from '../engine/law/certainty.js';
import type { Entry } from '../engine/law/law-data.js';
import { amountOf } from '../engine/law/statute-book.js';
import type { ProcessTexts } from '../engine/texts.js';
import type { DueKind } from '../engine/types.js';
import type { Library } from '../library/library.js';
import { foundInExamples } from './found-in-examples.js';

export const textsOf = (library: Library, process: string): ProcessTexts | undefined => library.texts.sv[process];

/** The label of a recorded fact or a time fact. */
export function factLabel(library: Library, type: string): string {
  const own = library.registry.facts.get(type)?.process;
  const label = own && textsOf(library, own)?.facts[type]?.label;
  if (label) return label;
  const computing = Object.values(library.texts.sv).find((texts) => texts.time_facts?.[type]);
  return computing?.time_facts?.[type] ?? type;
}

export const stateTitle = (library: Library, key: string): string => {
  const [process = '', state = ''] = key.split('/');
  return textsOf(library, process)?.states[state]?.title ?? state;
};

/** The name of a computed date, `process/date`. */
export const dateName = (library: Library, key: string): string => {
  const [process = '', name = ''] = key.split('/');
  return textsOf(library, process)?.dates?.[name] ?? name;
};

/** How firm a time is. */
export const dueKinds: Record<DueKind, string> = {
  hard: 'gräns i lag',
  soft: 'mål i lag',
  practice: 'praxis',
  local: 'lokal tid',
  none: 'ingen tid',
};

/** How sure a time is; nothing needs saying of what is settled. */
export const certainties: Record<Certainty, string> = {
  settled: '',
  'authority-decides': 'beräknat; myndigheten avgör',
  assumed: 'antaget',
  unknown: 'okänt',
};

/** By when, from which facts and how firmly. */
export function deadlineInWords(library: Library, process: string, deadline: Deadline): string {
  if ('none' in deadline) return 'lagen nämner ingen tid';
  if ('promptly' in deadline) return `${standardOf(library, deadline.promptly)} (${deadline.promptly})`;
  if ('by' in deadline) return dateInWords(library, `${process}/${deadline.by}`);
  const rule = library.book.find(deadline.within).provision.deadline;
  const from = [deadline.from]
    .flat()
    .map((type) => tickedLabel(library, type))
    .join(' eller ');
  if (!rule) return `tidsgränsen i ${deadline.within}, från ${from}`;
  return `${rule.lengths.map(lengthInWords).join('; ')} från ${from} (${dueKinds[rule.kind]}, ${deadline.within})`;
}

const named: readonly Party[] = ['arbetsformedlingen', 'forsakringskassan', 'migrationsverket', 'skatteverket'];

/** The party's name inside a sentence: authorities with names of their own keep their capital. */
export const inRunningText = (party: Party): string =>
  named.includes(party) ? partyName(party) : partyName(party).charAt(0).toLowerCase() + partyName(party).slice(1);

/** A computed date with the numbers of law that it rests on, as the examples show them. */
function dateInWords(library: Library, key: string): string {
  const { kind, rules = [] } = foundInExamples(library).dates.get(key) ?? {};
  const numbers = rules.map(({ citation, amount, since }) => `${amount} sedan ${since} (${citation})`);
  const firm = kind === 'entitlement' ? 'flyttas inte av helgdag' : 'flyttas från helgdag';
  return [dateName(library, key), ...numbers, ...(kind ? [firm] : [])].join('; ');
}

/** A link from a reference page to the page of the process that a key begins with. */
export const processLink = (key: string, text: string): string =>
  `[${text}](../../machines/processes/${key.split('/')[0]}/README.md)`;

const tickedLabel = (library: Library, type: string): string => `«${factLabel(library, type)}»`;

const standardOf = (library: Library, citation: string): string => {
  const standard = library.book.find(citation).provision.standard;
  return standard ? `«${standard}»` : 'ingen dag är satt';
};

const lengthInWords = (entry: Entry, _: number, all: readonly Entry[]): string => {
  const length = entry.none === undefined ? amountInWords(amountOf(entry)) : `ingen tid (${entry.none})`;
  return all.length > 1 ? `${length} sedan ${entry.since}` : length;
};

/** The facts that a state waits for: those that discharge it, or those that wake it. */
export const awaitedBy = (meta: unknown): readonly string[] => {
  const { awaits = [], wakes = [] } = (meta ?? {}) as { awaits?: readonly string[]; wakes?: readonly string[] };
  return isStep(meta as Step) ? awaits : wakes;
};

/** What a field may hold; `labels` explain the values of a code. */
export function fieldInWords(field: Field, labels: Readonly<Record<string, string>> = {}): string {
  switch (field.kind) {
    case 'code':
      return field.values.map((value) => `\`${value}\`${labels[value] ? ` ${labels[value]}` : ''}`).join(', ');
    case 'pattern':
      return `som \`${field.example}\``;
    case 'date':
      return 'dag, ÅÅÅÅ-MM-DD';
    case 'boolean':
      return '`true` eller `false`';
    case 'integer':
      return `heltal ${field.min}–${field.max} (${field.unit})`;
    case 'kommun':
      return 'kommunkod, fyra siffror';
  }
}
