import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressOf, readAddressBook, undeliverable } from '../../../src/reminders/address-book.js';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'etapp-addresses-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (text: string): string => {
  const path = join(folder, 'adresser.yaml');
  writeFileSync(path, text);
  return path;
};
const recipient = { kommun: '0763', party: 'kommun', unit: 'integrationsenheten' };

test('a unit is found before its party, and the municipality’s own entry before one for all', () => {
  const all = [
    '0763/integrationsenheten: a@x.example',
    'integrationsenheten: b@x.example',
    '0763/kommun: c@x.example',
    'kommun: d@x.example',
  ];
  const found = all.map((_, from) => addressOf(readAddressBook(file(all.slice(from).join('\n'))), recipient));
  expect(found).toEqual(['a@x.example', 'b@x.example', 'c@x.example', 'd@x.example']);
  expect(addressOf(readAddressBook(file('0780/kommun: other@x.example')), recipient)).toBeUndefined();
});

test('without a file, or with an empty one, nobody has an address', () => {
  expect(addressOf(readAddressBook(undefined), recipient)).toBeUndefined();
  expect(addressOf(readAddressBook(file('# inga ännu\n')), recipient)).toBeUndefined();
});

test('what is no address is refused with its line, in Swedish and English', () => {
  expect(() => readAddressBook(file('kommun: a@x.example\nregionen: vården\n'))).toThrow(
    /adresser\.yaml:2 .*«regionen».*“regionen”/,
  );
  expect(() => readAddressBook(file('kommun: "a@x.example, b@x.example"\n'))).toThrow(/adresser\.yaml:1/);
  expect(() => readAddressBook(file('- a@x.example\n'))).toThrow(/enhet eller part/);
  expect(() => readAddressBook(join(folder, 'missing.yaml'))).toThrow(/saknas/);
});

test('an address made up for the folder can never be delivered to', () => {
  expect(undeliverable(recipient)).toBe('integrationsenheten@0763.invalid');
  expect(undeliverable({ ...recipient, unit: null })).toBe('kommun@0763.invalid');
});
