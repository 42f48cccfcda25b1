import type { CaseView } from '../cases/case-view.js';
import type { ForecastView } from '../cases/forecast-view.js';
import type { PageContext } from './page-context.js';

/** What the parts of a case's page show. */
export interface CaseProps {
  found: CaseView;
  /** It is shown as it stands on another day than today. */
  rewound: boolean;
  /** What happens in the coming time if nothing more is done. */
  ahead?: ForecastView;
  context: PageContext;
}
