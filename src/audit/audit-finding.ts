import type { Said } from '../http/problems.js';

/** What can be wrong with what is stored. */
export type AuditKind =
  | 'altered'
  | 'unreadable'
  | 'missing'
  | 'relinked'
  | 'stray'
  | 'anchor'
  | 'owed'
  | 'counter'
  | 'case'
  | 'reminder'
  | 'registry-change';

/** One thing that is wrong. `seq` and `column` where they can be told; several columns are divided by commas. */
export interface AuditFinding {
  readonly kind: AuditKind;
  readonly case: string | null;
  readonly seq: number | null;
  readonly column: string | null;
  readonly says: Said;
}

/** A finding about a fact. */
export const ofFact = (
  kind: AuditKind,
  { caseId, seq }: { caseId: string; seq: number },
  column: string | null,
  says: Said,
): AuditFinding => ({ kind, case: caseId, seq, column, says });

/** A finding about a case as a whole. */
export const ofCase = (kind: AuditKind, caseId: string, column: string | null, says: Said): AuditFinding => ({
  kind,
  case: caseId,
  seq: null,
  column,
  says,
});
