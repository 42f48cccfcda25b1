import { Module } from '@nestjs/common';
import { CaseQuestionsController } from './case-questions.controller.js';
import { CaseQuestions } from './case-questions.service.js';
import { CasesController } from './cases.controller.js';
import { CasesService } from './cases.service.js';

@Module({
  controllers: [CasesController, CaseQuestionsController],
  providers: [CasesService, CaseQuestions],
  exports: [CasesService, CaseQuestions],
})
export class CasesModule {}
