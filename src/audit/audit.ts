import type { DataSource } from 'typeorm';
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Viewer } from '../auth/viewer.js';
import { canonicalJson } from '../cases/canonical-json.js';
import type { CaseBook } from '../cases/case-book.js';
import { type StoredCase, StoredCases } from '../cases/stored-cases.js';
import { factOf } from '../cases/fact-row.js';
import { CaseNotFound } from '../database/write-errors.js';
import { brokenEntries, ChangeBook } from '../registry-changes/change-book.js';
import { type AuditFinding, ofCase } from './audit-finding.js';
import { chainFindings } from './chain-findings.js';
import { anchorFindings, type Head, headOf, type Heads, headsOf } from './heads.js';
import { claimsToHold, keptFindings, reminderKey } from './kept-findings.js';
import { strayFindings } from './stray-findings.js';

/** What is audited, and for whom. */
export interface AuditOptions {
  readonly today: PlainDate;
  /** One case only: then what belongs to no case, and the counters, are not looked at. */
  readonly case?: string | undefined;
  /** Heads that were noted earlier, by case. */
  readonly anchors?: ReadonlyMap<string, Head> | undefined;
  /** Told after each case. */
  readonly progress?: ((done: number, of: number) => void) | undefined;
}

/** What an audit found. */
export interface AuditReport {
  readonly ok: boolean;
  readonly asOf: PlainDate;
  readonly registry: string;
  readonly cases: number;
  readonly facts: number;
  /** Cases whose owed steps were held against a fresh fold, and cases where they wait to be computed anew. */
  readonly kept: { readonly compared: number; readonly outdated: number };
  readonly findings: readonly AuditFinding[];
  readonly heads: Heads;
}

/** Goes through everything that is stored and holds it against itself. Writes nothing. */
export class Audit {
  private readonly reading: StoredCases;

  constructor(
    private readonly dataSource: DataSource,
    private readonly book: CaseBook,
  ) {
    this.reading = new StoredCases(dataSource);
  }

  /** The whole report. Rejects with `CaseNotFound` when one case is asked for and is not to be seen. */
  async run({ municipalities }: Viewer, options: AuditOptions): Promise<AuditReport> {
    const { today, case: only, anchors, progress } = options;
    const wanted = { municipalities, case: only };
    const of = await this.reading.count(wanted);
    if (only !== undefined && of === 0) throw new CaseNotFound(only);
    const findings: AuditFinding[] = [];
    const heads: Head[] = [];
    const seen = new Set<string>();
    const sum = { facts: 0, compared: 0, outdated: 0 };
    for await (const stored of this.reading.each(wanted)) {
      const { row, facts } = stored;
      const anchor = anchors?.get(row.id);
      const holds = claimsToHold(row, today, this.book.library.version);
      findings.push(...(await this.settled(stored, today)), ...(anchor ? anchorFindings(anchor, facts) : []));
      heads.push(...[headOf(row.id, facts)].filter((head) => head !== undefined));
      seen.add(row.id);
      sum.facts += facts.length;
      sum[holds ? 'compared' : 'outdated'] += 1;
      progress?.(seen.size, of);
    }
    if (only === undefined && municipalities === 'all') {
      const gone = [...(anchors?.values() ?? [])].filter((anchor) => !seen.has(anchor.case));
      findings.push(
        ...gone.flatMap((anchor) => anchorFindings(anchor, undefined)),
        ...(await strayFindings(this.dataSource)),
        ...(await this.ofBook()),
      );
    }
    return {
      ok: findings.length === 0,
      asOf: today,
      registry: this.book.library.version,
      cases: seen.size,
      facts: sum.facts,
      kept: { compared: sum.compared, outdated: sum.outdated },
      findings,
      heads: headsOf(heads),
    };
  }

  private async ofBook(): Promise<AuditFinding[]> {
    const broken = brokenEntries(await new ChangeBook(this.dataSource).entries());
    return broken.map((seq) => ({ kind: 'registry-change', case: null, seq, column: null, says: ALTERED_ENTRY }));
  }

  /**
   * The findings of a case at rest. A server may be writing meanwhile, and its rows are not read in one moment: a case
   * that has findings is read again, and only what is found twice in the same state counts.
   */
  private async settled(stored: StoredCase, today: PlainDate): Promise<AuditFinding[]> {
    for (let seen = stored; ;) {
      const findings = this.ofCase(seen, today);
      if (findings.length === 0) return [];
      const again = await this.reading.one(seen.row.id);
      if (!again || canonicalJson(again) === canonicalJson(seen)) return findings;
      seen = again;
    }
  }

  /** A log that does not hold gives no position to hold anything against. */
  private ofCase({ row, facts, owed, reminders }: StoredCase, today: PlainDate): AuditFinding[] {
    const broken = chainFindings(row.id, facts);
    if (broken.length > 0 || !claimsToHold(row, today, this.book.library.version)) return broken;
    const reminded = new Set(reminders.map(reminderKey));
    try {
      return keptFindings({ row, facts: facts.map(factOf), owed, reminded }, today, this.book);
    } catch (error) {
      const fault = error instanceof Error ? error.name : typeof error;
      const says = { sv: `Ärendet går inte att räkna (${fault}).`, en: `The case cannot be computed (${fault}).` };
      return [ofCase('case', row.id, null, says)];
    }
  }
}

const ALTERED_ENTRY = {
  sv: 'Anteckningen om en omräkning är ändrad, eller så är den före borttagen.',
  en: 'The entry about a change of registry was altered, or the one before it was taken out.',
};
