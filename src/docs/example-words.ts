/** An example as a jurist would tell it: what happened on which day, and who was then awaited. */
import { isStep, type PlainDate } from '../../machines/grammar/index.js';
import type { Example, ExpectedAction, FactStep, ThenStep } from '../engine/example.js';
import { isProblemSlug, problemKind } from '../http/problems.js';
import type { Library } from '../library/library.js';
import { dayInWords } from '../presentation/day-in-words.js';
import { tick } from './markdown.js';
import { certainties, dateName, dueKinds, factLabel, inRunningText, stateTitle, textsOf } from './wordings.js';

/** The example as an item of a list, with a line for each day under it. */
export function exampleInWords(library: Library, example: Example): string {
  const after = example.after ? ` Fortsätter på ${tick(example.after)}.` : '';
  const days = byDay(example).map(([day, steps]) => {
    const told = steps.flatMap((step) => ('fact' in step ? happened(library, step) : awaited(library, step)));
    return `\n  - Den ${dayInWords(day)}: ${told.join(' ')}`;
  });
  return `**${example.name}.**${after}${days.join('')}`;
}

const dayOf = (step: FactStep | ThenStep): PlainDate => ('fact' in step ? step.on : step.then);

/** What is told of one day stands together; a day that comes back later is told again there. */
function byDay({ steps }: Example): [PlainDate, (FactStep | ThenStep)[]][] {
  const days: [PlainDate, (FactStep | ThenStep)[]][] = [];
  for (const step of steps) {
    const last = days.at(-1);
    if (last?.[0] === dayOf(step)) last[1].push(step);
    else days.push([dayOf(step), [step]]);
  }
  return days;
}

function happened(library: Library, { fact, data = {}, refused, limit }: FactStep): string {
  const details = Object.entries(data).map(([field, value]) => detail(library, fact, field, value));
  const what = `${factLabel(library, fact)}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
  if (!refused) return `${what}.`;
  const why = isProblemSlug(refused) ? problemKind(refused).sv.toLowerCase() : refused;
  return `«${what}» avvisas: ${why}${limit ? `; gränsen är ${limit}` : ''}.`;
}

/** A field with its value in words, `omfattning i procent av heltid: 50`. */
function detail({ registry, texts }: Library, fact: string, field: string, value: unknown): string {
  const text = texts.sv[registry.facts.get(fact)?.process ?? '']?.facts[fact];
  const plain = typeof value === 'boolean' ? (value ? 'ja' : 'nej') : String(value);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(plain) ? dayInWords(plain as PlainDate) : undefined;
  return `${lower(text?.fields?.[field] ?? field)}: ${text?.values?.[field]?.[plain] ?? day ?? plain}`;
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function awaited(library: Library, { owed = [], not = [], in: places = {}, dates = {} }: ThenStep): string[] {
  const standing = Object.entries(places).map(
    ([process, state]) =>
      `${textsOf(library, process)?.name ?? process}: läget är «${stateTitle(library, `${process}/${state}`)}».`,
  );
  const days = Object.entries(dates).map(
    ([key, { date, certainty = 'settled', other }]) =>
      `«${dateName(library, key)}» är den ${dayInWords(date)}${certainty === 'settled' ? '' : ` (${certainties[certainty]})`}${other ? `, eller med den andra läsningen den ${dayInWords(other)}` : ''}.`,
  );
  const nobody = not.map((step) => `Ingen väntas «${actionOf(library, step)}».`);
  return [
    ...(owed.length > 0 ? [`Då väntas ${owed.map((one) => owedInWords(library, one)).join('; ')}.`] : []),
    ...standing,
    ...days,
    ...nobody,
  ];
}

function owedInWords(library: Library, { process, state, party, due, kind, certainty }: ExpectedAction): string {
  const key = `${process}/${state}`;
  const who = party ?? ownerOf(library, key);
  const firm = [kind && kind !== 'none' ? dueKinds[kind] : '', certainty ? certainties[certainty] : ''].filter(Boolean);
  const when = due ? `, senast den ${dayInWords(due)}` : due === null ? ', utan dag' : '';
  return `${who ? `${inRunningText(who)}: ` : ''}«${actionOf(library, key)}»${when}${firm.length > 0 ? ` (${firm.join(', ')})` : ''}`;
}

function ownerOf({ registry }: Library, key: string) {
  const meta = registry.states.get(key)?.meta;
  if (!isStep(meta)) return undefined;
  return meta.owner === 'enligtOverenskommelse' ? meta.otherwise : meta.owner;
}

/** What is to be done in a state; the state's title where nobody does anything. */
function actionOf(library: Library, key: string): string {
  const [process = '', state = ''] = key.split('/');
  return textsOf(library, process)?.states[state]?.action ?? stateTitle(library, key);
}
