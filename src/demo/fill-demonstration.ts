/** Fills a database with invented cases, so that there is something to look at. Deterministic by seed and day. */
import { createHash } from 'node:crypto';
import type { PlainDate, Subject } from '../../machines/grammar/index.js';
import { recorderOf, type Viewer } from '../auth/viewer.js';
import { CaseBook } from '../cases/case-book.js';
import { CaseRow } from '../cases/case.entity.js';
import { type Clock, dayInSweden } from '../clock.js';
import type { Store } from '../database/store.js';
import type { Decide, NewFact, WritePath } from '../database/write-path.js';
import type { Fact } from '../engine/types.js';
import type { Library } from '../library/library.js';
import { beginningOf, inventedCase, type Occasion } from './invented-case.js';

export interface DemonstrationOptions {
  library: Library;
  clock: Clock;
  viewer: Viewer;
  participants: number;
  seed: number;
  /** Four digits. */
  kommun: string;
  /** Told the number of cases that are stored so far. */
  progress?: (done: number) => void;
}

export interface Demonstration {
  cases: number;
  facts: number;
  first: string | null;
  last: string | null;
}

/** So many cases are written together: enough to share commits, few enough to show progress. */
const TOGETHER = 20;

/** Whether the database has no cases yet. */
export const isEmpty = async ({ dataSource }: Pick<Store, 'dataSource'>): Promise<boolean> =>
  !(await dataSource.getRepository(CaseRow).existsBy({}));

/** A case that is not made yet: what it is about, when it began, and what becomes known of it. */
export interface CaseToInvent {
  subject: Subject;
  from: PlainDate;
  occasions: () => readonly Occasion[];
}

/** Invents the cases and writes them, the one that began first under the lowest number. */
export function fillDemonstration(
  store: Pick<Store, 'writePath'>,
  { participants, seed, ...options }: DemonstrationOptions,
): Promise<Demonstration> {
  const { library, clock, kommun } = options;
  const [now, today] = [clock.now(), clock.today()];
  const invented = Array.from({ length: participants }, (_, index): CaseToInvent => ({
    subject: 'deltagare',
    from: beginningOf({ index, seed, today }),
    occasions: () => inventedCase(library, { index, seed, kommun, today, now }),
  }));
  return fillWith(store, invented, options);
}

/** Writes invented cases, the one that began first under the lowest number. */
export async function fillWith(
  { writePath }: Pick<Store, 'writePath'>,
  invented: readonly CaseToInvent[],
  options: Omit<DemonstrationOptions, 'participants' | 'seed'>,
): Promise<Demonstration> {
  const inOrder = invented.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const ids: string[] = [];
  let facts = 0;
  for (let done = 0; done < inOrder.length; done += TOGETHER) {
    const part = inOrder.slice(done, done + TOGETHER).map(({ subject, occasions }) => ({ subject, told: occasions() }));
    ids.push(...(await Promise.all(part.map((one) => write(one, writePath, options)))));
    facts += part.flatMap(({ told }) => told).reduce((sum, occasion) => sum + occasion.facts.length, 0);
    options.progress?.(ids.length);
  }
  return { cases: ids.length, facts, first: ids[0] ?? null, last: ids.at(-1) ?? null };
}

/** Each occasion is recorded at its own instant, so that what was known on an earlier day can be asked for. */
async function write(
  { subject, told }: { subject: Subject; told: readonly Occasion[] },
  writePath: WritePath,
  { library, clock, viewer, kommun }: Omit<DemonstrationOptions, 'participants' | 'seed'>,
): Promise<string> {
  const book = new CaseBook(library);
  const today = clock.today();
  const all = told.flatMap(({ facts }) => facts);
  const decide =
    (facts: readonly Fact[], last: boolean): Decide<string> =>
    ({ row }) => {
      const stored = facts.map((fact) => newFact(fact, row.id, viewer));
      if (!last) return { result: row.id, writes: { facts: stored } };
      const whole = all.map((fact) => ({ ...fact, id: idOf(`${row.id}/${fact.seq}`), case: row.id }));
      const kept = book.kept(row, whole, book.fold({ row, facts: whole }, today));
      return { result: row.id, writes: { ...kept, facts: stored } };
    };
  const [opening = { at: clock.now(), facts: [] }, ...later] = told;
  const id = await writePath.open(
    {
      subject,
      kommun,
      year: dayInSweden(opening.at).slice(0, 4),
      attributes: {},
      registryVersion: library.version,
      at: opening.at,
    },
    decide(opening.facts, later.length === 0),
  );
  await Promise.all(
    later.map(({ at, facts }, i) => writePath.change(id, { at }, decide(facts, i === later.length - 1))),
  );
  return id;
}

const newFact = ({ seq, type, on, by, data }: Fact, caseId: string, viewer: Viewer): NewFact => ({
  id: idOf(`${caseId}/${seq}`),
  type,
  on,
  by,
  data,
  recordedBy: recorderOf(viewer),
});

/** An id in the form of a UUID that is the same for the same text. */
function idOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
