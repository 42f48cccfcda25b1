import 'reflect-metadata';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Clock } from '../../../src/clock.js';
import { Config, readConfig } from '../../../src/config.js';
import { WRITE_PATH } from '../../../src/database/store.js';
import { libraryProvider } from '../../../src/library/library.provider.js';
import { LOG } from '../../../src/logging.js';
import { RemindersModule } from '../../../src/reminders/reminders.module.js';
import { awaitingReception, dispose, library, reminding, type Reminding } from './reminding.js';

afterEach(dispose);

function applicationOn({ store, clock, folder }: Reminding, log: object[]) {
  const keep = (entry: object) => void log.push(entry);
  const providers = [
    { provide: Config, useValue: readConfig({ ETAPP_MAIL_FOLDER: folder }) },
    { provide: DataSource, useValue: store.dataSource },
    { provide: WRITE_PATH, useValue: store.writePath },
    { provide: Clock, useValue: clock },
    { provide: LOG, useValue: { info: keep, warn: keep } },
    libraryProvider(library),
  ];
  @Global()
  @Module({ providers, exports: providers.map(({ provide }) => provide) })
  class Foundation {}
  @Module({ imports: [Foundation, RemindersModule] })
  class Application {}
  return NestFactory.createApplicationContext(Application, { logger: false });
}

test('an application that starts sweeps at once, and one that stops waits for it', async () => {
  const database = await reminding();
  await database.caseWith(awaitingReception);
  database.clock.set('2026-02-11');
  const log: object[] = [];
  const application = await applicationOn(database, log);
  await application.close();
  expect(log).toEqual([expect.objectContaining({ asOf: '2026-02-11', failed: 0, failedCases: 0 })]);
});
