import { caseAddress } from './address.js';
import type { CaseProps } from './case-props.js';

/**
 * The same case on another day. A text field, because the browser's own date field follows the browser's language and
 * not the page's.
 */
export const OtherDay = ({ found, rewound, context: { texts, language } }: CaseProps) => (
  <form method="get" action={`/arende/${encodeURIComponent(found.id)}`} class="urval annandag">
    {language !== 'sv' && <input type="hidden" name="lang" value={language} />}
    <div class="falt">
      <label for="per">{texts.case.otherDay}</label>
      <span class="not" id="per-form">
        {texts.case.otherDayForm}
      </span>
      <input
        id="per"
        name="per"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        aria-describedby="per-form"
        value={rewound ? found.asOf : undefined}
      />
    </div>
    <button type="submit">{texts.case.showDay}</button>
    {rewound && <a href={caseAddress(found.id, language)}>{texts.case.backToToday}</a>}
  </form>
);
