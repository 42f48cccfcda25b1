import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Asking } from '../auth/asking.js';
import type { Viewer } from '../auth/viewer.js';
import type { Idempotency } from './recording.js';
import type { Answering } from '../http/exchange.js';
import { ExpectedVersion, Idempotent } from '../http/idempotency.js';
import { answers } from '../http/openapi.js';
import {
  ExplainQueryDto,
  LookingDto,
  OpenCaseDto,
  RecordFactsDto,
  RecordQueryDto,
  RecordWithMissingDto,
} from './cases.dto.js';
import type { CaseView } from './case-view.js';
import type { ExplanationView } from './explanation-view.js';
import { CasesService } from './cases.service.js';
import type { Recording } from './recording.js';
import type { RecordedTogether } from './together.js';
import { RefusedRecording } from './refused.js';

const IdempotencyKey = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description: 'The write happens once for each key',
});

type AcceptedTogether = Omit<Extract<RecordedTogether, { accepted: true }>, 'accepted'>;
type Accepted = Omit<Extract<Recording, { accepted: true }>, 'accepted'>;

@ApiTags('cases')
@Controller('api/v1/cases')
export class CasesController {
  constructor(private readonly cases: CasesService) {}

  @Post()
  @IdempotencyKey
  @ApiOperation({ summary: 'Opens a case' })
  @ApiCreatedResponse(answers('Case'))
  async open(
    @Asking() viewer: Viewer,
    @Body() body: OpenCaseDto,
    @Idempotent() idempotency: Idempotency | undefined,
    @Res({ passthrough: true }) answer: Answering,
  ): Promise<CaseView> {
    const opened = await this.cases.open(viewer, { ...body, idempotency });
    answer.header('location', `/api/v1/cases/${opened.id}`).header('etag', `"${opened.version}"`);
    return opened;
  }

  @Get(':id')
  @ApiOperation({ summary: 'Where a case stands, on any day, from what was known at any time' })
  @ApiOkResponse(answers('Case'))
  async find(
    @Asking() viewer: Viewer,
    @Param('id') id: string,
    @Query() looking: LookingDto,
    @Res({ passthrough: true }) answer: Answering,
  ): Promise<CaseView> {
    const found = await this.cases.find(viewer, id, looking);
    answer.header('etag', `"${found.version}"`);
    return found;
  }

  @Post(':id/facts')
  @IdempotencyKey
  @ApiHeader({ name: 'If-Match', required: false, description: 'The version of the case that was seen, `"3"`' })
  @ApiOperation({ summary: 'Records a fact, or previews it' })
  @ApiCreatedResponse(answers('Recording'))
  @ApiOkResponse(answers('Recording', 'Preview: nothing was written'))
  async record(
    @Asking() viewer: Viewer,
    @Param('id') id: string,
    @Query() query: RecordQueryDto,
    @Body() { withMissing, missing, ...fact }: RecordWithMissingDto,
    @ExpectedVersion() expectedVersion: number | undefined,
    @Idempotent() idempotency: Idempotency | undefined,
    @Res({ passthrough: true }) answer: Answering,
  ): Promise<Accepted> {
    const dryRun = query.dryRun === 'true';
    const options = { dryRun, expectedVersion, idempotency, withMissing, missing };
    const recording = await this.cases.record(viewer, id, fact, options);
    if (!recording.accepted) throw new RefusedRecording(recording);
    const { accepted: _, ...told } = recording;
    answer.status(dryRun ? 200 : 201).header('etag', `"${told.version}"`);
    return told;
  }

  @Post(':id/facts/batch')
  @IdempotencyKey
  @ApiHeader({ name: 'If-Match', required: false, description: 'The version of the case that was seen, `"3"`' })
  @ApiOperation({ summary: 'Records several facts, or previews them: all of them or none' })
  @ApiCreatedResponse(answers('RecordingTogether'))
  @ApiOkResponse(answers('RecordingTogether', 'Preview: nothing was written'))
  async recordTogether(
    @Asking() viewer: Viewer,
    @Param('id') id: string,
    @Query() query: RecordQueryDto,
    @Body() { facts }: RecordFactsDto,
    @ExpectedVersion() expectedVersion: number | undefined,
    @Idempotent() idempotency: Idempotency | undefined,
    @Res({ passthrough: true }) answer: Answering,
  ): Promise<AcceptedTogether> {
    const dryRun = query.dryRun === 'true';
    const recorded = await this.cases.recordTogether(viewer, id, facts, { dryRun, expectedVersion, idempotency });
    if (!recorded.accepted) throw new RefusedRecording(recorded, recorded.index);
    const { accepted: _, ...told } = recorded;
    answer.status(dryRun ? 200 : 201).header('etag', `"${told.version}"`);
    return told;
  }

  @Get(':id/explain/:process')
  @ApiOperation({ summary: 'Why the steps of a process are owed, and how each date came about' })
  @ApiOkResponse(answers('Explanation'))
  explain(
    @Asking() viewer: Viewer,
    @Param('id') id: string,
    @Param('process') process: string,
    @Query() looking: ExplainQueryDto,
  ): Promise<ExplanationView> {
    return this.cases.explain(viewer, id, process, looking);
  }
}
