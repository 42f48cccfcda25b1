import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import type { Logger } from 'pino';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgreementsModule } from './agreements/agreements.module.js';
import { CasesModule } from './cases/cases.module.js';
import { Clock } from './clock.js';
import { Config } from './config.js';
import { type Store, WRITE_PATH } from './database/store.js';
import { EventsModule } from './events/events.module.js';
import { HealthModule } from './health/health.module.js';
import { JsonOnly } from './http/json-only.js';
import { ProblemFilter } from './http/problem-filter.js';
import { SameOrigin } from './http/same-origin.js';
import { validation } from './http/validation.js';
import type { Library } from './library/library.js';
import { LIBRARY, libraryProvider } from './library/library.provider.js';
import { LOG } from './logging.js';
import { NextActionsModule } from './next-actions/next-actions.module.js';
import { ProcessesModule } from './processes/processes.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { WebModule } from './web/web.module.js';

/** What the features stand on, opened before the application starts. */
export interface Foundation {
  config: Config;
  store: Store;
  library: Library;
  clock: Clock;
  log: Logger;
}

/** Hands the foundation to every feature. */
@Global()
@Module({})
class FoundationModule {
  static on({ config, store, library, clock, log }: Foundation): DynamicModule {
    return {
      module: FoundationModule,
      // The store is open before the application starts, since the command line shares it.
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => store.dataSource.options,
          dataSourceFactory: () => Promise.resolve(store.dataSource),
        }),
      ],
      providers: [
        { provide: Config, useValue: config },
        { provide: WRITE_PATH, useValue: store.writePath },
        { provide: Clock, useValue: clock },
        { provide: LOG, useValue: log },
        libraryProvider(library),
      ],
      exports: [Config, WRITE_PATH, Clock, LOG, LIBRARY],
    };
  }
}

/** The whole application. */
@Module({})
export class AppModule {
  static on(foundation: Foundation): DynamicModule {
    return {
      module: AppModule,
      imports: [
        FoundationModule.on(foundation),
        CasesModule,
        NextActionsModule,
        ProcessesModule,
        AgreementsModule,
        EventsModule,
        HealthModule,
        RemindersModule,
        WebModule,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: SameOrigin },
        { provide: APP_GUARD, useClass: JsonOnly },
        { provide: APP_PIPE, useFactory: validation },
      ],
    };
  }
}
