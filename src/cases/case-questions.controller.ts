import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Asking } from '../auth/asking.js';
import type { Viewer } from '../auth/viewer.js';
import { answers } from '../http/openapi.js';
import type { AwaitedView } from './awaited-view.js';
import { AwaitedQueryDto, ForecastQueryDto } from './case-questions.dto.js';
import { LookingDto } from './cases.dto.js';
import { CaseQuestions } from './case-questions.service.js';
import type { DatesView } from './explanation-view.js';
import type { ForecastView } from './forecast-view.js';

@ApiTags('cases')
@Controller('api/v1/cases')
export class CaseQuestionsController {
  constructor(private readonly questions: CaseQuestions) {}

  @Get(':id/forecast')
  @ApiOperation({ summary: 'What falls due when if nothing more happens, and when rights and duties end' })
  @ApiOkResponse(answers('Forecast'))
  forecast(@Asking() viewer: Viewer, @Param('id') id: string, @Query() asked: ForecastQueryDto): Promise<ForecastView> {
    return this.questions.forecast(viewer, id, asked);
  }

  @Get(':id/dates')
  @ApiOperation({ summary: 'Every computed date of the case: start, arithmetic, rules, sources and what rests on it' })
  @ApiOkResponse(answers('Dates'))
  dates(@Asking() viewer: Viewer, @Param('id') id: string, @Query() looking: LookingDto): Promise<DatesView> {
    return this.questions.dates(viewer, id, looking);
  }

  @Get(':id/awaited/:type')
  @ApiOperation({ summary: 'Whether a fact is awaited on a day, by whom, or why not and what would make it so' })
  @ApiOkResponse(answers('Awaited'))
  awaited(
    @Asking() viewer: Viewer,
    @Param('id') id: string,
    @Param('type') type: string,
    @Query() asked: AwaitedQueryDto,
  ): Promise<AwaitedView> {
    return this.questions.awaited(viewer, id, type, asked);
  }
}
