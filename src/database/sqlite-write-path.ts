import type { Database } from 'better-sqlite3';
import { CaseReader } from './case-reader.js';
import { CaseWriter } from './case-writer.js';
import { GroupCommit, type Outcome } from './group-commit.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { Listeners } from './listeners.js';
import { StaleWrite } from './write-errors.js';
import type { ChangeOptions, Committed, Decide, Idempotency, LoadedCase, Opening, WritePath } from './write-path.js';

type Answer<T> = { result: T; committed?: Committed };

/**
 * The write path on SQLite, for one process per file. It works on TypeORM's own connection but not through TypeORM,
 * whose transactions share one query runner: overlapping ones take back each other's answered commits.
 */
export class SqliteWritePath implements WritePath {
  private readonly group: GroupCommit;
  private readonly reader: CaseReader;
  private readonly writer: CaseWriter;
  private readonly keys: IdempotencyKeys;
  private readonly listeners: Listeners<Committed>;

  /** Takes a connection to a migrated database, and where to tell of listeners that fail. */
  constructor(database: Database, warn: (message: string) => void = (message) => process.emitWarning(message)) {
    this.listeners = new Listeners(warn);
    this.group = new GroupCommit(database);
    this.reader = new CaseReader(database);
    this.writer = new CaseWriter(database);
    this.keys = new IdempotencyKeys(database);
  }

  open<T>(opening: Opening, decide: Decide<T>): Promise<T> {
    const fresh = (): LoadedCase => ({ row: this.writer.open(opening), facts: [] });
    return this.once(opening.idempotency, () => this.decided(fresh(), opening, decide));
  }

  change<T>(caseId: string, options: ChangeOptions, decide: Decide<T>): Promise<T> {
    return this.once(options.idempotency, () => {
      const loaded = this.reader.load(caseId);
      const { expectedVersion } = options;
      if (expectedVersion !== undefined && expectedVersion !== loaded.row.version) {
        throw new StaleWrite(caseId, expectedVersion);
      }
      return this.decided(loaded, options, decide);
    });
  }

  onCommitted(listener: (change: Committed) => void): () => void {
    return this.listeners.add(listener);
  }

  /** One process writes to the file, and it misses nothing of its own. */
  onMissed(): () => void {
    return () => undefined;
  }

  listening(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.group.close();
    return Promise.resolve();
  }

  /** Answers from memory when the key has been used, otherwise by doing the work. */
  private async once<T>(asked: Idempotency | undefined, work: () => Outcome<Answer<T>>): Promise<T> {
    const { result, committed } = await this.group.submit<Answer<T>>(() => {
      const before = this.keys.recall<T>(asked);
      return before ? { result: before, keep: false } : work();
    });
    if (committed) this.listeners.tell(committed);
    return result;
  }

  private decided<T>(loaded: LoadedCase, options: ChangeOptions, decide: Decide<T>): Outcome<Answer<T>> {
    const { result, writes } = decide(loaded);
    if (writes === undefined) return { result: { result }, keep: false };
    const { owedChanged } = this.writer.store(loaded.row, writes, options.at);
    this.keys.remember(options.idempotency, result, options.at);
    if (writes.quiet) return { result: { result }, keep: true };
    const committed = { caseId: loaded.row.id, kommun: loaded.row.kommun, owedChanged };
    return { result: { result, committed }, keep: true };
  }
}
