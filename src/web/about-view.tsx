import type { Agreement } from '../engine/agreement.js';
import type { Statute } from '../engine/law/law-data.js';
import type { UnverifiedLaw } from '../presentation/unverified-law.js';
import { Layout } from './layout.js';
import type { PageContext } from './page-context.js';
import { Swedish } from './swedish.js';
import { Cell, Row, RowHeader, Table } from './table.js';

/** What the page about Etapp tells of. */
export interface AboutProps {
  versions: { program: string; content: string };
  statutes: readonly Statute[];
  provisions: number;
  agreements: readonly Agreement[];
  /** Faults that leave agreements out. */
  leftOut: number;
  /** Where the demands on an agreement come from. */
  source: string;
  unverified: readonly UnverifiedLaw[];
  processes: readonly string[];
  context: PageContext;
}

/** What Etapp is, which versions run, and what is known of the law. */
export const AboutView = (props: AboutProps) => {
  const { versions, processes, context } = props;
  const { about } = context.texts;
  return (
    <Layout context={context} title={about.title} section="about">
      <h1>{about.title}</h1>
      {about.what.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <h2>{about.demonstration}</h2>
      <p>{about.demonstrationSays}</p>
      <p>{about.language}</p>
      <h2>{about.versions}</h2>
      <dl class="om">
        <div>
          <dt>{about.program}</dt>
          <dd>{versions.program}</dd>
        </div>
        <div>
          <dt>{about.content}</dt>
          <dd>{versions.content}</dd>
        </div>
      </dl>
      <h2>{about.processes}</h2>
      <ul>
        {processes.map((process) => (
          <li>{context.names.process(process)}</li>
        ))}
      </ul>
      <Agreements {...props} />
      <LawState {...props} />
      <Unverified {...props} />
    </Layout>
  );
};

const Agreements = ({ agreements, leftOut, source, context }: AboutProps) => {
  const { texts } = context;
  const { about } = texts;
  return (
    <>
      <h2>{about.agreements}</h2>
      <p>{about.agreementsSays(source)}</p>
      {agreements.length === 0 ? (
        <p>{about.agreementsNone}</p>
      ) : (
        <Table caption={about.agreements} quiet columns={[about.agreement, texts.case.kommun, about.valid]}>
          {agreements.map(({ title, kommun, valid }) => (
            <Row>
              <RowHeader>
                <Swedish context={context}>{title}</Swedish>
              </RowHeader>
              <Cell label={texts.case.kommun}>{kommun.name}</Cell>
              <Cell label={about.valid}>{about.validFrom(valid.from, valid.to)}</Cell>
            </Row>
          ))}
        </Table>
      )}
      {leftOut > 0 && <p>{about.leftOut(leftOut)}</p>}
    </>
  );
};

const LawState = ({ statutes, provisions, context }: AboutProps) => {
  const { about } = context.texts;
  return (
    <>
      <h2>{about.law}</h2>
      <p>{about.lawSays(statutes.length, provisions)}</p>
      <details>
        <summary>{about.statutes}</summary>
        <Table caption={about.statutes} quiet columns={[about.statute, about.state]}>
          {statutes.map(({ sfs, title, source }) => (
            <Row>
              <RowHeader>
                <Swedish context={context}>
                  {title} ({sfs})
                </Swedish>
              </RowHeader>
              <Cell label={about.state}>
                <Swedish context={context}>{source.state}</Swedish>
              </Cell>
            </Row>
          ))}
        </Table>
      </details>
    </>
  );
};

const Unverified = ({ unverified, context }: AboutProps) => {
  const { about, due } = context.texts;
  const unknown = unverified.filter(({ certainty }) => certainty === 'unknown').length;
  return (
    <>
      <h2>{about.unverified}</h2>
      <p>{about.unverifiedSays(unverified.length - unknown, unknown)}</p>
      <details>
        <summary>{about.unverifiedList}</summary>
        <Table caption={about.unverified} quiet columns={[about.citation, about.since, about.sure, about.why]}>
          {unverified.map(({ citation, since, certainty, why }) => (
            <Row>
              <RowHeader>{citation}</RowHeader>
              <Cell label={about.since}>{since}</Cell>
              <Cell label={about.sure}>
                <span class={`marke ${certainty}`}>{due.certainty[certainty]}</span>
              </Cell>
              <Cell label={about.why}>
                <Swedish context={context}>{why || '–'}</Swedish>
              </Cell>
            </Row>
          ))}
        </Table>
      </details>
    </>
  );
};
