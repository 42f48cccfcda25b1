import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { NextActionsModule } from '../next-actions/next-actions.module.js';
import { AboutController } from './about.controller.js';
import { CasePageController } from './case-page.controller.js';
import { ProblemFilter } from '../http/problem-filter.js';
import { PageFilter } from './page-filter.js';
import { ProblemPageController } from './problem-page.controller.js';
import { QueueController } from './queue.controller.js';
import { StrayController } from './stray.controller.js';
import { readStylesheet, STYLESHEET } from './stylesheet.js';
import { StylesheetController } from './stylesheet.controller.js';

/** The pages. */
@Module({
  imports: [CasesModule, NextActionsModule],
  // The stray one last: it takes every address that nobody else does.
  controllers: [
    QueueController,
    CasePageController,
    AboutController,
    ProblemPageController,
    StylesheetController,
    StrayController,
  ],
  providers: [{ provide: STYLESHEET, useFactory: readStylesheet }, PageFilter, ProblemFilter],
})
export class WebModule {}
