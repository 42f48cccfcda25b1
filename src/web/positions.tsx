import { numbered } from '../presentation/numbered.js';
import type { CaseProps } from './case-props.js';
import { Cell, Row, RowHeader, Table } from './table.js';

/** Where each process of the case stands, and since when. */
export const Positions = ({ found, context: { texts, names, language } }: CaseProps) => {
  const { process, stands, waits, since, standing } = texts.case;
  return (
    <section aria-labelledby="processer">
      <h2 id="processer">{texts.case.processes}</h2>
      <Table caption={texts.case.processesCaption} quiet columns={[process, stands, waits, since]}>
        {found.positions.map((position) => (
          <Row>
            <RowHeader>{numbered(names.process(position.process), position.instance, language)}</RowHeader>
            <Cell label={stands}>{names.state(position.process, position.state)}</Cell>
            <Cell label={waits}>
              <span class={`marke ${position.status}`}>{standing[position.status]}</span>
            </Cell>
            <Cell label={since}>
              <time dateTime={position.since}>{position.since}</time>
            </Cell>
          </Row>
        ))}
      </Table>
    </section>
  );
};
