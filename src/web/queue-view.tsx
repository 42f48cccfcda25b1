import type { PlainDate } from '../../machines/grammar/index.js';
import type { NextActionView } from '../next-actions/action-view.js';
import type { NextActionsPage, PartyCount } from '../next-actions/question.js';
import { caseAddress } from './address.js';
import { Due, DueWords } from './due.js';
import { FilterForm } from './filter-form.js';
import { Gap, Ground } from './ground.js';
import { Layout } from './layout.js';
import type { PageContext } from './page-context.js';
import type { QueueChoices } from './queue-choices.js';
import { isNarrowed, queueAddress, type QueueFilter } from './queue-filter.js';
import { Swedish } from './swedish.js';
import { Cell, Row, RowHeader, Table } from './table.js';
import { Tiles } from './tiles.js';

export interface QueueProps {
  page: NextActionsPage;
  counts: readonly PartyCount[];
  filter: QueueFilter;
  choices: QueueChoices;
  /** This is not the first page. */
  continued: boolean;
  context: PageContext;
}

/** Who acts next? */
export const QueueView = (props: QueueProps) => {
  const { page, counts, filter, choices, context } = props;
  const { queue } = context.texts;
  return (
    <Layout context={context} title={queue.title} section="queue">
      <h1>{queue.title}</h1>
      {counts.length > 0 && <Tiles counts={counts} filter={filter} context={context} />}
      <FilterForm filter={filter} choices={choices} context={context} />
      <section aria-labelledby="arbetsko">
        <h2 id="arbetsko">{queue.heading}</h2>
        <p>{queue.total(page.total, page.asOf)}</p>
        {page.actions.length > 0 ? (
          <QueueTable page={page} context={context} />
        ) : (
          <Empty filter={filter} context={context} />
        )}
        <Paging {...props} />
        {page.actions.length > 0 && <DueWords context={context} />}
      </section>
    </Layout>
  );
};

const QueueTable = ({ page, context }: Pick<QueueProps, 'page' | 'context'>) => {
  const { due, queue } = context.texts;
  const { action, party, case: caseColumn, ground } = queue.columns;
  return (
    <Table caption={queue.caption} quiet columns={[due.column, party, action, caseColumn, ground]}>
      {page.actions.map((step) => (
        <QueueRow action={step} asOf={page.asOf} context={context} />
      ))}
    </Table>
  );
};

interface QueueRowProps {
  action: NextActionView;
  asOf: PlainDate;
  context: PageContext;
}

const QueueRow = ({ action, asOf, context }: QueueRowProps) => {
  const { texts, names, language } = context;
  const { columns } = texts.queue;
  const unit = names.unit(action, action.case);
  return (
    <Row>
      <Cell label={texts.due.column}>
        <Due action={action} asOf={asOf} context={context} />
      </Cell>
      <Cell label={columns.party}>
        {names.party(action.party)}{' '}
        {unit && (
          <Swedish small context={context}>
            {unit}
          </Swedish>
        )}
      </Cell>
      <RowHeader>
        {names.action(action)} <span class="not">{names.process(action.process)}</span>{' '}
        <Gap action={action} context={context} />
      </RowHeader>
      <Cell label={columns.case}>
        <a href={caseAddress(action.case, language)}>{action.case}</a>
      </Cell>
      <Cell label={columns.ground}>
        <Ground action={action} context={context} />
      </Cell>
    </Row>
  );
};

const Empty = ({ filter, context: { texts, language } }: Pick<QueueProps, 'filter' | 'context'>) =>
  isNarrowed(filter) ? (
    <p class="tomt">
      {texts.queue.empty} <a href={queueAddress({ lateOnly: false }, language)}>{texts.queue.clear}</a>
    </p>
  ) : (
    <p class="tomt">{texts.queue.emptyAll}</p>
  );

const Paging = ({ page, filter, continued, context: { texts, language } }: QueueProps) =>
  continued || page.cursor ? (
    <nav aria-label={texts.queue.paging} class="sidor">
      {continued && <a href={queueAddress(filter, language)}>{texts.queue.first}</a>}
      {page.cursor && (
        <a class="knapp" rel="next" href={queueAddress(filter, language, page.cursor)}>
          {texts.queue.next}
        </a>
      )}
    </nav>
  ) : null;
