import type { ServerResponse } from 'node:http';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Asking } from '../auth/asking.js';
import type { Viewer } from '../auth/viewer.js';
import { EventStreams } from './event-streams.js';

interface Reply {
  raw: ServerResponse;
  hijack(): unknown;
}

@ApiTags('events')
@Controller('api/v1/events')
export class EventsController {
  constructor(private readonly streams: EventStreams) {}

  @Get()
  @ApiOperation({ summary: 'Server-sent: `{case, kommun}` whenever the owed steps of a case change' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ description: 'A stream of events named `owed`' })
  listen(@Asking() viewer: Viewer, @Res() reply: Reply): void {
    reply.hijack();
    this.streams.open(viewer, reply.raw);
  }
}
