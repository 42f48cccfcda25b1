/** What is kept about a case, held against a fresh fold of its facts. Pure. */
import type { PlainDate } from '../../machines/grammar/index.js';
import { canonicalJson } from '../cases/canonical-json.js';
import { type CaseBook, firstAfter } from '../cases/case-book.js';
import type { CaseRow } from '../cases/case.entity.js';
import type { OwedRow, Writes } from '../database/write-path.js';
import { nextBoundary } from '../engine/boundary.js';
import { reminders } from '../engine/reminders.js';
import type { Fact } from '../engine/types.js';
import { ONCE, owedId, type OwedStepRow } from '../next-actions/owed-step.entity.js';
import { type AuditFinding, ofCase } from './audit-finding.js';

/** A case with what is kept about it. `reminded`: the keys of its stored reminders, as `reminderKey` makes them. */
export interface Kept {
  readonly row: CaseRow;
  readonly facts: readonly Fact[];
  readonly owed: readonly OwedStepRow[];
  readonly reminded: ReadonlySet<string>;
}

/** What tells a reminder from every other of its case. */
export const reminderKey = (of: {
  process: string;
  instance: string | null;
  state: string;
  due: string;
  level: string;
  recipient: string;
}): string => [of.process, of.instance ?? ONCE, of.state, of.due, of.level, of.recipient].join(' ');

/** Whether what is kept claims to hold today. What does not is computed anew before anybody sees it. */
export const claimsToHold = ({ registryVersion, owedUntil, computedOn }: CaseRow, today: PlainDate, version: string) =>
  registryVersion === version &&
  (owedUntil === null || owedUntil > today) &&
  (computedOn === null || computedOn <= today);

/** Where what is kept differs from what the facts give today. */
export function keptFindings({ row, facts, owed, reminded }: Kept, today: PlainDate, book: CaseBook): AuditFinding[] {
  const position = book.fold({ row, facts }, today);
  const kept = book.kept(row, facts, position);
  const options = book.options(row);
  const due = reminders(position, options).filter((reminder) => !reminded.has(reminderKey(reminder)));
  const boundary = firstAfter(today, [nextBoundary(position, options), ...facts.map(({ on }) => on)]);
  return [
    ...rowFindings(row, kept),
    ...owedFindings(row, owed, kept.owed ?? []),
    ...visitFindings(row, due.length > 0 ? today : boundary),
  ];
}

function rowFindings(row: CaseRow, kept: Writes): AuditFinding[] {
  const differs = (a: unknown, b: unknown) => canonicalJson(a ?? null) !== canonicalJson(b ?? null);
  const columns = [
    ...(row.status === kept.status ? [] : ['status']),
    ...(differs(row.attributes, kept.attributes) ? ['attributes'] : []),
    ...(row.positions !== null && differs(row.positions.states, kept.positions?.states) ? ['positions'] : []),
  ];
  return columns.map((column) =>
    ofCase('case', row.id, column, {
      sv: `Ärendets ${column} stämmer inte med uppgifterna.`,
      en: `The ${column} of the case does not follow from its facts.`,
    }),
  );
}

// Too early a visit finds nothing to do. Too late a visit is a reminder that nobody gets in time.
function visitFindings({ id, nextBoundaryOn }: CaseRow, latest: PlainDate | null): AuditFinding[] {
  if (latest === null || (nextBoundaryOn !== null && nextBoundaryOn <= latest)) return [];
  const says = {
    sv: `Nästa genomgång är satt till ${nextBoundaryOn ?? 'aldrig'} men ska vara senast ${latest}.`,
    en: `The next visit is set to ${nextBoundaryOn ?? 'never'} but is to be by ${latest}.`,
  };
  return [ofCase('reminder', id, 'next_boundary_on', says)];
}

function owedFindings(row: CaseRow, stored: readonly OwedStepRow[], fresh: readonly OwedRow[]): AuditFinding[] {
  const { id: caseId, kommun, subject } = row;
  const wanted = new Map(fresh.map((step) => [owedId(caseId, step), { ...step, caseId, kommun, subject }]));
  const found = new Set(stored.map(({ id }) => id));
  return [
    ...stored.flatMap((step) => stepFindings(step, wanted.get(step.id))),
    ...[...wanted.keys()].filter((id) => !found.has(id)).map((id) => step(caseId, id, null, 'saknas', 'is missing')),
  ];
}

function stepFindings({ id, ...stored }: OwedStepRow, wanted: Omit<OwedStepRow, 'id'> | undefined): AuditFinding[] {
  if (!wanted) return [step(stored.caseId, id, null, 'ska inte finnas', 'is not to be there')];
  const differing = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
    (column) => canonicalJson(stored[column]) !== canonicalJson(wanted[column]),
  );
  if (differing.length === 0) return [];
  const columns = differing.join(', ');
  return [step(wanted.caseId, id, columns, `har fel ${columns}`, `has the wrong ${columns}`)];
}

const step = (caseId: string, id: string, column: string | null, sv: string, en: string): AuditFinding =>
  ofCase('owed', caseId, column, { sv: `Det väntade steget ${id} ${sv}.`, en: `The owed step ${id} ${en}.` });
