import pg from 'pg';
import { setTimeout } from 'node:timers/promises';
import { CommitChannel } from './commit-channel.js';
import { Listeners } from './listeners.js';
import { connection } from './postgres-data-source.js';
import { isSevered, mayBeTriedAgain } from './postgres-faults.js';
import { carryOutGroup, GroupFailed } from './postgres-group.js';
import { seriesOf } from './records.js';
import type { Command, Outcome } from './workbench.js';
import { DatabaseAway } from './write-errors.js';
import type { ChangeOptions, Committed, Decide, Opening, WritePath } from './write-path.js';

interface Waiting {
  readonly command: Command;
  /** What it locks: the case, or the series that it opens a case in. */
  readonly place: string;
  settle(outcome: Outcome): void;
}

/** So many groups are on their way at once: while one waits for the server the next is decided. */
const GROUPS = 2;
const LARGEST_GROUP = 256;
/** A command that meets another server's, or a server that starts anew, is tried so often, with longer and longer pauses. */
const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 25;

/**
 * The write path on PostgreSQL, for any number of servers on one database. Commands that arrive together share one
 * transaction: their cases are locked and read in one trip, decided here, and written in another. A group that cannot be
 * committed is carried out again one by one, so that what is wrong with one command is its own affair.
 */
export class PostgresWritePath implements WritePath {
  private readonly pool: pg.Pool;
  private readonly channel: CommitChannel;
  private readonly committed: Listeners<Committed>;
  private readonly missed: Listeners<void>;
  private readonly queue: Waiting[] = [];
  private readonly busy = new Set<string>();
  private running = 0;
  private scheduled = false;
  private closing: Promise<void> | undefined;
  private emptied: () => void = () => undefined;

  /** Takes the address of a migrated database, and where to tell of listeners that fail. */
  constructor(url: string, warn: (message: string) => void = (message) => process.emitWarning(message)) {
    this.pool = new pg.Pool({ ...connection(url), max: GROUPS, pipeline: true });
    // A connection that breaks while nobody uses it is replaced by the pool when the next group needs one.
    this.pool.on('error', () => undefined);
    this.committed = new Listeners(warn);
    this.missed = new Listeners(warn);
    this.channel = new CommitChannel(url, {
      committed: (change) => this.committed.tell(change),
      missed: () => this.missed.tell(),
    });
  }

  open<T>(opening: Opening, decide: Decide<T>): Promise<T> {
    return this.submit<T>({ opens: opening, decide }, seriesOf(opening));
  }

  change<T>(caseId: string, options: ChangeOptions, decide: Decide<T>): Promise<T> {
    return this.submit<T>({ changes: caseId, options, decide }, caseId);
  }

  onCommitted(listener: (change: Committed) => void): () => void {
    void this.channel.start();
    return this.committed.add(listener);
  }

  onMissed(listener: () => void): () => void {
    void this.channel.start();
    return this.missed.add(listener);
  }

  close(): Promise<void> {
    this.closing ??= this.carriedOut()
      .then(() => this.channel.stop())
      .then(() => this.pool.end());
    return this.closing;
  }

  private carriedOut(): Promise<void> {
    return new Promise((resolve) => {
      this.emptied = resolve;
      this.flush();
    });
  }

  private submit<T>(command: Command, place: string): Promise<T> {
    if (this.closing) return Promise.reject(new Error('The write path is closed.'));
    return new Promise<T>((resolve, reject) => {
      const settle = (outcome: Outcome) => {
        // What somebody decided to throw is theirs, error or not.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        if ('error' in outcome) return reject(outcome.error);
        if (outcome.committed) this.committed.tell(outcome.committed);
        resolve(outcome.result as T);
      };
      this.queue.push({ command, place, settle });
      this.schedule();
    });
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.flush();
    });
  }

  private flush(): void {
    while (this.running < GROUPS) {
      const group = this.take();
      if (group.length === 0) break;
      this.running += 1;
      for (const { place } of group) this.busy.add(place);
      void this.together(group).finally(() => {
        this.running -= 1;
        for (const { place } of group) this.busy.delete(place);
        this.schedule();
      });
    }
    if (this.running === 0 && this.queue.length === 0) this.emptied();
  }

  /** The first that wait, but for those whose case is on its way in another group: what they see must be its outcome. */
  private take(): Waiting[] {
    const group: Waiting[] = [];
    const passed = this.queue.filter((waiting) => {
      if (group.length === LARGEST_GROUP || this.busy.has(waiting.place)) return true;
      group.push(waiting);
      return false;
    });
    this.queue.splice(0, this.queue.length, ...passed);
    return group;
  }

  /** Never rejects: what went wrong is told to those who wait. */
  private async together(group: readonly Waiting[], attempt = 1): Promise<void> {
    const failed = await this.attempt(group);
    if (!failed) return;
    const rest = failed.unknown ? this.withKey(group) : group;
    if (mayBeTriedAgain(failed.cause) && attempt < ATTEMPTS) {
      await setTimeout(FIRST_PAUSE_MS * 2 ** (attempt - 1));
      await this.together(rest, attempt + 1);
    } else if (mayBeTriedAgain(failed.cause)) {
      for (const waiting of rest) waiting.settle({ error: new DatabaseAway(false, failed.cause) });
    } else if (rest.length === 1) {
      rest[0]?.settle({ error: failed.cause });
    } else {
      // Something is wrong with one of them. Each on its own then, so that it is nobody else's affair.
      for (const waiting of rest) await this.together([waiting]);
    }
  }

  /**
   * Those that may be carried out again though they may have been committed: whoever has a key is then answered from
   * memory. The others are told that nobody knows.
   */
  private withKey(group: readonly Waiting[]): Waiting[] {
    const hasKey = ({ command }: Waiting) =>
      ('opens' in command ? command.opens : command.options).idempotency !== undefined;
    for (const waiting of group) if (!hasKey(waiting)) waiting.settle({ error: new DatabaseAway(true) });
    return group.filter(hasKey);
  }

  private settle(group: readonly Waiting[], outcomes: readonly Outcome[]): void {
    for (const [index, waiting] of group.entries())
      waiting.settle(outcomes[index] ?? { error: new Error('No outcome.') });
  }

  /** Answers the whole group, or gives back why nobody in it was answered. */
  private async attempt(group: readonly Waiting[]): Promise<GroupFailed | undefined> {
    if (group.length === 0) return undefined;
    const commands = group.map(({ command }) => command);
    let client: pg.PoolClient | undefined;
    try {
      client = await this.pool.connect();
      const outcomes = await carryOutGroup(client, commands, (of) => this.channel.messages(of.flatMap(committedOf)));
      client.release();
      this.settle(group, outcomes);
      return undefined;
    } catch (error) {
      const failed = error instanceof GroupFailed ? error : new GroupFailed(error, false);
      if (client) await this.giveBack(client, failed.cause);
      return failed;
    }
  }

  private async giveBack(client: pg.PoolClient, error: unknown): Promise<void> {
    try {
      await client.query('ROLLBACK');
      client.release();
    } catch {
      client.release(isSevered(error) ? (error as Error) : true);
    }
  }
}

const committedOf = (outcome: Outcome): Committed[] =>
  'committed' in outcome && outcome.committed ? [outcome.committed] : [];
