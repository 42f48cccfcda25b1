import { Controller, Get, Inject, Param, Req, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Incoming } from '../http/exchange.js';
import { isProblemSlug, notFound } from '../http/problems.js';
import type { Library } from '../library/library.js';
import { LIBRARY } from '../library/library.provider.js';
import { textsIn } from './language.js';
import { Page, render } from './page.js';
import { pageContext } from './page-context.js';
import { PageFilter } from './page-filter.js';
import { ProblemsView, ProblemView } from './problem-view.js';
import { STYLESHEET, type Stylesheet } from './stylesheet.js';

/** What the `type` of a problem leads to. */
@ApiExcludeController()
@UseFilters(PageFilter)
@Controller('problem')
export class ProblemPageController {
  constructor(
    @Inject(LIBRARY) private readonly library: Library,
    @Inject(STYLESHEET) private readonly stylesheet: Stylesheet,
  ) {}

  @Get()
  @Page()
  all(@Req() { url }: Incoming): string {
    return render(ProblemsView({ context: pageContext(url, this.stylesheet.address, this.library) }));
  }

  @Get(':slug')
  @Page()
  one(@Req() { url }: Incoming, @Param('slug') slug: string): string {
    if (!isProblemSlug(slug)) throw noSuchType(slug);
    return render(ProblemView({ slug, context: pageContext(url, this.stylesheet.address, this.library) }));
  }
}

const noSuchType = (slug: string) =>
  notFound({ sv: textsIn('sv').problems.unknownType(slug), en: textsIn('en').problems.unknownType(slug) });
