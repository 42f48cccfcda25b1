import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Inject, Req, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Incoming } from '../http/exchange.js';
import type { Library } from '../library/library.js';
import { LIBRARY } from '../library/library.provider.js';
import { packageRoot } from '../library/package-root.js';
import { unverifiedLaw } from '../presentation/unverified-law.js';
import { type AboutProps, AboutView } from './about-view.js';
import { Page, render } from './page.js';
import { pageContext } from './page-context.js';
import { PageFilter } from './page-filter.js';
import { STYLESHEET, type Stylesheet } from './stylesheet.js';

/** The page about Etapp itself. */
@ApiExcludeController()
@UseFilters(PageFilter)
@Controller('om')
export class AboutController {
  private readonly told: Omit<AboutProps, 'context'>;

  constructor(
    @Inject(LIBRARY) private readonly library: Library,
    @Inject(STYLESHEET) private readonly stylesheet: Stylesheet,
  ) {
    this.told = aboutEtapp(library);
  }

  @Get()
  @Page()
  page(@Req() { url }: Incoming): string {
    return render(AboutView({ ...this.told, context: pageContext(url, this.stylesheet.address, this.library) }));
  }
}

/** What there is to tell, the same for as long as the program runs. */
export const aboutEtapp = ({
  version,
  book,
  agreements,
  problems,
  requirements,
  registry,
}: Library): Omit<AboutProps, 'context'> => ({
  versions: { program: programVersion(), content: version },
  statutes: book.statutes,
  provisions: book.citations().length,
  agreements,
  leftOut: problems.length,
  source: requirements.source.claim.replace(/^kontrollerad mot /, ''),
  unverified: unverifiedLaw(book),
  processes: registry.processes.map(({ id }) => id),
});

const programVersion = (): string =>
  (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;
