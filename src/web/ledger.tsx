import { dayInSweden } from '../clock.js';
import type { CorrectionView, FactView } from '../cases/fact-view.js';
import { isLate, lateInWords } from '../presentation/late-facts.js';
import { toldAfterwards } from '../presentation/told-afterwards.js';
import type { CaseProps } from './case-props.js';
import type { PageContext } from './page-context.js';
import { Swedish } from './swedish.js';
import { Cell, Row, RowHeader, Table } from './table.js';

/** The facts of the case: the day from which each holds, what it says, who said so and when it was recorded. */
export const Ledger = ({ found, context }: CaseProps) => {
  const { day, what, who, recorded, ...texts } = context.texts.case;
  const facts = [...found.facts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.seq - b.seq));
  return (
    <section aria-labelledby="handelser">
      <h2 id="handelser">{texts.ledger}</h2>
      <p>{facts.length > 0 ? texts.ledgerSays : texts.ledgerNone}</p>
      {facts.length > 0 && (
        <Table caption={texts.ledger} quiet columns={[day, what, who, recorded]}>
          {facts.map((fact) => (
            <LedgerRow fact={fact} caseId={found.id} context={context} />
          ))}
        </Table>
      )}
    </section>
  );
};

interface LedgerRowProps {
  fact: FactView;
  caseId: string;
  context: PageContext;
}

const LedgerRow = ({ fact, caseId, context }: LedgerRowProps) => {
  const { texts, names } = context;
  const { day, who, recorded, factStatus } = texts.case;
  const unit = names.unit(fact.by, caseId);
  const recordedOn = dayInSweden(Date.parse(fact.recordedAt));
  return (
    <Row>
      <Cell label={day}>
        <time dateTime={fact.on}>{fact.on}</time>
      </Cell>
      <RowHeader>
        {fact.correctedBy ? <s>{names.fact(fact.type)}</s> : names.fact(fact.type)}{' '}
        {fact.status !== 'counted' && <span class="marke lugn">{factStatus[fact.status]}</span>}
        {fact.status === 'stranded' && <span class="not">{texts.case.number(fact.seq)}</span>}
        {fact.correctedBy && <CorrectedBy by={fact.correctedBy} caseId={caseId} context={context} />}
        {fact.reason !== null && <span class="not">{texts.case.corrects(names.reason(fact.reason))}</span>}
        {fact.afterwards && <span class="marke lugn">{toldAfterwards(fact.afterwards, context.language)}</span>}
        {Object.entries(fact.data).map(([name, value]) => (
          <span class="not">
            {names.field(fact.type, name)}: {names.value(fact.type, name, value)}
          </span>
        ))}
      </RowHeader>
      <Cell label={who}>
        {names.party(fact.by.party)}{' '}
        {unit && (
          <Swedish small context={context}>
            {unit}
          </Swedish>
        )}
      </Cell>
      <Cell label={recorded}>
        <time dateTime={fact.recordedAt}>{recordedOn}</time>
        {isLate(fact) && <span class="not">{lateInWords(fact.lateDays, context.language)}</span>}
      </Cell>
    </Row>
  );
};

interface CorrectedByProps {
  by: CorrectionView;
  caseId: string;
  context: PageContext;
}

/** By whom a fact was corrected, when and why. */
const CorrectedBy = ({ by, caseId, context: { texts, names } }: CorrectedByProps) => {
  const who = [names.party(by.by.party), names.unit(by.by, caseId)].filter(Boolean).join(', ');
  const day = dayInSweden(Date.parse(by.recordedAt));
  return <span class="not">{texts.case.correctedBy(who, day, names.reason(by.reason))}</span>;
};
