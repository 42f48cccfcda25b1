/** What people call things, in a language. What has no name is shown by its identifier. */
import { type Party, partyName } from '../../machines/parties.js';
import { WITHDRAWN } from '../engine/fact-log.js';
import type { Language, Library } from '../library/library.js';

/** What names are looked up in. */
export type Named = Pick<Library, 'texts' | 'registry'>;

export const processName = ({ texts }: Named, language: Language, process: string): string =>
  texts[language][process]?.name ?? process;

/** What is awaited in a state. */
export const stateTitle = ({ texts }: Named, language: Language, process: string, state: string): string =>
  texts[language][process]?.states[state]?.title ?? state;

/** What the owner of a state does. */
export const actionTitle = (named: Named, language: Language, process: string, state: string): string =>
  named.texts[language][process]?.states[state]?.action ?? stateTitle(named, language, process, state);

const withdrawal: Record<Language, string> = {
  sv: 'Återkallelse av en tidigare uppgift',
  en: 'Withdrawal of an earlier fact',
};

/** What people call a fact, recorded or computed; its type when there is no word. */
export function factLabel({ texts, registry }: Named, language: Language, type: string): string {
  if (type === WITHDRAWN) return withdrawal[language];
  const process = registry.facts.get(type)?.process;
  const label = process && texts[language][process]?.facts[type]?.label;
  return label || Object.values(texts[language]).flatMap((words) => words.time_facts?.[type] ?? [])[0] || type;
}

export const dateName = ({ texts }: Named, language: Language, process: string, name: string): string =>
  texts[language][process]?.dates?.[name] ?? name;

/** The name of a unit in the agreements of the case's municipality. */
export const unitName = ({ agreements }: Pick<Library, 'agreements'>, kommun: string, unit: string): string =>
  agreements
    .filter(({ kommun: of }) => of.code === kommun)
    .flatMap(({ units }) => units)
    .find(({ id }) => id === unit)?.name ?? unit;

/** The party and, when it is another name, its unit. A state authority is its own unit in an agreement. */
export function whoNames(
  library: Pick<Library, 'agreements'>,
  language: Language,
  { party, unit, kommun }: { party: Party; unit: string | null; kommun: string },
): string[] {
  const name = partyName(party, language);
  const unitsName = unit === null ? null : unitName(library, kommun, unit);
  return unitsName === null || unitsName === partyName(party, 'sv') ? [name] : [name, unitsName];
}
