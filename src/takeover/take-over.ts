/** Takes over a caseload from a spreadsheet: one case a row, each row all or nothing, and none of them twice. */
import { createHash, randomUUID } from 'node:crypto';
import { municipalitiesFor, recorderOf, type Viewer } from '../auth/viewer.js';
import { canonicalJson } from '../cases/canonical-json.js';
import { CaseBook } from '../cases/case-book.js';
import type { Stamping } from '../cases/together.js';
import type { Clock } from '../clock.js';
import type { Store } from '../database/store.js';
import { IdempotencyConflict } from '../database/write-errors.js';
import type { Idempotency } from '../database/write-path.js';
import { LawError } from '../engine/law/statute-book.js';
import type { Library } from '../library/library.js';
import { checkFixed, type Column, columnsOf } from './columns.js';
import { decideRow, type RowDecision } from './decide-row.js';
import type { Mapping } from './mapping.js';
import { factsIn, type RowFacts, type RowProblem } from './row-facts.js';
import type { Spreadsheet } from './spreadsheet.js';

export interface TakeoverOptions {
  library: Library;
  clock: Clock;
  viewer: Viewer;
  /** Four digits. */
  kommun: string;
  mapping: Mapping;
  /** Tells files apart whose references are the same though the cases are not. */
  batch: string;
  withMissing: boolean;
  dryRun: boolean;
  /** Told the number of rows that are done. */
  progress?: (done: number) => void;
}

/** What became of a row. `already`: it was taken over before, and nothing was written now. */
export interface RowOutcome {
  line: number;
  status: 'opened' | 'already' | 'refused';
  case: string | null;
  facts: number;
  /** Facts that the row lacks and that were recorded as told afterwards. */
  afterwards: string[];
  problems: RowProblem[];
}

/** So many rows are written together: enough to share commits, few enough to show progress. */
const TOGETHER = 20;

/** One outcome for each row, in their order. Throws `UnusableFile` when the columns cannot be understood. */
export async function takeOver(
  { writePath }: Pick<Store, 'writePath'>,
  { header, rows }: Spreadsheet,
  options: TakeoverOptions,
): Promise<RowOutcome[]> {
  const { library, mapping, progress } = options;
  municipalitiesFor(options.viewer, options.kommun);
  checkFixed(mapping, library.registry);
  const columns = columnsOf(header, mapping, library.registry);
  const read = withoutRepeats(
    rows.map((row) => factsIn(row, columns, mapping, library.registry)),
    columns,
  );
  const work = new Takeover(writePath, options);
  const outcomes: RowOutcome[] = [];
  for (let done = 0; done < read.length; done += TOGETHER) {
    outcomes.push(...(await Promise.all(read.slice(done, done + TOGETHER).map((row) => work.row(row)))));
    progress?.(outcomes.length);
  }
  return outcomes;
}

/** Of rows with one reference the first counts; the others may be other people. */
function withoutRepeats(rows: readonly RowFacts[], columns: readonly Column[]): RowFacts[] {
  const first = new Map<string, number>();
  const column = columns.find(({ kind }) => kind === 'reference')?.name ?? null;
  return rows.map((row) => {
    const line = first.get(row.reference);
    if (line === undefined || row.reference === '') {
      first.set(row.reference, row.line);
      return row;
    }
    const says = {
      sv: `Rad ${line} har samma referens. Varje ärende behöver en egen.`,
      en: `Line ${line} has the same reference. Each case needs one of its own.`,
    };
    return { ...row, problems: [...row.problems, { column, says }] };
  });
}

class Takeover {
  private readonly book: CaseBook;

  constructor(
    private readonly writePath: Store['writePath'],
    private readonly options: TakeoverOptions,
  ) {
    this.book = new CaseBook(options.library);
  }

  async row(row: RowFacts): Promise<RowOutcome> {
    if (row.problems.length > 0) return refusedRow(row, row.problems);
    let fresh = false;
    const decided = await this.write(row, () => (fresh = true)).catch((error: unknown) => unwritten(error));
    if (!decided.opened) return refusedRow(row, decided.problems);
    const { facts, forgotten } = decided;
    const status = fresh ? 'opened' : 'already';
    const opened = fresh && this.options.dryRun ? null : decided.case;
    return { line: row.line, status, case: opened, facts, afterwards: forgotten, problems: [] };
  }

  private write(row: RowFacts, decides: () => void): Promise<RowDecision> {
    const { clock, viewer, kommun, library, withMissing, dryRun } = this.options;
    const at = clock.now();
    const today = clock.today();
    const recordedBy = recorderOf(viewer);
    const stamping: Stamping = { newId: randomUUID, at: new Date(at).toISOString(), recordedBy, today, dryRun };
    const opening = {
      subject: 'deltagare',
      kommun,
      attributes: {},
      year: today.slice(0, 4),
      registryVersion: library.version,
      at,
      idempotency: this.once(row),
    } as const;
    return this.writePath.open(opening, (loaded) => {
      decides();
      return decideRow(loaded, row, withMissing, stamping, this.book);
    });
  }

  /** The reference is kept as a hash: enough to know the row again, too little to find a person by. */
  private once({ reference, facts, undated }: RowFacts): Idempotency {
    const { kommun, batch } = this.options;
    const told = facts.map(({ type, on, data }) => ({ type, on, data }));
    return {
      key: `takeover:${hash({ kommun, batch, reference })}`,
      requestHash: hash({ told, undated: [...undated] }),
    };
  }
}

const hash = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

const refusedRow = ({ line }: RowFacts, problems: readonly RowProblem[]): RowOutcome => ({
  line,
  status: 'refused',
  case: null,
  facts: 0,
  afterwards: [],
  problems: [...problems],
});

/** What the row itself is the reason of; anything else is a fault and stops the work. */
function unwritten(error: unknown): Extract<RowDecision, { opened: false }> {
  if (error instanceof IdempotencyConflict) return { opened: false, problems: [CHANGED] };
  if (!(error instanceof LawError)) throw error;
  const { citation, message } = error;
  const en = `The law that the answer rests on (${citation}) is not in force, or not known, on that day.`;
  return { opened: false, problems: [{ column: null, says: { sv: message, en } }] };
}

const CHANGED: RowProblem = {
  column: null,
  says: {
    sv: 'Raden är redan övertagen, med annat innehåll. Registrera ändringen i ärendet. Är det ett annat ärende med samma referens, kör med --batch NAMN.',
    en: 'The row has been taken over already, with other content. Record the change in the case. If it is another case with the same reference, run with --batch NAME.',
  },
};
