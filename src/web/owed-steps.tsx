import type { NextActionView } from '../next-actions/action-view.js';
import type { CaseProps } from './case-props.js';
import { Due } from './due.js';
import { Gap, Ground } from './ground.js';
import { Swedish } from './swedish.js';

/** What is owed in the case, the first due first. */
export const OwedSteps = ({ found, context }: Pick<CaseProps, 'found' | 'context'>) => (
  <section aria-labelledby="attgora">
    <h2 id="attgora">{context.texts.case.owed}</h2>
    {found.actions.length === 0 ? (
      <p class="tomt">{context.texts.case.owedNone}</p>
    ) : (
      <ol class="kort">
        {found.actions.map((action) => (
          <OwedStep action={action} found={found} context={context} />
        ))}
      </ol>
    )}
  </section>
);

const OwedStep = ({ action, found, context }: Pick<CaseProps, 'found' | 'context'> & { action: NextActionView }) => {
  const { texts, names } = context;
  const unit = names.unit(action, found.id);
  const facts = action.facts.map((type) => names.fact(type)).join(` ${texts.or} `);
  return (
    <li>
      <h3>{names.action(action)}</h3>
      <p>
        <strong>{names.party(action.party)}</strong>
        {unit && (
          <>
            , <Swedish context={context}>{unit}</Swedish>
          </>
        )}{' '}
        <Gap action={action} context={context} />
      </p>
      <p>
        {action.due ? `${texts.due.column} ` : ''}
        <Due action={action} asOf={found.asOf} context={context} />
      </p>
      <p>
        <Ground action={action} context={context} />
      </p>
      <p class="not">{texts.case.waitingSince(action.since)}.</p>
      <p class="not">{texts.case.discharged(facts)}.</p>
      {action.contact && (
        <p class="not">
          {texts.case.contact} <Swedish context={context}>{names.contact(action.contact)}</Swedish>
        </p>
      )}
    </li>
  );
};
