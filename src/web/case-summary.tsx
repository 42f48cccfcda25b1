import type { NextActionView } from '../next-actions/action-view.js';
import { daysInWords } from '../presentation/days-in-words.js';
import type { CaseProps } from './case-props.js';
import { kindWords } from './due.js';
import { Gap } from './ground.js';
import type { PageContext } from './page-context.js';

/** The one sentence on top: who must do what, by when, on what ground and how late. */
export const CaseSummary = ({ found, context }: CaseProps) => {
  const { texts, names } = context;
  const [first] = found.actions;
  if (!first)
    return (
      <section class="besked" aria-labelledby="besked">
        <h2 id="besked">{texts.case.nobody}</h2>
        <p>{found.status === 'closed' ? texts.case.closedSays : texts.case.nobodySays}</p>
      </section>
    );
  const late = first.overdueDays > 0;
  return (
    <section class={late ? 'besked bradskar' : 'besked'} aria-labelledby="besked">
      <h2 id="besked">{(late ? texts.case.shouldAct : texts.case.actsNext)(names.party(first.party))}</h2>
      <p>
        {sentence(first, found, context)} <Gap action={first} context={context} />
      </p>
    </section>
  );
};

function sentence(
  action: NextActionView,
  { asOf }: CaseProps['found'],
  { texts, names, language }: PageContext,
): string {
  const { text, gloss } = names.ground(action.basis);
  const sure = texts.due.certainty[action.certainty];
  const words = [daysInWords(action.due, asOf, language), kindWords(action, texts), sure].filter(Boolean).join(', ');
  const late = action.overdueDays > 0;
  return [
    texts.case.acts(names.action(action)),
    action.due ? (late ? texts.case.late : texts.case.by)(action.due, words) : texts.case.undated,
    texts.case.ground(gloss ? `${gloss} (${text})` : text),
  ].join(' ');
}
