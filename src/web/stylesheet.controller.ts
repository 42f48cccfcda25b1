import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { notFound } from '../http/problems.js';
import { STYLESHEET, type Stylesheet } from './stylesheet.js';

/** The stylesheet. Its name changes with its content, so it may be kept for ever. */
@ApiExcludeController()
@Controller('stil')
export class StylesheetController {
  constructor(@Inject(STYLESHEET) private readonly stylesheet: Stylesheet) {}

  @Get(':file')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  @Header('x-content-type-options', 'nosniff')
  css(@Param('file') file: string): string {
    if (file !== this.stylesheet.file)
      throw notFound({ sv: 'Formatmallen finns inte.', en: 'There is no such stylesheet.' });
    return this.stylesheet.css;
  }
}
