import { dayInSweden } from '../clock.js';
import { caseAddress } from './address.js';
import type { CaseProps } from './case-props.js';

/**
 * The same case on another day, or as it was known on another day. Text fields, because the browser's own date field follows the browser's language and
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
    <div class="falt">
      <label for="kant">{texts.case.knownThen}</label>
      <span class="not" id="kant-form">
        {texts.case.knownThenForm}
      </span>
      <input
        id="kant"
        name="kant"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        aria-describedby="kant-form"
        value={found.knownAt === null ? undefined : dayInSweden(Date.parse(found.knownAt))}
      />
    </div>
    <button type="submit">{texts.case.showDay}</button>
    {(rewound || found.knownAt !== null) && <a href={caseAddress(found.id, language)}>{texts.case.backToToday}</a>}
  </form>
);
