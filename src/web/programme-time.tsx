import type { Certainty, Reckoned, RuleUse } from '../../machines/grammar/index.js';
import type { ProgrammeWindow } from '../cases/programme-window.js';
import type { CaseProps } from './case-props.js';
import type { PageContext } from './page-context.js';
import { ProgrammePicture, type SeenDay } from './programme-picture.js';
import { Swedish } from './swedish.js';
import { Cell, Row, RowHeader, Table } from './table.js';

/** The programme time as a picture, and the same as a table. */
export const ProgrammeTime = ({ found, rewound, context }: CaseProps) => {
  const words = context.texts.case.window;
  if (found.subject !== 'deltagare') return null;
  const seen = { name: rewound ? words.asOf : words.today, day: found.asOf };
  return (
    <section aria-labelledby="programtid">
      <h2 id="programtid">{words.heading}</h2>
      {found.window ? (
        <>
          <ProgrammePicture window={found.window} seen={seen} context={context} />
          <ProgrammeTable window={found.window} seen={seen} context={context} />
          <p class="not">{words.computed}</p>
        </>
      ) : (
        <p class="tomt">{words.none}</p>
      )}
    </section>
  );
};

interface Line {
  what: string;
  value: string;
  rules: readonly RuleUse[];
  certainty?: Certainty;
}

interface ProgrammeTableProps {
  window: ProgrammeWindow;
  seen: SeenDay;
  context: PageContext;
}

const ProgrammeTable = ({ window, seen, context }: ProgrammeTableProps) => {
  const words = context.texts.case.window;
  return (
    <Table caption={words.caption} columns={[words.what, words.value, words.rule, words.sure]}>
      {linesOf(window, seen, context).map(({ what, value, rules, certainty }) => (
        <Row>
          <RowHeader>{what}</RowHeader>
          <Cell label={words.value}>{value}</Cell>
          <Cell label={words.rule}>
            {rules.length === 0 && '–'}
            {rules.map((rule) => (
              <Rule rule={rule} context={context} />
            ))}
          </Cell>
          <Cell label={words.sure}>{certainty ? <Sure certainty={certainty} context={context} /> : '–'}</Cell>
        </Row>
      ))}
    </Table>
  );
};

const Rule = ({ rule, context }: { rule: RuleUse; context: PageContext }) => (
  <span class="regel">
    {rule.citation}: {amountWords(rule, context)}{' '}
    {rule.note && (
      <Swedish small context={context}>
        {rule.note}
      </Swedish>
    )}
  </span>
);

/** The amount with its unit, where the value of the law is a bare number or the letter of a reading. */
function amountWords({ value, amount }: RuleUse, { texts }: PageContext): string {
  if (value === 'fullTimeDays') return texts.case.window.days(amount);
  return value === 'reading' ? texts.case.window.reading(amount) : amount;
}

const Sure = ({ certainty, context: { texts } }: { certainty: Certainty; context: PageContext }) =>
  certainty === 'settled' ? (
    <>{texts.due.certaintyMeans.settled}</>
  ) : (
    <span class={`marke ${certainty}`}>{texts.due.certainty[certainty]}</span>
  );

function linesOf(
  { anchor, fonsterslut, programtidsslut, ledger }: ProgrammeWindow,
  seen: SeenDay,
  context: PageContext,
): Line[] {
  const words = context.texts.case.window;
  const number = new Intl.NumberFormat(context.language, { maximumFractionDigits: 1 });
  const other = fonsterslut?.otherReading;
  return [
    ...(anchor ? [{ what: words.anchor, value: anchor, rules: [] }] : []),
    { what: seen.name, value: seen.day, rules: [] },
    ...(fonsterslut ? [dated(words.outer, fonsterslut)] : []),
    ...(fonsterslut && other
      ? [{ ...dated(words.other, fonsterslut), value: `${other.date} (${words.reading(other.reading)})`, rules: [] }]
      : []),
    ...(programtidsslut ? [dated(words.spent, programtidsslut)] : []),
    ...(ledger
      ? [
          {
            what: words.used,
            value: words.usedOf(number.format(ledger.consumedFullTimeDays), number.format(ledger.limitFullTimeDays)),
            rules: ledger.rules,
            certainty: ledger.certainty,
          },
        ]
      : []),
  ];
}

const dated = (what: string, { date, rules, certainty }: Reckoned): Line => ({ what, value: date, rules, certainty });
