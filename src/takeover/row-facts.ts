/** The facts that one row tells. */
import type { Registry } from '../engine/registry.js';
import type { Said } from '../http/problems.js';
import type { FactToRecord } from '../cases/recording.js';
import { dayIn, valueIn } from './cells.js';
import { type Column, columnOf } from './columns.js';
import type { Mapping } from './mapping.js';
import type { SheetRow } from './spreadsheet.js';

/** What is wrong in a row, and in which column when it is one. */
export interface RowProblem {
  column: string | null;
  says: Said;
}

export interface RowFacts {
  line: number;
  reference: string;
  /** In the order of the columns. */
  facts: readonly (FactToRecord & { column: string })[];
  /** Data of facts without a day: it is used when they turn out to be missing. */
  undated: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  problems: readonly RowProblem[];
}

const LIKE_A_PERSON = /^(?:\d{2})?\d{6}[-+ ]?[\dA-Za-z]\d{3}$/;
const CODE = /^[\w./-]{1,40}$/;

/** Reads a row. What is wrong in it is in `problems`; nothing is thrown. */
export function factsIn(row: SheetRow, columns: readonly Column[], mapping: Mapping, registry: Registry): RowFacts {
  const told = new Map<string, Told>();
  const problems: RowProblem[] = [];
  let reference = '';
  const of = (type: string, nth: number): Told => {
    const key = `${type}#${nth}`;
    const one = told.get(key) ?? { type, data: {} };
    told.set(key, one);
    return one;
  };
  const add = (column: Column, text: string) => {
    if (column.kind === 'reference') reference = text;
    if (text === '' || column.kind === 'ignored' || column.kind === 'reference') return;
    const read = column.kind === 'day' ? dayIn(text) : valueIn(wordFor(column, text, mapping), column.definition);
    if ('wrong' in read) problems.push({ column: column.name, says: read.wrong });
    else if (column.kind === 'day') Object.assign(of(column.type, column.nth), { on: read.value, column: column.name });
    else of(column.type, column.nth).data[column.field] = read.value;
  };
  for (const [name, text] of Object.entries(mapping.fixed)) {
    const column = columnOf(name, name, registry);
    if (column) add(column, text);
  }
  columns.forEach((column, i) => add(column, row.cells[i] ?? ''));
  const wrong = referenceProblem(reference, columns);
  const dated = [...told.values()].flatMap(({ type, on, data, column = type }) =>
    on === undefined ? [] : [{ type, on, data, column }],
  );
  const nothing = dated.length === 0 && problems.length === 0 ? [NOTHING] : [];
  return {
    line: row.line,
    reference,
    facts: dated,
    undated: new Map(
      [...told.values()].flatMap(({ type, on, data }) => (on === undefined ? [[type, data] as const] : [])),
    ),
    problems: [...wrong, ...problems, ...nothing],
  };
}

interface Told {
  type: string;
  on?: string;
  column?: string;
  data: Record<string, unknown>;
}

const wordFor = ({ type, field }: Extract<Column, { kind: 'field' }>, text: string, { values }: Mapping): string =>
  values[`${type}.${field}`]?.[text] ?? text;

const NOTHING: RowProblem = {
  column: null,
  says: { sv: 'Raden har ingen uppgift med dag.', en: 'The row has no fact with a day.' },
};

/** The reference itself is not repeated in what is said of it: it may be the number of a person. */
function referenceProblem(reference: string, columns: readonly Column[]): RowProblem[] {
  const column = columns.find(({ kind }) => kind === 'reference')?.name ?? null;
  if (LIKE_A_PERSON.test(reference))
    return [
      {
        column,
        says: {
          sv: 'Referensen ser ut som ett personnummer. Använd ett löpnummer som inte pekar ut någon.',
          en: 'The reference looks like a personal identity number. Use a running number that points nobody out.',
        },
      },
    ];
  if (CODE.test(reference)) return [];
  return [
    {
      column,
      says: {
        sv: 'Referensen ska vara ett löpnummer eller en kod utan mellanslag, högst 40 tecken.',
        en: 'The reference must be a running number or a code without spaces, at most 40 characters.',
      },
    },
  ];
}
