import { Module } from '@nestjs/common';
import { NextActionsController } from './next-actions.controller.js';
import { NextActionsService } from './next-actions.service.js';

@Module({ controllers: [NextActionsController], providers: [NextActionsService], exports: [NextActionsService] })
export class NextActionsModule {}
