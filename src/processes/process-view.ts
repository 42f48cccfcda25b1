import type { Citation, Deadline, Field, PlainDate, Process, Step, Subject } from '../../machines/grammar/index.js';
import { isDormant, isStep } from '../../machines/grammar/index.js';
import type { Party } from '../../machines/parties.js';
import { leaves, type StateEntry } from '../engine/registry.js';
import type { ProcessTexts } from '../engine/texts.js';

/** A state: what is awaited there, by whom, on what ground, by when. */
export interface StateView {
  state: string;
  title: string;
  /** What the owner does. */
  action: string | null;
  kind: 'waiting' | 'dormant' | 'final';
  owner: Step['owner'] | null;
  /** Who is shown when the law leaves it open and the agreement is silent. */
  otherwise: Party | null;
  basis: string | null;
  deadline: Deadline | null;
  /** The facts that discharge a waiting state, or wake a dormant one. */
  facts: readonly string[];
}

/** A field of a fact with its words. */
export type FieldView = Field & { name: string; label: string; labels: Readonly<Record<string, string>> };

/** A type of fact: who states it and what it carries. */
export interface FactTypeView {
  type: string;
  label: string;
  by: readonly Party[];
  fields: FieldView[];
}

export interface ProcessView {
  id: string;
  subject: Subject;
  name: string;
  about: string;
  editions: { since: PlainDate; until: PlainDate | null; basis: Citation }[];
  states: StateView[];
  facts: FactTypeView[];
  /** Computed dates. */
  dates: { name: string; label: string }[];
}

/** A process as it is declared, with its words. */
export function processView(process: Process, texts: ProcessTexts | undefined): ProcessView {
  return {
    id: process.id,
    subject: process.subject,
    name: texts?.name ?? process.id,
    about: texts?.about ?? '',
    editions: process.editions.map(({ since, until = null, basis }) => ({ since, until, basis })),
    states: leaves(process).map((entry) => stateView(entry, texts)),
    facts: Object.keys(process.facts).map((type) => factTypeView(type, process, texts)),
    dates: Object.keys(process.dates).map((name) => ({ name, label: texts?.dates?.[name] ?? name })),
  };
}

function stateView({ state, meta, final }: StateEntry, texts: ProcessTexts | undefined): StateView {
  const words = texts?.states[state];
  const step = isStep(meta) ? meta : undefined;
  return {
    state,
    title: words?.title ?? state,
    action: words?.action ?? null,
    kind: final ? 'final' : step ? 'waiting' : 'dormant',
    owner: step?.owner ?? null,
    otherwise: step?.otherwise ?? null,
    basis: step?.basis ?? null,
    deadline: step?.deadline ?? null,
    facts: step?.awaits ?? (isDormant(meta) ? meta.wakes : []),
  };
}

function factTypeView(type: string, { facts }: Process, texts: ProcessTexts | undefined): FactTypeView {
  const words = texts?.facts[type];
  const fields = Object.entries(facts[type]?.data ?? {});
  return {
    type,
    label: words?.label ?? type,
    by: facts[type]?.by ?? [],
    fields: fields.map(([name, field]) => ({
      ...field,
      name,
      label: words?.fields?.[name] ?? name,
      labels: words?.values?.[name] ?? {},
    })),
  };
}
