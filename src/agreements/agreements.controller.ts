import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { CoverageReport } from '../engine/coverage/coverage.js';
import { answers } from '../http/openapi.js';
import { OnDayDto } from './agreements.dto.js';
import { AgreementsService } from './agreements.service.js';

@ApiTags('agreements')
@Controller('api/v1/agreements')
export class AgreementsController {
  constructor(private readonly agreements: AgreementsService) {}

  @Get()
  @ApiOperation({ summary: 'The agreements, and what is wrong with those that cannot be read' })
  @ApiOkResponse(answers('Agreements'))
  list(): ReturnType<AgreementsService['list']> {
    return this.agreements.list();
  }

  @Get(':kommun/:name/coverage')
  @ApiOperation({ summary: 'An agreement against the generated paths' })
  @ApiOkResponse(answers('Coverage'))
  coverage(@Param('kommun') kommun: string, @Param('name') name: string, @Query() { asOf }: OnDayDto): CoverageReport {
    return this.agreements.coverage(`${kommun}/${name}`, asOf);
  }

  /** The same for those who write the id as one part of the address. */
  @Get(':id/coverage')
  @ApiOperation({ summary: 'An agreement against the generated paths, its id as one part of the address' })
  @ApiParam({ name: 'id', example: 'tingsryd%2F2019-lok' })
  @ApiOkResponse(answers('Coverage'))
  coverageOf(@Param('id') id: string, @Query() { asOf }: OnDayDto): CoverageReport {
    return this.agreements.coverage(id, asOf);
  }
}
