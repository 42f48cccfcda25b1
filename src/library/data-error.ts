/** What is wrong in a data file, said so that the one who edits it finds the place. */

/** Keys and list places from the top of a file. */
export type Path = readonly (string | number)[];

/** A text in both languages. */
export interface Bilingual {
  sv: string;
  en: string;
}

/** Something wrong at a place in a value, before the file and line are known. */
export interface Finding {
  path: Path;
  problem: Bilingual;
  /** The valid value that the written one most resembles. */
  nearest?: string;
}

/** Something wrong in a file. Lines and columns count from 1. */
export interface DataError {
  /** Relative to the folder that holds `machines`. */
  file: string;
  line: number;
  column?: number;
  path: string;
  problem: Bilingual;
  nearest?: string;
}

/** A path as people write it, `clauses[3].points.P4`. */
export const pathInWords = (path: Path): string =>
  path.reduce<string>((words, key) => {
    if (typeof key === 'number') return `${words}[${key}]`;
    if (!/^[\wåäöÅÄÖ-]+$/.test(key)) return `${words}["${key}"]`;
    return words ? `${words}.${key}` : key;
  }, '');

/** The findings of a part, moved to where the part lies. */
export const under = (path: Path, findings: readonly Finding[]): Finding[] =>
  findings.map((finding) => ({ ...finding, path: [...path, ...finding.path] }));

/** One line: where, what in Swedish and English, and the nearest valid value. */
export function inOneLine({ file, line, problem, nearest }: DataError): string {
  const hint = nearest === undefined ? '' : ` Menade du «${nearest}»? (did you mean “${nearest}”?)`;
  return `${file}:${line}  ${problem.sv} — ${problem.en}.${hint}`;
}

/** Data that cannot be used. The message lists every problem, one per line. */
export class LibraryError extends Error {
  constructor(readonly problems: readonly DataError[]) {
    super(problems.map(inOneLine).join('\n'));
    this.name = 'LibraryError';
  }
}
