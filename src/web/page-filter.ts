import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { Logger } from 'pino';
import { type Answering, type Incoming, pathOf } from '../http/exchange.js';
import { problemDocument } from '../http/problem-document.js';
import { isProblemSlug } from '../http/problems.js';
import type { Library } from '../library/library.js';
import { LIBRARY } from '../library/library.provider.js';
import { faultForLog, LOG } from '../logging.js';
import { ErrorView } from './error-view.js';
import { pageHeaders, render } from './page.js';
import { pageContext } from './page-context.js';
import { STYLESHEET, type Stylesheet } from './stylesheet.js';

/** A fault on the way to a page is told as a page. */
@Catch()
export class PageFilter implements ExceptionFilter {
  constructor(
    @Inject(LIBRARY) private readonly library: Library,
    @Inject(STYLESHEET) private readonly stylesheet: Stylesheet,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Incoming>();
    const answer = host.switchToHttp().getResponse<Answering>();
    const { type, status, detail, detailEn, errors = [] } = problemDocument(error, pathOf(request), this.library);
    if (status >= 500) this.log.error(faultForLog(error), 'a page failed');
    if (answer.sent) return;
    const context = pageContext(request.url, this.stylesheet.address, this.library);
    const slug = type.replace('/problem/', '');
    const view = ErrorView({
      slug: isProblemSlug(slug) ? slug : 'internal',
      detail: context.language === 'sv' ? detail : detailEn,
      errors,
      context,
    });
    for (const [name, value] of Object.entries(pageHeaders)) answer.header(name, value);
    answer.status(status).send(render(view));
  }
}
