/** The last hash of each case: noted elsewhere, they show later whether facts were taken away from the end of a log. */
import { createHash } from 'node:crypto';
import type { FactRow } from '../cases/fact.entity.js';
import { type AuditFinding, ofCase, ofFact } from './audit-finding.js';

/** The end of the log of one case. */
export interface Head {
  readonly case: string;
  readonly seq: number;
  readonly hash: string;
}

/** The heads of many cases with one digest over them all, short enough to be read out or printed. */
export interface Heads {
  readonly digest: string;
  readonly cases: readonly Head[];
}

/** The head of a log; undefined for a case without facts. */
export function headOf(caseId: string, rows: readonly FactRow[]): Head | undefined {
  const last = rows.at(-1);
  return last && { case: caseId, seq: last.seq, hash: last.hash };
}

/** SHA-256 in hex over `case seq hash`, a line for each, in order of case number. */
export const headsOf = (heads: readonly Head[]): Heads => {
  const cases = [...heads].sort((a, b) => (a.case < b.case ? -1 : 1));
  const lines = cases.map(({ case: id, seq, hash }) => `${id} ${seq} ${hash}\n`);
  return { digest: createHash('sha256').update(lines.join('')).digest('hex'), cases };
};

/** Where a log no longer goes through the head that was noted; `rows` undefined when the case itself is gone. */
export function anchorFindings(
  { case: caseId, seq, hash }: Head,
  rows: readonly FactRow[] | undefined,
): AuditFinding[] {
  if (!rows)
    return [
      ofCase('anchor', caseId, null, {
        sv: 'Ärendet fanns när kedjans slut antecknades men finns inte nu.',
        en: 'The case was there when the end of its chain was noted, and is not there now.',
      }),
    ];
  if (rows.find((row) => row.seq === seq)?.hash === hash) return [];
  return [
    ofFact('anchor', { caseId, seq }, 'hash', {
      sv: `Uppgift ${seq} är inte den som antecknades: något är borttaget från slutet eller omskrivet därifrån.`,
      en: `Fact ${seq} is not the one that was noted: something was taken away from the end or rewritten from there.`,
    }),
  ];
}
