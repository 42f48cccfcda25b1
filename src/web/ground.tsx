import type { NextActionView } from '../next-actions/action-view.js';
import type { PageContext } from './page-context.js';
import { Swedish } from './swedish.js';

interface GroundProps {
  action: Pick<NextActionView, 'basis' | 'clause' | 'gap'>;
  context: PageContext;
}

/** The provision that a step rests on, and the clause of the agreement that says who acts. */
export const Ground = ({ action: { basis, clause }, context }: GroundProps) => {
  const { texts, names } = context;
  const { text, gloss } = names.ground(basis);
  return (
    <>
      {text}{' '}
      {gloss && (
        <Swedish small context={context}>
          {gloss}
        </Swedish>
      )}{' '}
      {clause && <span class="not">{texts.clause(clause)}</span>}
    </>
  );
};

/** Says that the law leaves it open who acts and that the agreement is silent. */
export const Gap = ({ action: { gap }, context: { texts } }: GroundProps) =>
  gap ? <span class="marke lucka">{texts.gap}</span> : null;
