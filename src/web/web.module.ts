import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { NextActionsModule } from '../next-actions/next-actions.module.js';
import { AboutController } from './about.controller.js';
import { CasePageController } from './case-page.controller.js';
import { ProblemPageController } from './problem-page.controller.js';
import { QueueController } from './queue.controller.js';
import { readStylesheet, STYLESHEET } from './stylesheet.js';
import { StylesheetController } from './stylesheet.controller.js';

/** The pages. */
@Module({
  imports: [CasesModule, NextActionsModule],
  controllers: [QueueController, CasePageController, AboutController, ProblemPageController, StylesheetController],
  providers: [{ provide: STYLESHEET, useFactory: readStylesheet }],
})
export class WebModule {}
