/** The ledgers of a case, stretch by stretch, and what each reading of the law would give. */
import type { LedgerView } from '../cases/ledger-view.js';
import type { LedgerAnswer, LedgerLine } from '../engine/ledger/ledger.js';
import type { CaseProps } from './case-props.js';
import type { PageContext } from './page-context.js';
import { Swedish } from './swedish.js';
import { Cell, Row, RowHeader, Table } from './table.js';

/** Nothing where there is nothing to account for. */
export const TimeLedgers = ({ found, context }: CaseProps) => (
  <>
    {found.ledgers.map((ledger) => (
      <section aria-labelledby={`liggare-${ledger.ledger}`}>
        <h2 id={`liggare-${ledger.ledger}`}>{context.names.ledger(ledger)?.name ?? ledger.title}</h2>
        <p>{summary(ledger, context)}</p>
        <StretchTable ledger={ledger} context={context} />
        {ledger.readings.length > 0 && <ReadingTable ledger={ledger} context={context} />}
      </section>
    ))}
  </>
);

interface LedgerProps {
  ledger: LedgerView;
  context: PageContext;
}

const numbers = ({ language }: PageContext) => new Intl.NumberFormat(language, { maximumFractionDigits: 2 });

const unitName = (ledger: LedgerView, unit: string, { names }: PageContext): string =>
  names.ledger(ledger)?.units[unit] ?? unit;

function summary(ledger: LedgerView, context: PageContext): string {
  const number = numbers(context);
  const { used, limit, left, unit } = ledger;
  return context.texts.case.ledgers.summary(
    number.format(used),
    `${number.format(limit)} ${unitName(ledger, unit, context)}`,
    number.format(left),
  );
}

const StretchTable = ({ ledger, context }: LedgerProps) => {
  const words = context.texts.case.ledgers;
  return (
    <Table
      caption={words.caption}
      columns={[words.period, words.what, words.extent, words.counts, words.sum, words.left]}
    >
      {ledger.lines.map((line) => (
        <StretchRow line={line} ledger={ledger} context={context} />
      ))}
    </Table>
  );
};

const StretchRow = ({ line, ledger, context }: LedgerProps & { line: LedgerLine }) => {
  const words = context.texts.case.ledgers;
  const number = numbers(context);
  const { from, to, kind, extent, days, counted, sum, left } = line;
  return (
    <Row>
      <Cell label={words.period}>
        <time dateTime={from}>{from}</time> – <time dateTime={to}>{to}</time>
      </Cell>
      <RowHeader>{context.names.ledger(ledger)?.kinds[kind] ?? line.kind}</RowHeader>
      <Cell label={words.extent}>{extent === 0 ? '–' : `${extent} %`}</Cell>
      <Cell label={words.counts}>
        {counted === 0 ? words.no : number.format(counted)}
        <span class="not">{words.ofDays(number.format(days))}</span>
      </Cell>
      <Cell label={words.sum}>{number.format(sum)}</Cell>
      <Cell label={words.left}>{number.format(left)}</Cell>
    </Row>
  );
};

/** Each open question with its readings side by side, the one in force marked. */
const ReadingTable = ({ ledger, context }: LedgerProps) => {
  const words = context.texts.case.ledgers;
  return (
    <Table caption={words.readings} columns={[words.question, words.reading, words.gives]}>
      {ledger.readings.flatMap(({ citation, question, options }) =>
        options.map(({ choice, says, inForce, answer }, i) => (
          <Row>
            <RowHeader>
              {citation}
              {i === 0 && (
                <Swedish small context={context}>
                  {question}
                </Swedish>
              )}
            </RowHeader>
            <Cell label={words.reading}>
              {words.named(choice)} {inForce && <span class="marke">{words.inForce}</span>}
              <Swedish small context={context}>
                {says}
              </Swedish>
            </Cell>
            <Cell label={words.gives}>{answer ? answerWords(answer, ledger, context) : '–'}</Cell>
          </Row>
        )),
      )}
    </Table>
  );
};

function answerWords({ used, limit, unit, dates }: LedgerAnswer, ledger: LedgerView, context: PageContext): string {
  const number = numbers(context);
  const words = context.texts.case.ledgers;
  const amount = words.usedOf(number.format(used), `${number.format(limit)} ${unitName(ledger, unit, context)}`);
  const days = Object.entries(dates).map(
    ([name, day]) => `${context.names.ledger(ledger)?.dates[name] ?? name} ${day ?? words.noDay}`,
  );
  return [amount, ...days].join(', ');
}
