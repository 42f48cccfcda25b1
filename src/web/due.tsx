import type { PlainDate } from '../../machines/grammar/index.js';
import type { NextActionView } from '../next-actions/action-view.js';
import { daysInWords } from '../presentation/days-in-words.js';
import type { PageContext } from './page-context.js';
import type { PageTexts } from './texts.sv.js';

interface DueProps {
  action: Pick<NextActionView, 'due' | 'dueKind' | 'certainty' | 'overdueDays'>;
  asOf: PlainDate;
  context: PageContext;
}

/** When a step is due: the day, how far it is in words, what kind of date it is and how sure. */
export const Due = ({ action, asOf, context: { texts, language } }: DueProps) => {
  const sure = texts.due.certainty[action.certainty];
  return (
    <>
      {action.due && <time dateTime={action.due}>{action.due}</time>}{' '}
      <span class={`marke ${urgency(action, asOf)}`}>{daysInWords(action.due, asOf, language)}</span>{' '}
      {kindWords(action, texts) && <span class="not">{kindWords(action, texts)}</span>}
      {sure && (
        <>
          {' '}
          <span class={`marke ${action.certainty}`}>{sure}</span>
        </>
      )}
    </>
  );
};

/** What kind of date it is, in words; nothing where no time is set at all. */
export function kindWords(
  { due, dueKind }: Pick<NextActionView, 'due' | 'dueKind'>,
  { due: words }: PageTexts,
): string {
  return due === null && dueKind !== 'none' ? words.undated : words.kind[dueKind];
}

function urgency({ due, overdueDays }: DueProps['action'], asOf: PlainDate): string {
  if (overdueDays > 0) return 'sen';
  return due === asOf ? 'nu' : 'lugn';
}

/** The words beside the dates, explained. */
export const DueWords = ({ context: { texts } }: { context: PageContext }) => (
  <details>
    <summary>{texts.words}</summary>
    <dl class="ord">
      {(['hard', 'soft', 'local', 'practice'] as const).map((kind) => (
        <div>
          <dt>{texts.due.kind[kind]}</dt>
          <dd>{texts.due.kindMeans[kind]}</dd>
        </div>
      ))}
      {(['authority-decides', 'assumed', 'unknown'] as const).map((certainty) => (
        <div>
          <dt>
            <span class={`marke ${certainty}`}>{texts.due.certainty[certainty]}</span>
          </dt>
          <dd>{texts.due.certaintyMeans[certainty]}</dd>
        </div>
      ))}
    </dl>
  </details>
);
