import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { PlainDate } from '../../machines/grammar/index.js';
import { parties, type Party } from '../../machines/parties.js';
import { OptionalDay, OptionalInstant } from '../http/day.js';
import { type Language, languages } from '../library/texts.js';
import { DEFAULT_LIMIT, LARGEST_LIMIT } from './next-actions.service.js';

const partyNames = Object.keys(parties) as Party[];
const LIMIT = { message: `ska vara ett heltal, 1–${LARGEST_LIMIT}` };
const TEXT = { message: 'ska vara text' };
const LONG = { message: 'är för lång' };

/** What is asked of the list of owed steps. */
export class NextActionsDto {
  @ApiPropertyOptional({ enum: partyNames })
  @IsOptional()
  @IsIn(partyNames, { message: `ska vara en av ${partyNames.join(', ')}` })
  party?: Party;

  @ApiPropertyOptional({ description: 'Unit id of the agreement in force' })
  @IsOptional()
  @IsString(TEXT)
  @MaxLength(80, LONG)
  unit?: string;

  @ApiPropertyOptional({ example: '0763', description: 'Municipality code' })
  @IsOptional()
  @Matches(/^\d{4}$/, { message: 'ska vara en kommunkod, till exempel 0763' })
  kommun?: string;

  @ApiPropertyOptional({ example: '0763-26-0001' })
  @IsOptional()
  @IsString(TEXT)
  @MaxLength(80, LONG)
  case?: string;

  @ApiPropertyOptional({ example: 'sfi' })
  @IsOptional()
  @IsString(TEXT)
  @MaxLength(80, LONG)
  process?: string;

  @OptionalDay('Due earlier than this day')
  dueBefore?: PlainDate;

  @ApiPropertyOptional({ type: Boolean, description: 'Only what is late' })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'ska vara true eller false' })
  overdue?: 'true' | 'false';

  @OptionalDay('The day of the question; today when left out. Another day takes longer: cases are folded anew')
  asOf?: PlainDate;

  @OptionalInstant('Only what was recorded by then; a day means to its end. Cases are folded anew')
  knownAt?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: LARGEST_LIMIT, default: DEFAULT_LIMIT })
  @IsOptional()
  @Type(() => Number)
  @IsInt(LIMIT)
  @Min(1, LIMIT)
  @Max(LARGEST_LIMIT, LIMIT)
  limit?: number;

  @ApiPropertyOptional({ description: 'From the answer before, to the same question' })
  @IsOptional()
  @IsString(TEXT)
  @MaxLength(500, LONG)
  cursor?: string;

  @ApiPropertyOptional({ enum: languages, default: 'sv' })
  @IsOptional()
  @IsIn(languages, { message: 'ska vara sv eller en' })
  language?: Language;
}
