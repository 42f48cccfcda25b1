import { CaseQuestions } from '../cases/case-questions.service.js';
import { CasesService } from '../cases/cases.service.js';
import type { Clock } from '../clock.js';
import type { Store } from '../database/store.js';
import type { Library } from '../library/library.js';
import { NextActionsService } from '../next-actions/next-actions.service.js';

export interface Services {
  cases: CasesService;
  questions: CaseQuestions;
  nextActions: NextActionsService;
}

/** The services on an open database, without the server around them: that starts much faster. */
export const servicesOn = ({ dataSource, writePath }: Store, library: Library, clock: Clock): Services => ({
  cases: new CasesService(dataSource, writePath, library, clock),
  questions: new CaseQuestions(dataSource, library, clock),
  nextActions: new NextActionsService(dataSource, library, clock, writePath),
});
