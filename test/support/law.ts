/** The real law, machines, agreements and examples, read once per test file. */
import { loadLibrary } from '../../src/library/library.js';

export const library = loadLibrary();
export const { registry, book, agreements, requirements, texts } = library;
export const schedule = library.reminders;
