/** From a file to a value of a known shape, with every error placed in the file. */
import { readdirSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { Bilingual, DataError, Finding, Path } from './data-error.js';
import { closest, findingsIn, type Shape } from './dto/validate.js';
import { readYaml, type YamlFile } from './yaml-file.js';

/** A file that was read: its value when the shape is right, and what is wrong with it so far. */
export interface Reading<T> {
  file: YamlFile;
  value: T | undefined;
  errors: DataError[];
}

/** The name of a file as errors show it, from the folder that holds `folder`: `machines/law/sfs-2017-820.yaml`. */
export const shownIn = (folder: string, path: string): string =>
  [basename(folder), ...relative(folder, path).split(sep)].join('/');

/**
 * Reads one file. The value is the file's own plain content: the DTO class says what it must look like and is not
 * handed on. `further` looks at what a shape cannot say, and only at values whose shape is right.
 */
export function readAs<T extends object>(
  shape: new () => T,
  path: string,
  shownAs: string,
  further: (value: T) => Finding[] = () => [],
): Reading<T> {
  const file = readYaml(path, shownAs);
  const wrong = file.errors.length > 0 ? [] : findingsIn(shape, file.value);
  return finish<T>(file, wrong, further);
}

/** As `readAs`, for a file that is a list. */
export function readListAs<T extends object>(
  shape: new () => T,
  path: string,
  shownAs: string,
  further: (value: T[]) => Finding[] = () => [],
): Reading<T[]> {
  const file = readYaml(path, shownAs);
  const items = Array.isArray(file.value) ? file.value : undefined;
  const notAList = [{ path: [], problem: { sv: 'Filen ska vara en lista', en: 'The file must be a list' } }];
  const wrong = items ? items.flatMap((item: unknown, i) => findingsIn(shape as Shape, item, [i])) : notAList;
  return finish<T[]>(file, file.errors.length > 0 ? [] : wrong, further);
}

function finish<T>(file: YamlFile, wrong: Finding[], further: (value: T) => Finding[]): Reading<T> {
  const errors = [...file.errors, ...file.place(wrong)];
  if (errors.length > 0) return { file, value: undefined, errors };
  const value = file.value as T;
  return { file, value, errors: file.place(further(value)) };
}

/** Every YAML file in a folder and below it, in a fixed order. Empty when the folder is missing. */
export const yamlFilesIn = (folder: string): string[] => filesIn(folder).filter((path) => /\.ya?ml$/.test(path));

/** Every file in a folder and below it, in a fixed order. */
export function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [];
  }
}

/** A finding when a name is not among the known ones. `what` is the kind of name, «enhet». */
export const unlessKnown = (path: Path, name: string, known: ReadonlySet<string>, what: Bilingual): Finding[] =>
  known.has(name)
    ? []
    : [
        {
          path,
          problem: { sv: `${what.sv} «${name}» finns inte`, en: `There is no ${what.en} “${name}”` },
          ...closest(name, known),
        },
      ];

/** Findings for every name that stands more than once. */
export function repeated(names: readonly { path: Path; name: string }[], what: Bilingual): Finding[] {
  const seen = new Set<string>();
  return names.flatMap(({ path, name }) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      { path, problem: { sv: `${what.sv} «${name}» finns redan`, en: `There already is a ${what.en} “${name}”` } },
    ];
  });
}
