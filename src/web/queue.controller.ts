import { Controller, Get, Inject, Query, Req, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Asking } from '../auth/asking.js';
import type { Viewer } from '../auth/viewer.js';
import type { Incoming } from '../http/exchange.js';
import type { Library } from '../library/library.js';
import { LIBRARY } from '../library/library.provider.js';
import { NextActionsService } from '../next-actions/next-actions.service.js';
import { Page, render } from './page.js';
import { pageContext } from './page-context.js';
import { PageFilter } from './page-filter.js';
import { queueChoices } from './queue-choices.js';
import { given, queueFilter } from './queue-filter.js';
import { QueueView } from './queue-view.js';
import { STYLESHEET, type Stylesheet } from './stylesheet.js';

/** The first page: who acts next? */
@ApiExcludeController()
@UseFilters(PageFilter)
@Controller()
export class QueueController {
  constructor(
    private readonly nextActions: NextActionsService,
    @Inject(LIBRARY) private readonly library: Library,
    @Inject(STYLESHEET) private readonly stylesheet: Stylesheet,
  ) {}

  @Get()
  @Page()
  async queue(
    @Asking() viewer: Viewer,
    @Req() { url }: Incoming,
    @Query() query: Record<string, unknown>,
  ): Promise<string> {
    const context = pageContext(url, this.stylesheet.address, this.library);
    const { lateOnly, ...narrowed } = queueFilter(query, this.library, context.language);
    const cursor = given(query, 'efter');
    const page = await this.nextActions.list(viewer, {
      ...narrowed,
      overdue: lateOnly,
      cursor,
      language: context.language,
    });
    const counts = await this.nextActions.counts(viewer, { kommun: narrowed.kommun });
    return render(
      QueueView({
        page,
        counts: counts.filter(({ party, total }) => total > 0 || party === narrowed.party),
        filter: { ...narrowed, lateOnly },
        choices: queueChoices(this.library, context.names),
        continued: cursor !== undefined,
        context,
      }),
    );
  }
}
