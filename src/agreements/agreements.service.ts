import { Inject, Injectable } from '@nestjs/common';
import type { PlainDate } from '../../machines/grammar/index.js';
import { Clock } from '../clock.js';
import { type Agreement, agreementInForce } from '../engine/agreement.js';
import { coverage, type CoverageReport } from '../engine/coverage/coverage.js';
import { notFound } from '../http/problems.js';
import type { DataError, Library } from '../library/library.js';
import { LIBRARY } from '../library/library.provider.js';

/** An agreement in the list of them. */
export interface AgreementView {
  id: string;
  kind: Agreement['kind'];
  kommun: Agreement['kommun'];
  title: string;
  valid: { from: PlainDate; to: PlainDate | null };
  status: string;
  /** Whether it is in force today. */
  inForce: boolean;
}

/** How many reports are kept: a report takes half a second to make and never changes while the library is the same. */
const KEPT = 32;

/** Tells of agreements and how they cover the processes. They are about no person: no viewer is needed. */
@Injectable()
export class AgreementsService {
  private readonly reports = new Map<string, CoverageReport>();

  constructor(
    @Inject(LIBRARY) private readonly library: Library,
    private readonly clock: Clock,
  ) {}

  /** The agreements that can be read, and what is wrong with those that cannot. */
  list(): { agreements: AgreementView[]; problems: readonly DataError[] } {
    const today = this.clock.today();
    const agreements = this.library.agreements.map((agreement): AgreementView => ({
      id: agreement.id,
      kind: agreement.kind,
      kommun: agreement.kommun,
      title: agreement.title,
      valid: { from: agreement.valid.from, to: agreement.valid.to },
      status: agreement.status,
      inForce: agreementInForce(agreement, today),
    }));
    return { agreements, problems: this.library.problems };
  }

  /** The agreement against the generated paths, on a day. Throws a problem when there is no such agreement. */
  coverage(id: string, asOf: PlainDate = this.clock.today()): CoverageReport {
    const agreement = this.library.agreements.find((candidate) => candidate.id === id);
    if (agreement) return this.kept(agreement, asOf);
    throw notFound({ sv: `Överenskommelsen ${id} finns inte.`, en: `There is no agreement ${id}.` });
  }

  private kept(agreement: Agreement, asOf: PlainDate): CoverageReport {
    const key = `${agreement.id} ${asOf}`;
    const report = this.reports.get(key) ?? coverage(agreement, { ...this.library, asOf });
    this.reports.delete(key);
    this.reports.set(key, report);
    const [oldest] = this.reports.keys();
    if (this.reports.size > KEPT && oldest !== undefined) this.reports.delete(oldest);
    return report;
  }
}
