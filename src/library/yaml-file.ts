/** Reads one YAML file and remembers where everything stood. */
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { type Bilingual, type DataError, type Finding, type Path, pathInWords } from './data-error.js';
import { type NoText, textOfFile } from './file-text.js';
import { beyondLimits } from './yaml-limits.js';
import { saidByParser } from './yaml-words.js';

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
  const source = textOfFile(path);
  if ('problem' in source) return unreadable(shownAs, source);
  const beyond = beyondLimits(source.text);
  if (beyond) return unreadable(shownAs, { problem: beyond.problem, after: source.text.slice(0, beyond.offset) });
  return parse(source.text, shownAs);
}

function unreadable(file: string, { problem, after = '' }: NoText): YamlFile {
  const lines = after.split('\n');
  const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  return yamlFile(file, { value: undefined, errors: [{ file, ...place, path: '', problem }] });
}

// The core schema of YAML 1.2 leaves dates as text. Keys that stand twice are looked for here: the parser holds every
// key against every other, which takes minutes where there are many.
function parse(text: string, file: string): YamlFile {
  const lines = new LineCounter();
  try {
    const doc = parseDocument(text, {
      lineCounter: lines,
      version: '1.2',
      schema: 'core',
      prettyErrors: false,
      stringKeys: true,
      uniqueKeys: false,
    });
    const errors = [...doc.errors, ...doc.warnings]
      .slice(0, MOST_SYNTAX_ERRORS)
      .map((error) => errorAt(file, lines, error.pos[0], saidByParser(error)));
    errors.push(...keysTwice(doc, file, lines));
    const value: unknown = errors.length === 0 ? doc.toJS({ maxAliasCount: 0 }) : undefined;
    const lineOf = (path: Path) => placeOf(doc, lines, path);
    return yamlFile(file, { value, errors, lineOf });
  } catch {
    return unreadable(file, {
      problem: { sv: 'Filen går inte att läsa som YAML', en: 'The file cannot be read as YAML' },
    });
  }
}

interface Read {
  value: unknown;
  errors: DataError[];
  lineOf?: YamlFile['lineOf'];
}

const atTheTop = (): Place => ({ line: 1, column: 1 });

const yamlFile = (file: string, { value, errors, lineOf = atTheTop }: Read): YamlFile => ({
  file,
  value,
  errors,
  lineOf,
  place: (findings) =>
    findings.map(({ path, ...finding }) => ({ file, ...lineOf(path), path: pathInWords(path), ...finding })),
});

const twice = { sv: 'Samma nyckel står två gånger', en: 'The same key stands twice' };

function keysTwice(doc: Document.Parsed, file: string, lines: LineCounter): DataError[] {
  const errors: DataError[] = [];
  visit(doc, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) errors.push(errorAt(file, lines, key.range?.[0] ?? 0, twice));
        seen.add(key.value);
      }
    },
  });
  return errors.slice(0, MOST_SYNTAX_ERRORS);
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
