import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { answers } from '../http/openapi.js';
import type { ProcessView } from './process-view.js';
import { InLanguageDto } from './processes.dto.js';
import { ProcessesService } from './processes.service.js';

@ApiTags('processes')
@Controller('api/v1/processes')
export class ProcessesController {
  constructor(private readonly processes: ProcessesService) {}

  @Get()
  @ApiOperation({ summary: 'The processes: states with owner, ground and deadline, and the facts they define' })
  @ApiOkResponse(answers('Processes'))
  list(@Query() { language }: InLanguageDto): { processes: ProcessView[] } {
    return { processes: this.processes.list(language) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One process' })
  @ApiOkResponse(answers('Process'))
  find(@Param('id') id: string, @Query() { language }: InLanguageDto): ProcessView {
    return this.processes.find(id, language);
  }
}
