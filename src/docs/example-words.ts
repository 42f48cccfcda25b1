/** An example as a jurist would tell it: what happened on which day, and who was then awaited. */
import { partyName } from '../../machines/parties.js';
import type { Example, ExpectedAction, FactStep, ThenStep } from '../engine/example.js';
import type { Library } from '../library/library.js';
import { dateName, factLabel, stateTitle } from './wordings.js';

export function exampleInWords(library: Library, example: Example): string {
  const after = example.after ? `Fortsätter på \`${example.after}\`.` : '';
  const told = example.steps.map((step) => ('fact' in step ? happened(library, step) : awaited(library, step)));
  return [`**${example.name}.**`, after, ...told].filter(Boolean).join(' ');
}

function happened(library: Library, { fact, on, data = {}, refused, limit }: FactStep): string {
  const details = Object.entries(data).map(([field, value]) => detail(library, fact, field, value));
  const what = `${factLabel(library, fact)}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
  return refused ? `${on}: «${what}» nekas${limit ? ` (${limit})` : ''}.` : `${on}: ${what}.`;
}

/** A field with its value in words, `Omfattning i procent av heltid: 50`. */
function detail({ registry, texts }: Library, fact: string, field: string, value: unknown): string {
  const text = texts.sv[registry.facts.get(fact)?.process ?? '']?.facts[fact];
  const plain = typeof value === 'boolean' ? (value ? 'ja' : 'nej') : String(value);
  return `${text?.fields?.[field] ?? field}: ${text?.values?.[field]?.[plain] ?? plain}`;
}

function awaited(library: Library, { then, owed = [], not = [], in: places = {}, dates = {} }: ThenStep): string {
  const told = [
    ...owed.map((action) => owedInWords(library, action)),
    ...Object.entries(places).map(
      ([process, state]) => `\`${process}\` står i «${stateTitle(library, `${process}/${state}`)}»`,
    ),
    ...Object.entries(dates).map(([key, { date }]) => `«${dateName(library, key)}» är ${date}`),
    ...not.map((step) => `ingen väntas göra «${stateTitle(library, step)}»`),
  ];
  return told.length > 0 ? `Den ${then}: ${told.join('; ')}.` : '';
}

function owedInWords(library: Library, { process, state, party, due }: ExpectedAction): string {
  const who = party ? `${partyName(party)}: ` : '';
  const when = due ? `, senast ${due}` : due === null ? ', utan datum' : '';
  return `${who}${stateTitle(library, `${process}/${state}`)}${when}`;
}
