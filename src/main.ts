import 'reflect-metadata';
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type Foundation } from './app.module.js';
import { SystemClock } from './clock.js';
import { checkedConfig, ConfigError, type ConfigValues, readConfig } from './config.js';
import { openStore } from './database/open-store.js';
import { EventStreams } from './events/event-streams.js';
import { serveOpenApi } from './http/openapi.js';
import { watchRequests } from './http/request-watch.js';
import { loadLibrary } from './library/library.js';
import { faultForLog, NestLog, openLog } from './logging.js';

/** A server that answers. */
export interface Server {
  app: NestFastifyApplication;
  /** Where it answers, `http://127.0.0.1:3000`. */
  url: string;
  /** Stops in order: takes no more requests, answers those it has, ends the streams, writes what is waiting, closes the database. */
  close(): Promise<void>;
}

/** Parts that somebody else has opened already; `signals: false` leaves the signals of the process alone. */
export type Given = Partial<Omit<Foundation, 'config'>> & { signals?: boolean };

/** Starts the server. Throws `ConfigError`, `LibraryError`, or what keeps the database or the port from opening. */
export async function startServer(values: ConfigValues, given: Given = {}): Promise<Server> {
  const config = checkedConfig(values);
  const log = given.log ?? openLog(config.logLevel);
  const library = given.library ?? loadLibrary();
  const store = given.store ?? (await openStore(config.db));
  try {
    const foundation = { config, log, library, store, clock: given.clock ?? new SystemClock() };
    const server = await listen(foundation);
    for (const { file, line } of library.problems) log.warn({ file, line }, 'an agreement was left out');
    log.info({ url: server.url, library: library.version }, 'etapp answers');
    if (given.signals !== false) closeOnSignal(server, foundation);
    return server;
  } catch (error) {
    if (!given.store) await store.close();
    throw error;
  }
}

async function listen(foundation: Foundation): Promise<Server> {
  const { config, store, log } = foundation;
  const adapter = new FastifyAdapter({ forceCloseConnections: true, bodyLimit: config.bodyLimit });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(foundation), adapter, {
    logger: new NestLog(log),
    abortOnError: false,
  });
  const streams = app.get(EventStreams);
  watchRequests(app, log, {
    stopping: () => streams.close(),
    answered: () => store.writePath.close(),
  });
  serveOpenApi(app);
  await app.listen(config.port, config.host);
  const close = async () => {
    await app.close();
    await store.close();
  };
  return { app, url: await app.getUrl(), close };
}

/** The first signal stops in order; a second one stops at once, as it would without us. */
function closeOnSignal(server: Server, { log }: Foundation): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      log.info({ signal }, 'etapp stops');
      server.close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.fatal(faultForLog(error), 'etapp could not stop in order');
          process.exit(1);
        },
      );
    });
}

const started = process.argv[1];
if (started !== undefined && existsSync(started) && realpathSync(started) === fileURLToPath(import.meta.url)) {
  Promise.resolve()
    .then(() => startServer(readConfig()))
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
      process.exit(1);
    });
}
