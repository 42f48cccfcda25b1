/** How a municipality's own column names and words become Etapp's: a small YAML file. */
import { basename } from 'node:path';
import { LibraryError } from '../library/data-error.js';
import { readYaml } from '../library/yaml-file.js';

export interface Mapping {
  /** The municipality's name of a column → Etapp's: a fact, `fact.field` or `referens`. */
  columns: Readonly<Record<string, string>>;
  /** Columns that are not read. */
  ignore: readonly string[];
  /** For `fact.field`: the municipality's word → the value. */
  values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What holds for every row: `fact.field` → the value. */
  fixed: Readonly<Record<string, string>>;
}

const NONE: Mapping = { columns: {}, ignore: [], values: {}, fixed: {} };

/** Reads the file. Throws `LibraryError` naming the lines that cannot be used. */
export function readMapping(path: string | undefined): Mapping {
  if (path === undefined) return NONE;
  const file = readYaml(path, basename(path));
  const findings = file.errors.length > 0 ? [] : complaints(file.value);
  const errors = [...file.errors, ...file.place(findings)];
  if (errors.length > 0) throw new LibraryError(errors);
  return { ...NONE, ...(file.value as Partial<Mapping>) };
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isWords = (value: unknown): boolean =>
  isTable(value) && Object.values(value).every((word) => typeof word === 'string');

const forms: Record<keyof Mapping, { fits: (value: unknown) => boolean; sv: string; en: string }> = {
  columns: {
    fits: isWords,
    sv: 'ha ett kolumnnamn och dess uppgift på varje rad',
    en: 'name a column and its fact on each line',
  },
  ignore: {
    fits: (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
    sv: 'vara en lista med kolumnnamn',
    en: 'be a list of column names',
  },
  values: {
    fits: (value) => isTable(value) && Object.values(value).every(isWords),
    sv: 'ha ett fält och dess ord på varje rad',
    en: 'have a field and its words on each line',
  },
  fixed: {
    fits: isWords,
    sv: 'ha ett fält och dess värde, som text, på varje rad',
    en: 'have a field and its value, as text, on each line',
  },
};

function complaints(value: unknown) {
  if (!isTable(value)) {
    const list = Object.keys(forms).join(', ');
    return [{ path: [], problem: { sv: `Filen ska ha något av ${list}`, en: `The file must have some of ${list}` } }];
  }
  return Object.entries(value).flatMap(([name, part]) => {
    const form = forms[name as keyof Mapping] as (typeof forms)[keyof Mapping] | undefined;
    if (!form) {
      const list = Object.keys(forms).join(', ');
      return [
        { path: [name], problem: { sv: `«${name}» finns inte (${list})`, en: `There is no “${name}” (${list})` } },
      ];
    }
    if (form.fits(part)) return [];
    return [{ path: [name], problem: { sv: `«${name}» ska ${form.sv}`, en: `“${name}” must ${form.en}` } }];
  });
}
