import type { PlainDate, Subject } from '../../machines/grammar/index.js';
import { isStep } from '../../machines/grammar/index.js';
import type { CasePosition } from '../engine/fold.js';
import type { LeafPosition, Position } from '../engine/position.js';
import type { Fact } from '../engine/types.js';
import type { Library } from '../library/library.js';
import { actionView, type NextActionView } from '../next-actions/action-view.js';
import { numbered } from '../presentation/numbered.js';
import { dayInSweden } from '../clock.js';
import type { CaseBook } from './case-book.js';
import { isClosed } from './case-book.js';
import type { CaseAttributes, CaseRow, CaseStatus } from './case.entity.js';
import { factViews, type FactView } from './fact-view.js';
import { ledgerViews, type LedgerView } from './ledger-view.js';
import { programmeWindow, type ProgrammeWindow } from './programme-window.js';

/** Where one process of a case stands. */
export interface PositionView {
  process: string;
  instance: string | null;
  name: string;
  state: string;
  title: string;
  since: PlainDate;
  status: 'waiting' | 'dormant' | 'final';
}

/** A case on a day, as it was known at an instant. */
export interface CaseView {
  id: string;
  subject: Subject;
  kommun: string;
  opened: PlainDate;
  /** The version now, whatever the day: what `If-Match` is held against. */
  version: number;
  status: CaseStatus;
  attributes: CaseAttributes;
  asOf: PlainDate;
  /** The instant whose knowledge is shown; null is now. */
  knownAt: string | null;
  positions: PositionView[];
  actions: NextActionView[];
  facts: FactView[];
  window: ProgrammeWindow | null;
  /** What has been used of a limit, stretch by stretch, under every reading of the law. */
  ledgers: LedgerView[];
}

interface Seen {
  row: CaseRow;
  facts: readonly Fact[];
  position: CasePosition;
  knownAt?: string | undefined;
}

/** Everything that is shown of a case. */
export function caseView({ row, facts, position, knownAt }: Seen, book: CaseBook): CaseView {
  const { library } = book;
  const { asOf, attributes } = position;
  const looking = { case: row.id, asOf, texts: library.texts.sv };
  return {
    id: row.id,
    subject: row.subject,
    kommun: row.kommun,
    opened: dayInSweden(row.openedAt),
    version: row.version,
    status: isClosed(position) ? 'closed' : 'open',
    attributes,
    asOf,
    knownAt: knownAt ?? null,
    positions: position.positions.flatMap((of) => of.leaves.map((leaf) => positionView(of, leaf, library))),
    actions: book.actions(row, position).map((action) => actionView(action, looking)),
    facts: factViews(facts, position, library, knownAt),
    window: programmeWindow(position, library.book),
    ledgers: ledgerViews(position, library),
  };
}

function positionView(
  { process, instance }: Position,
  { state, meta, since }: LeafPosition,
  { registry, texts }: Library,
): PositionView {
  const words = texts.sv[process.id];
  const final = registry.states.get(`${process.id}/${state}`)?.final === true;
  return {
    process: process.id,
    instance,
    name: numbered(words?.name ?? process.id, instance),
    state,
    title: words?.states[state]?.title ?? state,
    since,
    status: final ? 'final' : isStep(meta) ? 'waiting' : 'dormant',
  };
}
