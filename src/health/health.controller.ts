import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { HealthService, type Readiness } from './health.service.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('live')
  @ApiOperation({ summary: 'The process is running' })
  @ApiOkResponse({ description: 'It is' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'The database answers and the law is loaded' })
  @ApiOkResponse({ description: 'Both, with the version of the law and agreements in use' })
  @ApiServiceUnavailableResponse({ description: 'The database does not answer' })
  ready(): Promise<Readiness> {
    return this.health.readiness();
  }
}
