import { LessThan } from 'typeorm';
import type { PlainDate } from '../../machines/grammar/index.js';
import { CaseRow } from '../cases/case.entity.js';
import { CasesService } from '../cases/cases.service.js';
import type { Clock } from '../clock.js';
import type { Store } from '../database/store.js';
import type { Library } from '../library/library.js';
import { NextActionsService } from '../next-actions/next-actions.service.js';

export interface Services {
  cases: CasesService;
  nextActions: NextActionsService;
  /** How many cases have come to a day on which something changes by time alone, and have not been visited since. */
  unvisited: (today: PlainDate) => Promise<number>;
}

/** The services on an open database, without the server around them: that starts much faster. */
export const servicesOn = ({ dataSource, writePath }: Store, library: Library, clock: Clock): Services => ({
  cases: new CasesService(dataSource, writePath, library, clock),
  nextActions: new NextActionsService(dataSource, library, clock),
  unvisited: (today) => dataSource.getRepository(CaseRow).countBy({ nextBoundaryOn: LessThan(today) }),
});
