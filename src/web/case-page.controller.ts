import { Controller, Get, Inject, Param, Query, Req, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PlainDate } from '../../machines/grammar/index.js';
import { Asking } from '../auth/asking.js';
import type { Viewer } from '../auth/viewer.js';
import { CaseQuestions } from '../cases/case-questions.service.js';
import { CasesService } from '../cases/cases.service.js';
import { calendar, parseDate } from '../engine/calendar/calendar.js';
import type { Incoming } from '../http/exchange.js';
import { parseInstant } from '../http/day.js';
import { invalidData } from '../http/problems.js';
import type { Library } from '../library/library.js';
import { LIBRARY } from '../library/library.provider.js';
import { CasePageView } from './case-view.js';
import { type Language, textsIn } from './language.js';
import { Page, render } from './page.js';
import { pageContext } from './page-context.js';
import { PageFilter } from './page-filter.js';
import { given } from './queue-filter.js';
import { STYLESHEET, type Stylesheet } from './stylesheet.js';

/** So far ahead the page looks; the command line and the API look as far as one asks. */
const MONTHS_AHEAD = 3;

/** The page of one case. */
@ApiExcludeController()
@UseFilters(PageFilter)
@Controller('arende')
export class CasePageController {
  constructor(
    private readonly cases: CasesService,
    private readonly questions: CaseQuestions,
    @Inject(LIBRARY) private readonly library: Library,
    @Inject(STYLESHEET) private readonly stylesheet: Stylesheet,
  ) {}

  @Get(':id')
  @Page()
  async page(
    @Asking() viewer: Viewer,
    @Param('id') id: string,
    @Req() { url }: Incoming,
    @Query() query: Record<string, unknown>,
  ): Promise<string> {
    const context = pageContext(url, this.stylesheet.address, this.library);
    const asOf = dayIn(query, 'per', context.language);
    const known = dayIn(query, 'kant', context.language);
    const knownAt = known && parseInstant(known);
    const found = await this.cases.find(viewer, id, { asOf, knownAt });
    const until = calendar.addMonths(found.asOf, MONTHS_AHEAD);
    const ahead = await this.questions.forecast(viewer, id, { asOf, knownAt, until });
    return render(CasePageView({ found, rewound: asOf !== undefined, ahead, context }));
  }
}

/** A day in the query: the one that the case is to be looked at, or by whose end things were known. */
function dayIn(
  query: Readonly<Record<string, unknown>>,
  name: 'per' | 'kant',
  language: Language,
): PlainDate | undefined {
  const text = given(query, name);
  if (text === undefined) return undefined;
  const day = parseDate(text);
  if (!day) throw invalidData([{ pointer: `/${name}`, detail: textsIn(language).problems.unknownDay(text) }]);
  return day;
}
