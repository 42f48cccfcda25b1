/** What each column of a spreadsheet tells of. */
import type { Field } from '../../machines/grammar/index.js';
import { nearest } from '../engine/nearest.js';
import type { Registry } from '../engine/registry.js';
import type { Mapping } from './mapping.js';
import { UnusableFile } from './unusable-file.js';

/** `nth`: which of several facts of the type the column is about; `sfi.kurs.godkand#2` is the second. */
export type Column =
  | { kind: 'reference'; name: string }
  | { kind: 'ignored'; name: string }
  | { kind: 'day'; name: string; type: string; nth: number }
  | { kind: 'field'; name: string; type: string; nth: number; field: string; definition: Field };

export const REFERENCE = 'referens';
/** The column that a file of refused rows has besides. */
export const REASON = 'orsak';

/** The columns in order. Throws `UnusableFile` naming every column that nobody knows, with the nearest known name. */
export function columnsOf(header: readonly string[], mapping: Mapping, registry: Registry): Column[] {
  const known = names(registry);
  const unknown: string[] = [];
  const columns = header.map((name): Column => {
    if (name === REASON || mapping.ignore.includes(name)) return { kind: 'ignored', name };
    const column = columnOf(mapping.columns[name] ?? name, name, registry);
    if (!column) unknown.push(name);
    return column ?? { kind: 'ignored', name };
  });
  if (unknown.length > 0) throw unknownColumns(unknown, known);
  for (const name of [...new Set(header.filter((one, i) => header.indexOf(one) !== i))]) throw twice(name);
  if (!columns.some(({ kind }) => kind === 'reference')) throw noReference();
  return columns;
}

/** Throws `UnusableFile` for what is fixed but no field of any fact. */
export function checkFixed({ fixed }: Mapping, registry: Registry): void {
  const unknown = Object.keys(fixed).filter((name) => columnOf(name, name, registry)?.kind !== 'field');
  if (unknown.length > 0) throw unknownColumns(unknown, names(registry));
}

/** The column or fixed value that a name stands for; undefined when nobody knows it. */
export function columnOf(meant: string, name: string, { facts }: Registry): Column | undefined {
  if (meant.toLowerCase() === REFERENCE) return { kind: 'reference', name };
  const [, type = '', number = '1', field] = /^([a-z.-]+?)(?:#(\d+))?(?:[.:]([a-z-]+))?$/.exec(meant) ?? [];
  // The dot before a field is also in the type itself: the longest known type counts.
  const whole = field === undefined ? type : `${type}.${field}`;
  const nth = Number(number);
  if (facts.has(whole) && (field === undefined || number === '1')) return { kind: 'day', name, type: whole, nth };
  const definition = field === undefined ? undefined : facts.get(type)?.definition.data[field];
  return field !== undefined && definition ? { kind: 'field', name, type, nth, field, definition } : undefined;
}

const names = ({ facts }: Registry): string[] => [
  REFERENCE,
  ...[...facts].flatMap(([type, { definition }]) => [
    type,
    ...Object.keys(definition.data).map((field) => `${type}.${field}`),
  ]),
];

function unknownColumns(unknown: readonly string[], known: readonly string[]): UnusableFile {
  const swedish = unknown.map((name) => {
    const near = nearest(name, known, 2).join(' eller ');
    return near ? `«${name}» (menade du ${near}?)` : `«${name}»`;
  });
  const english = unknown.map((name) => {
    const near = nearest(name, known, 2).join(' or ');
    return near ? `“${name}” (did you mean ${near}?)` : `“${name}”`;
  });
  return new UnusableFile({
    sv: `Ingen uppgift heter ${swedish.join(', ')}. Rätta rubriken, eller namnge kolumnen i en fil för --mapping: under columns, eller under ignore om den inte ska läsas.`,
    en: `No fact is called ${english.join(', ')}. Correct the header, or name the column in a file for --mapping: under columns, or under ignore if it is not to be read.`,
  });
}

const twice = (name: string): UnusableFile =>
  new UnusableFile({
    sv: `Två kolumner heter «${name}». Finns uppgiften flera gånger, skriv #2 efter den andra.`,
    en: `Two columns are called “${name}”. If the fact is there more than once, write #2 after the second.`,
  });

const noReference = (): UnusableFile =>
  new UnusableFile({
    sv: `Ingen kolumn heter «${REFERENCE}». Varje rad behöver ett eget löpnummer, så att den inte tas över två gånger.`,
    en: `No column is called “${REFERENCE}”. Each row needs a running number of its own, so that it is not taken over twice.`,
  });
