import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { demonstrationViewer } from '../auth/viewer.js';
import { Config } from '../config.js';
import { LOG } from '../logging.js';
import { RemindersService } from './reminders.service.js';

/** Sweeps at start and every few minutes, one sweep at a time. What was missed while it stood still is found at the next. */
@Injectable()
export class RemindersScheduler implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly reminders: RemindersService,
    private readonly config: Config,
    @Inject(LOG) private readonly log: Pick<Logger, 'info' | 'warn'>,
  ) {}

  onApplicationBootstrap(): void {
    void this.tick();
    this.timer = setInterval(() => void this.tick(), this.config.sweepMinutes * 60_000);
    this.timer.unref();
  }

  /** Starts no more sweeps and waits for the one that is running, which stops at the next case or message. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.running;
  }

  /** One sweep, unless one is running already. Never rejects: the next one is to come whatever happened to this. */
  tick(): Promise<void> {
    if (this.stopping.signal.aborted) return Promise.resolve();
    this.running ??= this.sweep().finally(() => (this.running = undefined));
    return this.running;
  }

  private async sweep(): Promise<void> {
    try {
      const {
        reminders: _,
        failedCases,
        ...counts
      } = await this.reminders.sweep(demonstrationViewer, { signal: this.stopping.signal });
      this.log.info({ ...counts, failedCases: failedCases.length }, 'swept');
    } catch (error) {
      this.log.warn({ fault: error instanceof Error ? error.name : typeof error }, 'a sweep failed');
    }
  }
}
