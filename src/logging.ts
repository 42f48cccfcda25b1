/** The log: JSON lines on standard error. It tells what was asked and how it went, never what a fact says. */
import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';
import type { LogLevel } from './config.js';

/** The injection token of the log. */
export const LOG = Symbol('log');

/** A log on standard error, or on the stream given. */
export const openLog = (level: LogLevel, stream: DestinationStream = destination({ fd: 2, sync: true })): Logger =>
  pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, stream);

/**
 * What a log may know of a fault: its name, words and place. Errors of a database carry the values of the statement as
 * properties, so the error itself is never handed to the log.
 */
export const faultForLog = (error: unknown): { fault: string; stack?: string } =>
  error instanceof Error ? { fault: error.name, stack: error.stack } : { fault: typeof error };

const wordsOf = (message: unknown): string => (message instanceof Error ? message.name : String(message));

/** Hands what Nest has to say over to the log. Its account of starting is for those who look for a fault in it. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: unknown): void {
    this.logger.debug({ context }, wordsOf(message));
  }

  debug(message: unknown, context?: unknown): void {
    this.logger.debug({ context }, wordsOf(message));
  }

  verbose(message: unknown, context?: unknown): void {
    this.logger.trace({ context }, wordsOf(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.logger.warn({ context }, wordsOf(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error({ context: rest.at(-1) }, wordsOf(message));
  }

  fatal(message: unknown, context?: unknown): void {
    this.logger.fatal({ context }, wordsOf(message));
  }
}
