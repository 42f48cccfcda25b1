import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Asking } from '../auth/asking.js';
import type { Viewer } from '../auth/viewer.js';
import { answers } from '../http/openapi.js';
import { NextActionsDto } from './next-actions.dto.js';
import { NextActionsService } from './next-actions.service.js';
import type { NextActionsPage } from './question.js';

@ApiTags('next-actions')
@Controller('api/v1/next-actions')
export class NextActionsController {
  constructor(private readonly nextActions: NextActionsService) {}

  @Get()
  @ApiOperation({ summary: 'Who acts next, what, by when, on what ground' })
  @ApiOkResponse(answers('NextActions'))
  list(@Asking() viewer: Viewer, @Query() { overdue, ...query }: NextActionsDto): Promise<NextActionsPage> {
    return this.nextActions.list(viewer, { ...query, overdue: overdue === 'true' });
  }
}
