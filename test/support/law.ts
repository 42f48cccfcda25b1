/** The real law, machines, agreements and examples, read once per test file. */
import { loadLibrary } from '../../src/library/library.js';

export const library = loadLibrary();
export const { registry, book, agreements, requirements, texts } = library;
export const schedule = library.reminders;

/** The agreement with the id, which must be there and sound. */
export function agreementCalled(id: string): (typeof agreements)[number] {
  const found = agreements.find((one) => one.id === id);
  if (!found) throw new Error(`No agreement is called ${id}.`);
  return found;
}
export const tingsryd = agreementCalled('tingsryd/2019-lok');
