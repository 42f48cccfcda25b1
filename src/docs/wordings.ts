/** What machines, texts and law say, in words for generated pages. */
import { type Deadline, type Field, isStep, type Step } from '../../machines/grammar/index.js';
import { partyName } from '../../machines/parties.js';
import { amountInWords } from '../engine/law/certainty.js';
import type { DeadlineRule, Entry } from '../engine/law/law-data.js';
import { amountOf } from '../engine/law/statute-book.js';
import type { ProcessTexts } from '../engine/texts.js';
import type { Library } from '../library/library.js';

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

/** Who acts, as the law has it. */
export const ownerInWords = ({ owner, otherwise }: Step): string =>
  owner === 'enligtOverenskommelse'
    ? `den som överenskommelsen nämner (annars ${partyName(otherwise ?? 'kommun')}, med lucka)`
    : partyName(owner);

const kinds: Record<DeadlineRule['kind'], string> = { hard: 'gräns i lag', soft: 'mål', practice: 'praxis' };

/** By when, from which facts and how firmly. */
export function deadlineInWords(library: Library, process: string, deadline: Deadline): string {
  if ('none' in deadline) return 'lagen nämner ingen tid';
  if ('promptly' in deadline) return `${standardOf(library, deadline.promptly)} (${deadline.promptly})`;
  if ('by' in deadline) return textsOf(library, process)?.dates?.[deadline.by] ?? deadline.by;
  const rule = library.book.find(deadline.within).provision.deadline;
  const from = [deadline.from]
    .flat()
    .map((type) => tickedLabel(library, type))
    .join(' eller ');
  if (!rule) return `tidsgränsen i ${deadline.within}, från ${from}`;
  return `${rule.lengths.map(lengthInWords).join('; ')} från ${from} (${kinds[rule.kind]}, ${deadline.within})`;
}

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
