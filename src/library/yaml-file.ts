/** Reads one YAML file and remembers where everything stood. */
import { readFileSync, statSync } from 'node:fs';
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLWarning,
} from 'yaml';
import { type Bilingual, type DataError, type Finding, type Path, pathInWords } from './data-error.js';

const LARGEST_FILE = 2 * 1024 * 1024;
// One slip makes many lines unreadable; the first few show where.
const MOST_SYNTAX_ERRORS = 5;

/** Line and column, both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A file's plain value. `errors` are what kept it from being read; the value is then undefined. */
export interface YamlFile {
  /** The name that errors show. */
  file: string;
  value: unknown;
  errors: DataError[];
  /** Where a value stands; where the nearest enclosing one stands when it is missing. */
  lineOf(path: Path): Place;
  /** Gives findings about the value their place in the file. */
  place(findings: readonly Finding[]): DataError[];
}

/** Reads a file. Never throws: what is wrong is in `errors`. `shownAs` is the name for people. */
export function readYaml(path: string, shownAs: string = path): YamlFile {
  const source = sourceOf(path);
  return 'problem' in source ? unreadable(shownAs, source.problem) : parse(source.text, shownAs);
}

function sourceOf(path: string): { text: string } | { problem: Bilingual } {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return { problem: { sv: 'Filen saknas', en: 'The file is missing' } };
  if (size > LARGEST_FILE) return { problem: { sv: 'Filen är större än 2 MB', en: 'The file is larger than 2 MB' } };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch {
    return { problem: { sv: 'Filen går inte att läsa som text i UTF-8', en: 'The file cannot be read as UTF-8 text' } };
  }
}

const unreadable = (file: string, problem: Bilingual): YamlFile =>
  yamlFile(file, undefined, [{ file, line: 1, column: 1, path: '', problem }], () => ({ line: 1, column: 1 }));

// The core schema of YAML 1.2 leaves dates as text, and duplicate keys are errors there. Aliases are refused: no data
// file needs one, and a few nested ones can grow into more than the memory holds.
function parse(text: string, file: string): YamlFile {
  const lines = new LineCounter();
  try {
    const doc = parseDocument(text, {
      lineCounter: lines,
      version: '1.2',
      schema: 'core',
      prettyErrors: false,
      stringKeys: true,
    });
    const errors = [...doc.errors, ...doc.warnings]
      .slice(0, MOST_SYNTAX_ERRORS)
      .map((error) => errorAt(file, lines, error.pos[0], saidBy(error)));
    if (text.includes('*')) errors.push(...aliasesIn(doc, file, lines));
    const value: unknown = errors.length === 0 ? doc.toJS({ maxAliasCount: 0 }) : undefined;
    return yamlFile(file, value, errors, (path) => placeOf(doc, lines, path));
  } catch {
    return unreadable(file, { sv: 'Filen går inte att läsa som YAML', en: 'The file cannot be read as YAML' });
  }
}

const yamlFile = (file: string, value: unknown, errors: DataError[], lineOf: YamlFile['lineOf']): YamlFile => ({
  file,
  value,
  errors,
  lineOf,
  place: (findings) =>
    findings.map(({ path, ...finding }) => ({ file, ...lineOf(path), path: pathInWords(path), ...finding })),
});

const saidBy = (error: YAMLError | YAMLWarning): Bilingual =>
  error.code === 'DUPLICATE_KEY'
    ? { sv: 'Samma nyckel står två gånger', en: 'The same key stands twice' }
    : {
        sv: 'Raden går inte att läsa som YAML',
        en: `The line cannot be read as YAML: ${error.message.replace(/\.$/, '')}`,
      };

function aliasesIn(doc: Document.Parsed, file: string, lines: LineCounter): DataError[] {
  const errors: DataError[] = [];
  const problem = {
    sv: 'Hänvisningar inom filen (*alias) tas inte emot',
    en: 'References within the file (*alias) are not accepted',
  };
  visit(doc, {
    Alias(_, node) {
      errors.push(errorAt(file, lines, node.range?.[0] ?? 0, problem));
      return visit.BREAK;
    },
  });
  return errors;
}

const errorAt = (file: string, lines: LineCounter, offset: number, problem: Bilingual): DataError => ({
  file,
  ...at(lines, offset),
  path: '',
  problem,
});

const at = (lines: LineCounter, offset: number): Place => {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
};

function placeOf(doc: Document.Parsed, lines: LineCounter, path: Path): Place {
  let node: unknown = doc.contents;
  let offset = doc.contents?.range?.[0] ?? 0;
  for (const key of path) {
    const next = child(node, key);
    if (!next) break;
    [offset, node] = [next.offset ?? offset, next.node];
  }
  return at(lines, offset);
}

function child(node: unknown, key: string | number): { node: unknown; offset: number | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    return pair && { node: pair.value, offset: isScalar(pair.key) ? pair.key.range?.[0] : undefined };
  }
  if (!isSeq(node)) return undefined;
  const item = node.items[Number(key)] as { range?: [number, number, number] } | undefined;
  return item && { node: item, offset: item.range?.[0] };
}
