import type { Library } from './library.js';

/** The injection token of the library. */
export const LIBRARY = Symbol('library');

/** The library, read before the application starts, for everybody who injects it. */
export const libraryProvider = (library: Library) => ({ provide: LIBRARY, useValue: library });
