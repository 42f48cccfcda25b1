import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type Language, languages } from '../library/texts.js';

/** The language of the words. */
export class InLanguageDto {
  @ApiPropertyOptional({ enum: languages, default: 'sv' })
  @IsOptional()
  @IsIn(languages, { message: 'ska vara sv eller en' })
  language?: Language;
}
