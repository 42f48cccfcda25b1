import { dayInSweden } from '../clock.js';
import { address } from './address.js';
import type { CaseProps } from './case-props.js';
import { CaseSummary } from './case-summary.js';
import { DueWords } from './due.js';
import { Layout } from './layout.js';
import { Ledger } from './ledger.js';
import { OwedSteps } from './owed-steps.js';
import { OtherDay } from './other-day.js';
import { Positions } from './positions.js';
import { ProgrammeTime } from './programme-time.js';
import { TimeLedgers } from './time-ledger.js';
import { WhatIsAhead } from './what-is-ahead.js';

/** One case: who acts, what is owed, where each process stands, the programme time and the facts. */
export const CasePageView = (props: CaseProps) => {
  const { found, rewound, context } = props;
  const { texts, language } = context;
  return (
    <Layout context={context} title={texts.case.title(found.id)}>
      <nav aria-label={texts.case.crumbs} class="smulor">
        <a href={address('/', language)}>{texts.queue.heading}</a> <span aria-hidden="true">›</span>{' '}
        <span aria-current="page">{found.id}</span>
      </nav>
      <h1>{texts.case.title(found.id)}</h1>
      {rewound && <p class="tomt">{texts.case.rewound(found.asOf)}</p>}
      {found.knownAt !== null && <p class="tomt">{texts.case.knewThen(dayInSweden(Date.parse(found.knownAt)))}</p>}
      <CaseSummary {...props} />
      <AboutCase {...props} />
      <OwedSteps {...props} />
      <ProgrammeTime {...props} />
      <TimeLedgers {...props} />
      <WhatIsAhead ahead={props.ahead} context={context} />
      <DueWords context={context} />
      <Positions {...props} />
      <Ledger {...props} />
      <OtherDay {...props} />
    </Layout>
  );
};

const AboutCase = ({ found, context: { texts, names } }: CaseProps) => {
  const entries: [string, string][] = [
    [texts.case.kommun, names.kommun(found.kommun)],
    [texts.case.opened, found.opened],
    [texts.case.status, texts.case.statuses[found.status]],
    [texts.case.asOf, found.asOf],
  ];
  return (
    <dl class="om" aria-label={texts.case.facts}>
      {entries.map(([term, value]) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
