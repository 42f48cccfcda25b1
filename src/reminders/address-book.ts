/** Where reminders go: the addresses of units and parties, never of a person. */
import { basename } from 'node:path';
import { type DataError, type Finding, LibraryError } from '../library/data-error.js';
import { readYaml } from '../library/yaml-file.js';

/** Who is to be reminded. */
export interface Recipient {
  readonly kommun: string;
  readonly party: string;
  readonly unit: string | null;
}

/** Addresses by unit or party; `0763/integrationsenheten` speaks of one municipality only. */
export type AddressBook = ReadonlyMap<string, string>;

const ADDRESS = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/;

/** Reads the file, `unit or party: address` on each line. Throws `LibraryError` naming the lines that cannot be used. */
export function readAddressBook(path: string | undefined): AddressBook {
  if (path === undefined) return new Map();
  const file = readYaml(path, basename(path));
  const entries = isTable(file.value) ? Object.entries(file.value) : [];
  const wrong: Finding[] = entries.flatMap(([name, address]) => (isAddress(address) ? [] : [notAnAddress(name)]));
  const unreadable = file.errors.length === 0 && file.value !== null && !isTable(file.value) ? [notATable] : [];
  const errors: DataError[] = [...file.errors, ...file.place([...unreadable, ...wrong])];
  if (errors.length > 0) throw new LibraryError(errors);
  return new Map(entries as [string, string][]);
}

/** The address: the unit's, else its party's; the municipality's own entry before one for all. */
export function addressOf(book: AddressBook, { kommun, party, unit }: Recipient): string | undefined {
  const names = [unit, party].filter((name) => name !== null);
  const keys = names.flatMap((name) => [`${kommun}/${name}`, name]);
  return keys.map((key) => book.get(key)).find((address) => address !== undefined);
}

/** An address that no mail system can deliver to (RFC 2606), for messages that are only written to a folder. */
export const undeliverable = ({ kommun, party, unit }: Recipient): string => `${unit ?? party}@${kommun}.invalid`;

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAddress = (value: unknown): value is string => typeof value === 'string' && ADDRESS.test(value);

const notATable: Finding = {
  path: [],
  problem: {
    sv: 'Filen ska ha en enhet eller part och dess adress på varje rad',
    en: 'The file must have a unit or party and its address on each line',
  },
};

const notAnAddress = (name: string): Finding => ({
  path: [name],
  problem: { sv: `«${name}» har ingen användbar e-postadress`, en: `“${name}” has no usable mail address` },
});
