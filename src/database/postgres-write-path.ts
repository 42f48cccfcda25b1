import { CommitChannel } from './commit-channel.js';
import { Listeners } from './listeners.js';
import { Lane, type Waiting } from './postgres-lane.js';
import { seriesOf } from './records.js';
import type { Command, Outcome } from './workbench.js';
import type { ChangeOptions, Committed, Decide, Opening, WritePath } from './write-path.js';

/** So many groups are on their way at once: while one waits for the server the next is decided. */
const GROUPS = 2;
const LARGEST_GROUP = 256;
/** So many cases that other servers hold are waited for at once, beside the groups. */
const WAITERS = 4;

/**
 * The write path on PostgreSQL, for any number of servers on one database. Commands that arrive together share one
 * transaction: their cases are locked and read in one trip, decided here, and written in another. A case that another
 * server holds is waited for apart, so that it holds up nobody else.
 */
export class PostgresWritePath implements WritePath {
  private readonly groups: Lane;
  private readonly waiters: Lane;
  private readonly channel: CommitChannel;
  private readonly committed: Listeners<Committed>;
  private readonly missed: Listeners<void>;
  private readonly queue: Waiting[] = [];
  /** The cases and series of the groups that are on their way. */
  private readonly busy = new Set<string>();
  private running = 0;
  private waited = 0;
  private scheduled = false;
  private closing: Promise<void> | undefined;
  private emptied: () => void = () => undefined;

  /** Takes the address of a migrated database, and where to tell of listeners that fail. */
  constructor(url: string, warn: (message: string) => void = (message) => process.emitWarning(message)) {
    this.committed = new Listeners(warn);
    this.missed = new Listeners(warn);
    this.channel = new CommitChannel(url, {
      committed: (change) => this.committed.tell(change),
      missed: () => this.missed.tell(),
    });
    const announcing = (outcomes: readonly Outcome[]) => this.channel.messages(outcomes.flatMap(committedOf));
    this.groups = new Lane(url, GROUPS, { patient: false, announcing });
    this.waiters = new Lane(url, WAITERS, { patient: true, announcing });
  }

  open<T>(opening: Opening, decide: Decide<T>): Promise<T> {
    return this.submit<T>({ opens: opening, decide }, seriesOf(opening));
  }

  change<T>(caseId: string, options: ChangeOptions, decide: Decide<T>): Promise<T> {
    return this.submit<T>({ changes: caseId, options, decide }, caseId);
  }

  onCommitted(listener: (change: Committed) => void): () => void {
    void this.listening();
    return this.committed.add(listener);
  }

  onMissed(listener: () => void): () => void {
    return this.missed.add(listener);
  }

  listening(): Promise<void> {
    return this.channel.start();
  }

  close(): Promise<void> {
    this.closing ??= this.carriedOut()
      .then(() => this.channel.stop())
      .then(() => Promise.all([this.groups.close(), this.waiters.close()]))
      .then(() => undefined);
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
      void this.carryOut(group);
    }
    if (this.running + this.waited + this.queue.length === 0) this.emptied();
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

  private async carryOut(group: readonly Waiting[]): Promise<void> {
    const held = await this.groups.carryOut(group);
    this.running -= 1;
    const places = new Set(held.map(({ place }) => place));
    for (const { place } of group) if (!places.has(place)) this.busy.delete(place);
    for (const place of places) void this.wait(held.filter((waiting) => waiting.place === place));
    this.schedule();
  }

  /** Commands about one case that another server holds. The case stays busy, so they come before those that came later. */
  private async wait(held: readonly Waiting[]): Promise<void> {
    this.waited += 1;
    await this.waiters.carryOut(held);
    this.waited -= 1;
    for (const { place } of held) this.busy.delete(place);
    this.schedule();
  }
}

const committedOf = (outcome: Outcome): Committed[] =>
  'committed' in outcome && outcome.committed ? [outcome.committed] : [];
