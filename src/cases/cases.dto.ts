import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { PlainDate } from '../../machines/grammar/index.js';
import { parties, type Party } from '../../machines/parties.js';
import { OptionalDay, OptionalInstant } from '../http/day.js';

const partyNames = Object.keys(parties) as Party[];
const TEXT = { message: 'ska vara text' };
const OBJECT = { message: 'ska vara ett objekt' };

/** A case to open. */
export class OpenCaseDto {
  @ApiProperty({ example: 'deltagare' })
  @IsString(TEXT)
  subject: string;

  @ApiProperty({ example: '0763', description: 'Municipality code' })
  @IsString(TEXT)
  kommun: string;

  @ApiPropertyOptional({
    type: Object,
    example: { route: 'anvisad' },
    description: 'Attributes known before any fact gives them',
  })
  @IsOptional()
  @IsObject(OBJECT)
  data?: Record<string, unknown>;
}

/** Who states a fact. */
export class StatedByDto {
  @ApiProperty({ enum: partyNames })
  @IsIn(partyNames, { message: `ska vara en av ${partyNames.join(', ')}` })
  party: Party;

  @ApiPropertyOptional({ description: 'Unit id of the agreement in force' })
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,80}$/, { message: 'ska vara en enhets id: a–z, 0–9 och bindestreck' })
  unit?: string;
}

/** A fact to record. Type, day and data are held against the fact catalogue. */
export class RecordFactDto {
  @ApiProperty({ example: 'handlingsplan.upprattad' })
  @IsString(TEXT)
  @MaxLength(100, { message: 'är för lång' })
  type: string;

  @ApiProperty({ format: 'date', description: 'The day it took effect; tomorrow at the latest' })
  @IsString(TEXT)
  @MaxLength(30, { message: 'ska vara en dag, ÅÅÅÅ-MM-DD' })
  on: string;

  @ApiPropertyOptional({ type: StatedByDto, description: 'The party that usually states it, when left out' })
  @IsOptional()
  @IsObject(OBJECT)
  @ValidateNested()
  @Type(() => StatedByDto)
  by?: StatedByDto;

  @ApiPropertyOptional({
    type: Object,
    description: 'The data of the fact, field by field as `processes` describes it',
  })
  @IsOptional()
  @IsObject(OBJECT)
  data?: Record<string, unknown>;

  @ApiPropertyOptional({
    description: 'The id of the fact that this one replaces, or withdraws with type `fakta.aterkallat`',
  })
  @IsOptional()
  @IsString(TEXT)
  @MaxLength(100, { message: 'är för lång' })
  corrects?: string;

  @ApiPropertyOptional({ example: 'fel-dag', description: 'Why a fact is corrected: a code, never free text' })
  @IsOptional()
  @Matches(/^[a-z][a-z-]{0,39}$/, { message: 'ska vara en kod: a–z och bindestreck, högst 40 tecken' })
  reason?: string;
}

/** A forgotten fact. Without `on` nobody knows the day: the last one possible is recorded, marked as such. */
export class MissingFactDto {
  @ApiProperty({ example: 'sfi.mottagen' })
  @IsString(TEXT)
  @MaxLength(100, { message: 'är för lång' })
  type: string;

  @ApiPropertyOptional({ format: 'date', description: 'The day it took effect, when somebody knows it' })
  @IsOptional()
  @IsString(TEXT)
  @MaxLength(30, { message: 'ska vara en dag, ÅÅÅÅ-MM-DD' })
  on?: string;

  @ApiPropertyOptional({ type: StatedByDto, description: 'The party that usually states it, when left out' })
  @IsOptional()
  @IsObject(OBJECT)
  @ValidateNested()
  @Type(() => StatedByDto)
  by?: StatedByDto;

  @ApiPropertyOptional({ type: Object, description: 'What the refusal asks for in `toState`' })
  @IsOptional()
  @IsObject(OBJECT)
  data?: Record<string, unknown>;
}

const AT_ONCE = 200;

/** A fact to record, with those that nobody recorded before it when that is asked for. */
export class RecordWithMissingDto extends RecordFactDto {
  @ApiPropertyOptional({
    type: Boolean,
    description:
      'Records the shortest missing sequence together with the fact, all or nothing, marked as told afterwards',
  })
  @IsOptional()
  @IsBoolean({ message: 'ska vara true eller false' })
  withMissing?: boolean;

  @ApiPropertyOptional({ type: [MissingFactDto], description: 'What is known of the missing facts' })
  @IsOptional()
  @IsArray({ message: 'ska vara en lista' })
  @ArrayMaxSize(AT_ONCE, { message: `får ha högst ${AT_ONCE} uppgifter` })
  @ValidateNested({ each: true })
  @Type(() => MissingFactDto)
  missing?: MissingFactDto[];
}

/** Several facts to record at once. */
export class RecordFactsDto {
  @ApiProperty({ type: [RecordFactDto], description: 'Recorded in this order, all or nothing' })
  @IsArray({ message: 'ska vara en lista' })
  @ArrayNotEmpty({ message: 'ska ha minst en uppgift' })
  @ArrayMaxSize(AT_ONCE, { message: `får ha högst ${AT_ONCE} uppgifter` })
  @ValidateNested({ each: true })
  @Type(() => RecordFactDto)
  facts: RecordFactDto[];
}

/** Whether a fact is only tried. */
export class RecordQueryDto {
  @ApiPropertyOptional({ type: Boolean, description: 'Shows what would happen; nothing is written' })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'ska vara true eller false' })
  dryRun?: 'true' | 'false';
}

/** The day and the knowledge that a case is looked at with. */
export class LookingDto {
  @OptionalDay('The day of the question; today when left out')
  asOf?: PlainDate;

  @OptionalInstant('Only what was recorded by then; a day means to its end')
  knownAt?: string;
}

/** Which of several is explained. */
export class ExplainQueryDto extends LookingDto {
  @ApiPropertyOptional({ example: '2', description: 'Which of several; the one opened last when left out' })
  @IsOptional()
  @Matches(/^[\w-]{1,40}$/, { message: 'ska vara ett löpnummer, till exempel 2' })
  instance?: string;
}
