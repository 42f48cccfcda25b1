import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PlainDate } from '../../machines/grammar/index.js';
import type { Viewer } from '../auth/viewer.js';
import { Clock } from '../clock.js';
import { awaited } from '../engine/awaited/awaited.js';
import { calendar } from '../engine/calendar/calendar.js';
import { datesOfCase } from '../engine/explanation/dates.js';
import { effectiveFacts, inOrder } from '../engine/fact-log.js';
import { forecast } from '../engine/forecast/forecast.js';
import { type CaseLimit, limitsOf } from '../engine/forecast/limits.js';
import { nearest } from '../engine/nearest.js';
import type { Registry } from '../engine/registry.js';
import { invalidData, notFound } from '../http/problems.js';
import type { Library } from '../library/library.js';
import { LIBRARY } from '../library/library.provider.js';
import { type AwaitedView, awaitedView } from './awaited-view.js';
import { CaseBook } from './case-book.js';
import { CaseReading } from './case-reading.js';
import type { Looking } from './cases.service.js';
import { type DatesView, datesView } from './explanation-view.js';
import { type ForecastView, forecastView } from './forecast-view.js';

/** How far ahead a forecast looks; where nothing is said, to the last limit of the case and at least a year. */
const AT_LEAST_MONTHS = 12;

/** Answers what will happen in a case, and why something is awaited or not. Reads only. */
@Injectable()
export class CaseQuestions {
  private readonly book: CaseBook;
  private readonly reading: CaseReading;

  constructor(
    dataSource: DataSource,
    @Inject(LIBRARY) library: Library,
    private readonly clock: Clock,
  ) {
    this.book = new CaseBook(library);
    this.reading = new CaseReading(dataSource);
  }

  /** What falls due when if nothing more happens. Rejects with `CaseNotFound`, and a problem for an end before the day. */
  async forecast(
    viewer: Viewer,
    caseId: string,
    { asOf = this.clock.today(), knownAt, until }: Looking & { until?: PlainDate | undefined } = {},
  ): Promise<ForecastView> {
    if (until !== undefined && until < asOf)
      throw invalidData([{ pointer: '/until', detail: `Sista dagen, ${until}, ligger före ${asOf}.` }]);
    const { row, facts } = await this.reading.load(viewer, caseId);
    const position = this.book.fold({ row, facts }, asOf, knownAt);
    const options = this.book.options(row);
    const limits = limitsOf(position, options.book);
    // Seen from an earlier day, what happened afterwards had not happened; what is dated tomorrow is known already.
    const known = asOf < this.clock.today() ? [] : inOrder(effectiveFacts(facts, knownAt), options.registry);
    const later = known.filter(({ on }) => on > asOf);
    const told = forecast(position, { ...options, until: until ?? endOf(limits, asOf), later });
    return forecastView(row.id, told, limits, this.book);
  }

  /** Every computed date of the case and how it came about. Rejects with `CaseNotFound`. */
  async dates(
    viewer: Viewer,
    caseId: string,
    { asOf = this.clock.today(), knownAt }: Looking = {},
  ): Promise<DatesView> {
    const { row, facts } = await this.reading.load(viewer, caseId);
    const { library } = this.book;
    const position = this.book.fold({ row, facts }, asOf, knownAt);
    return datesView(row, asOf, datesOfCase(position, library.book), library);
  }

  /** Whether a fact of a type is awaited on a day, and why. Rejects with `CaseNotFound`, and for a type nobody knows. */
  async awaited(
    viewer: Viewer,
    caseId: string,
    type: string,
    { on = this.clock.today(), knownAt }: { on?: PlainDate | undefined; knownAt?: string | undefined } = {},
  ): Promise<AwaitedView> {
    assertKnown(type, this.book.library.registry);
    const { row, facts } = await this.reading.load(viewer, caseId);
    const answer = awaited({ subject: row.subject, facts }, { type, on }, { ...this.book.options(row), knownAt });
    return awaitedView(answer, row, this.book);
  }
}

/** The day after the last limit, so that what follows from it is told too. */
function endOf(limits: readonly CaseLimit[], asOf: PlainDate): PlainDate {
  const last = limits.filter(({ then }) => then).map(({ reckoned }) => calendar.addDays(reckoned.date, 1));
  return [calendar.addMonths(asOf, AT_LEAST_MONTHS), ...last].sort().at(-1) ?? asOf;
}

function assertKnown(type: string, registry: Registry): void {
  const computed = registry.processes.flatMap((process) => process.samples.map((sample) => sample.type));
  const known = new Set([...registry.facts.keys(), ...computed]);
  if (known.has(type)) return;
  const near = nearest(type, known);
  throw notFound({
    sv: `Faktatypen «${type}» finns inte.${near.length > 0 ? ` Menade du ${near.join(' eller ')}?` : ''}`,
    en: `There is no type of fact “${type}”.${near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''}`,
  });
}
