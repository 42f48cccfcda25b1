/** When rights and duties end, and what happens in the coming time if nothing more is done. */
import type { ForecastDayView, ForecastView } from '../cases/forecast-view.js';
import type { NextActionView } from '../next-actions/action-view.js';
import type { PageContext } from './page-context.js';
import { Cell, Row, RowHeader, Table } from './table.js';

interface AheadProps {
  ahead: ForecastView | undefined;
  context: PageContext;
}

/** Nothing where no forecast was asked for. */
export const WhatIsAhead = ({ ahead, context }: AheadProps) => {
  const words = context.texts.case.ahead;
  if (!ahead) return null;
  const rows = ahead.days.flatMap((day) => rowsOf(day, context));
  return (
    <section aria-labelledby="framat">
      <h2 id="framat">{words.heading}</h2>
      {ahead.limits.length > 0 && <Limits ahead={ahead} context={context} />}
      {rows.length === 0 ? (
        <p class="tomt">{words.nothing(ahead.until)}</p>
      ) : (
        <Table caption={words.caption(ahead.until)} columns={[words.day, words.what, words.why]}>
          {rows.map(({ on, what, why }) => (
            <Row>
              <Cell label={words.day}>
                <time dateTime={on}>{on}</time>
              </Cell>
              <RowHeader>{what}</RowHeader>
              <Cell label={words.why}>{why || '–'}</Cell>
            </Row>
          ))}
        </Table>
      )}
    </section>
  );
};

const Limits = ({ ahead, context }: { ahead: ForecastView; context: PageContext }) => {
  const { texts, names } = context;
  const words = texts.case.ahead;
  return (
    <Table caption={words.limits} columns={[words.what, words.day, words.rule, words.sure]}>
      {ahead.limits.map(({ process, dateName, date, passed, rules, certainty }) => (
        <Row>
          <RowHeader>{names.date(process, dateName)}</RowHeader>
          <Cell label={words.day}>
            <time dateTime={date}>{date}</time> {passed && <span class="not">{words.passed}</span>}
          </Cell>
          <Cell label={words.rule}>{[...new Set(rules.map(({ citation }) => citation))].join(', ') || '–'}</Cell>
          <Cell label={words.sure}>{texts.due.certainty[certainty] || texts.due.certaintyMeans.settled}</Cell>
        </Row>
      ))}
    </Table>
  );
};

interface AheadRow {
  on: string;
  what: string;
  why: string;
}

function rowsOf({ on, due, passed, opened, closed }: ForecastDayView, { texts, names }: PageContext): AheadRow[] {
  const words = texts.case.ahead;
  const step = (action: NextActionView) => `${names.party(action.party)}: ${names.action(action)}`;
  return [
    ...passed.map(({ process, type, dateName, reckoned }) => ({
      on,
      what: names.timeFact(process, type),
      why: `${names.date(process, dateName)}: ${reckoned.date}`,
    })),
    ...closed.map((action) => ({ on, what: words.closes(step(action)), why: '' })),
    ...opened.map(({ action, follows }) => ({
      on,
      what: words.opens(step(action)),
      why: [follows && names.timeFact(follows.process, follows.type), action.basis].filter(Boolean).join(', '),
    })),
    ...due.map((action) => ({ on, what: words.due(step(action)), why: action.basis })),
  ];
}
