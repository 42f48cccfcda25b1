import type { PlainDate, Reckoned } from '../../machines/grammar/index.js';
import type { Forecast, ForecastDay, OpenedStep, PassedDate } from '../engine/forecast/forecast.js';
import type { CaseLimit } from '../engine/forecast/limits.js';
import type { NextAction } from '../engine/types.js';
import { actionView, type NextActionView } from '../next-actions/action-view.js';
import { dateName, factLabel } from '../presentation/names-of-things.js';
import type { CaseBook } from './case-book.js';

/** A day on which a right or a duty ends, with everything that made it. */
export interface LimitView extends Pick<Reckoned, 'date' | 'kind' | 'certainty' | 'rules' | 'inputs' | 'otherReading'> {
  process: string;
  instance: string | null;
  dateName: string;
  title: string;
  passed: boolean;
  then: CaseLimit['then'];
}

/** A computed date that passes on a day, and what it moves. */
export interface PassedView extends Omit<PassedDate, 'reckoned'> {
  label: string;
  title: string;
  reckoned: Reckoned;
}

export interface OpenedView {
  action: NextActionView;
  follows: OpenedStep['follows'];
}

export interface ForecastDayView {
  on: PlainDate;
  due: NextActionView[];
  passed: PassedView[];
  facts: { id: string; type: string; label: string }[];
  opened: OpenedView[];
  closed: NextActionView[];
  changed: { from: NextActionView; to: NextActionView }[];
}

/** What falls due when in a case if nothing more happens. */
export interface ForecastView {
  case: string;
  asOf: PlainDate;
  until: PlainDate;
  /** Nothing more happens by time alone after the last day that is told. */
  complete: boolean;
  limits: LimitView[];
  owed: NextActionView[];
  days: ForecastDayView[];
}

export function forecastView(
  caseId: string,
  { asOf, until, complete, owed, days }: Forecast,
  limits: readonly CaseLimit[],
  book: CaseBook,
): ForecastView {
  const seenOn = (on: PlainDate) => (action: NextAction) =>
    actionView(action, { case: caseId, asOf: on, texts: book.library.texts.sv });
  return {
    case: caseId,
    asOf,
    until,
    complete,
    limits: limits.map((limit) => limitView(limit, book)),
    owed: owed.map(seenOn(asOf)),
    days: days.map((day) => dayView(day, seenOn(day.on), book)),
  };
}

function limitView({ reckoned, ...limit }: CaseLimit, { library }: CaseBook): LimitView {
  const { date, kind, certainty, rules, inputs, otherReading } = reckoned;
  return {
    ...limit,
    title: dateName(library, 'sv', limit.process, limit.dateName),
    date,
    kind,
    certainty,
    rules,
    inputs,
    ...(otherReading && { otherReading }),
  };
}

function dayView(
  day: ForecastDay,
  see: (action: NextAction) => NextActionView,
  { library }: CaseBook,
): ForecastDayView {
  const { on, due, passed, facts, opened, closed, changed } = day;
  return {
    on,
    due: due.map(see),
    passed: passed.map((one) => ({
      ...one,
      label: factLabel(library, 'sv', one.type),
      title: dateName(library, 'sv', one.process, one.dateName),
    })),
    facts: facts.map(({ id, type }) => ({ id, type, label: factLabel(library, 'sv', type) })),
    opened: opened.map(({ action, follows }) => ({ action: see(action), follows })),
    closed: closed.map(see),
    changed: changed.map(({ from, to }) => ({ from: see(from), to: see(to) })),
  };
}
