/** What a verb works with: the library, the database and the services, each made when it is first asked for. */
import type { PlainDate } from '../../machines/grammar/index.js';
import { demonstrationViewer, type Viewer } from '../auth/viewer.js';
import type { Clock } from '../clock.js';
import { checkedConfig, type Config, readConfig } from '../config.js';
import type { Store } from '../database/store.js';
import { inOneLine, type Library, loadLibrary } from '../library/library.js';
import { checkedAddress } from './database-address.js';
import type { Services } from './services.js';
import type { Terminal } from './terminal.js';

export interface SessionOptions {
  terminal: Terminal;
  clock: Clock;
  env: Readonly<Record<string, string | undefined>> | undefined;
  /** `--db`. */
  db: string | undefined;
  /** Aborted when a server should stop; without one it runs until the process is told to end. */
  signal: AbortSignal | undefined;
  /** When it has been read already. */
  library: Library | undefined;
  /** Reads it; the package's own when left out. */
  load: (() => Library) | undefined;
}

/** One run of one verb. Close it when the verb is done. */
export class Session {
  readonly terminal: Terminal;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  readonly viewer: Viewer = demonstrationViewer;
  private loaded: Library | undefined;
  private opened: Store | undefined;

  constructor(private readonly options: SessionOptions) {
    this.terminal = options.terminal;
    this.clock = options.clock;
    this.signal = options.signal;
    this.loaded = options.library;
  }

  get today(): PlainDate {
    return this.clock.today();
  }

  /** The configuration with `--db` and the like in place. Throws `ConfigError`. */
  config(changes: Partial<Config> = {}): Config {
    const { env, db } = this.options;
    const read = env === undefined ? readConfig() : readConfig(env);
    return checkedConfig({ ...read, ...(db !== undefined && { db }), ...changes });
  }

  /** Everything in `machines`. An agreement that cannot be used is told of beside the answer. */
  library(): Library {
    if (this.loaded) return this.loaded;
    this.loaded = (this.options.load ?? loadLibrary)();
    const { say } = this.terminal;
    for (const problem of this.loaded.problems)
      this.terminal.note(`${say('Utelämnad', 'Left out')}: ${inOneLine(problem)}`, '  ');
    return this.loaded;
  }

  /** The address of the database. Throws `UsageError` for one that is none. */
  database(): string {
    const { db } = this.config();
    checkedAddress(db);
    return db;
  }

  /** The open database. */
  async store(): Promise<Store> {
    const url = this.database();
    const { openStore } = await import('../database/open-store.js');
    this.opened ??= await openStore(url);
    return this.opened;
  }

  async services(): Promise<Services> {
    const { servicesOn } = await import('./services.js');
    return servicesOn(await this.store(), this.library(), this.clock);
  }

  async close(): Promise<void> {
    await this.opened?.close();
  }
}
