import {
  type ArgumentsHost,
  Catch,
  Controller,
  type ExceptionFilter,
  Get,
  NotFoundException,
  UseFilters,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Incoming, pathOf } from '../http/exchange.js';
import { ProblemFilter } from '../http/problem-filter.js';
import { PageFilter } from './page-filter.js';

/** A page for people, a problem document for programs. */
@Catch()
export class StrayFilter implements ExceptionFilter {
  constructor(
    private readonly pages: PageFilter,
    private readonly problems: ProblemFilter,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Incoming>();
    const readsPages = String(request.headers['accept'] ?? '').includes('text/html');
    const filter = readsPages && !pathOf(request).startsWith('/api/') ? this.pages : this.problems;
    filter.catch(error, host);
  }
}

/** An address that leads nowhere. */
@ApiExcludeController()
@UseFilters(StrayFilter)
@Controller()
export class StrayController {
  @Get('*')
  stray(): never {
    throw new NotFoundException();
  }
}
