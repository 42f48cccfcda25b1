import type { PlainDate } from '../../machines/grammar/index.js';
import { WITHDRAWN } from '../engine/fact-log.js';
import type { CasePosition } from '../engine/fold.js';
import type { Fact } from '../engine/types.js';
import type { Library } from '../library/library.js';

/**
 * How a fact stands. `stranded`: it no longer fits where it stands, because an earlier fact came late or was corrected.
 * `later`: it takes effect after the day that is looked at.
 */
export type FactStatus = 'counted' | 'corrected' | 'withdrawn' | 'stranded' | 'later';

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
  corrects: string | null;
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
  const correctedBy = new Map(known.flatMap((fact) => (fact.corrects === undefined ? [] : [[fact.corrects, fact]])));
  const stranded = new Set(position.misfits.map(({ fact }) => fact.id));
  const statusOf = ({ id, on }: Fact): FactStatus => {
    const correction = correctedBy.get(id);
    if (correction) return correction.type === WITHDRAWN ? 'withdrawn' : 'corrected';
    if (stranded.has(id)) return 'stranded';
    return on > position.asOf ? 'later' : 'counted';
  };
  return known.map((fact) => factView(fact, statusOf(fact), library));
}

/** One fact with its label. */
export function factView(fact: Fact, status: FactStatus, library: Library): FactView {
  const { id, seq, type, on, by, data, recordedAt, recordedBy, corrects = null } = fact;
  return { id, seq, type, label: labelOf(type, library), on, by, data, recordedAt, recordedBy, corrects, status };
}

const WITHDRAWAL = 'Återkallad uppgift';

/** What people call a fact of this type. */
export function labelOf(type: string, { registry, texts }: Pick<Library, 'registry' | 'texts'>): string {
  if (type === WITHDRAWN) return WITHDRAWAL;
  const process = registry.facts.get(type)?.process;
  return (process && texts.sv[process]?.facts[type]?.label) || type;
}
