import type { PlainDate } from '../../machines/grammar/index.js';
import { dayInSweden } from '../clock.js';
import { calendar } from '../engine/calendar/calendar.js';
import { fates, WITHDRAWN } from '../engine/fact-log.js';
import type { CasePosition } from '../engine/fold.js';
import type { Fact } from '../engine/types.js';
import type { Library } from '../library/library.js';
import { type AfterwardsView, afterwardsView } from './afterwards.js';

/**
 * How a fact stands. `stranded`: it no longer fits where it stands, because an earlier fact came late or was corrected.
 * `later`: it takes effect after the day that is looked at.
 */
export type FactStatus = 'counted' | 'corrected' | 'withdrawn' | 'stranded' | 'later';

/** What made a fact stop counting: who corrected it, when and why. */
export interface CorrectionView extends Pick<Fact, 'id' | 'seq' | 'type' | 'on' | 'by' | 'recordedAt' | 'recordedBy'> {
  /** A code of `machines/corrections.yaml`. */
  reason: string;
}

/** A fact in a case's ledger. */
export interface FactView {
  id: string;
  seq: number;
  type: string;
  label: string;
  on: PlainDate;
  by: Fact['by'];
  data: Fact['data'];
  recordedAt: string;
  recordedBy: string;
  /** Whole days from the day it took effect to the day it was recorded; 0 when it was recorded at once. */
  lateDays: number;
  corrects: string | null;
  /** Why it corrects; null when it corrects nothing. */
  reason: string | null;
  /** What it was corrected or withdrawn by; null when it was not. */
  correctedBy: CorrectionView | null;
  /** How it was told, when it had been forgotten; null when it was told in the ordinary way. */
  afterwards: AfterwardsView | null;
  status: FactStatus;
}

/** The ledger of a case as it was known at the instant, each fact with how it stands on the day. */
export function factViews(
  facts: readonly Fact[],
  position: CasePosition,
  library: Library,
  knownAt?: string,
): FactView[] {
  const known = facts.filter(({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt);
  const fateOf = fates(known);
  const stranded = new Set(position.misfits.map(({ fact }) => fact.id));
  return known.map((fact) => {
    const fate = fateOf.get(fact.id);
    if (fate) return factView(fact, fate.fate, library, fate.by);
    const status = stranded.has(fact.id) ? 'stranded' : fact.on > position.asOf ? 'later' : 'counted';
    return factView(fact, status, library);
  });
}

/** One fact with its label, and what it was corrected by. */
export function factView(fact: Fact, status: FactStatus, library: Library, correction?: Fact): FactView {
  const { id, seq, type, on, by, data, recordedAt, recordedBy, corrects = null } = fact;
  return {
    id,
    seq,
    type,
    label: labelOf(type, library),
    on,
    by,
    data,
    recordedAt,
    recordedBy,
    lateDays: Math.max(0, calendar.daysBetween(on, dayInSweden(Date.parse(recordedAt)))),
    corrects,
    reason: corrects === null ? null : reasonOf(fact, library),
    afterwards: afterwardsView(fact.afterwards),
    correctedBy: correction ? correctionView(correction, library) : null,
    status,
  };
}

const correctionView = (by: Fact, library: Library): CorrectionView => ({
  id: by.id,
  seq: by.seq,
  type: by.type,
  on: by.on,
  by: by.by,
  recordedAt: by.recordedAt,
  recordedBy: by.recordedBy,
  reason: reasonOf(by, library),
});

// Facts from before the list of reasons may have none.
const reasonOf = ({ reason }: Fact, { corrections }: Library): string => reason ?? corrections.unstated;

const WITHDRAWAL = 'Återkallad uppgift';

/** What people call a fact of this type. */
export function labelOf(type: string, { registry, texts }: Pick<Library, 'registry' | 'texts'>): string {
  if (type === WITHDRAWN) return WITHDRAWAL;
  const process = registry.facts.get(type)?.process;
  return (process && texts.sv[process]?.facts[type]?.label) || type;
}
