import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { Logger } from 'pino';
import { LIBRARY } from '../library/library.provider.js';
import { faultForLog, LOG } from '../logging.js';
import { type Answering, type Incoming, pathOf } from './exchange.js';
import type { MessageContext } from './messages.js';
import { problemDocument } from './problem-document.js';

/** Every fault leaves as a problem document. Faults of ours are logged, those of the one who asks are only answered. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(LIBRARY) private readonly library: MessageContext,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Incoming>();
    const answer = host.switchToHttp().getResponse<Answering>();
    const problem = problemDocument(error, pathOf(request), this.library);
    if (problem.status >= 500) this.log.error(faultForLog(error), 'a request failed');
    if (answer.sent) return;
    answer
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }
}
