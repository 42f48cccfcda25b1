import type { Database } from 'better-sqlite3';

/** What a command leaves behind: its answer, and whether what it wrote is kept. */
export interface Outcome<T> {
  readonly result: T;
  readonly keep: boolean;
}

interface Waiting {
  /** Does the work and gives back how to answer once it is committed. */
  attempt: () => { keep: boolean; answer: () => void };
  reject: (reason: unknown) => void;
}

/**
 * Commands that arrive in the same turn of the event loop share one transaction, a savepoint each, and are answered
 * after its commit. The transaction is synchronous from beginning to end: nobody else on the connection can come in
 * between, see half of it or take it back. One disk flush then serves the whole group.
 */
export class GroupCommit {
  private readonly queue: Waiting[] = [];
  private scheduled = false;
  private closed = false;

  constructor(
    private readonly database: Database,
    private readonly atMost = 256,
  ) {}

  /** Runs the synchronous work in the next group; resolves after the commit. */
  submit<T>(work: () => Outcome<T>): Promise<T> {
    if (this.closed) return Promise.reject(new Error('The write path is closed.'));
    return new Promise<T>((resolve, reject) => {
      const attempt = () => {
        const { result, keep } = work();
        return { keep, answer: () => resolve(result) };
      };
      this.queue.push({ attempt, reject });
      this.schedule();
    });
  }

  /** Carries out what is waiting and takes nothing more. */
  close(): void {
    this.closed = true;
    while (this.queue.length > 0) this.flush();
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
    const group = this.queue.splice(0, this.atMost);
    if (this.queue.length > 0) this.schedule();
    if (group.length === 0) return;
    for (const answer of this.answersOf(group)) answer();
  }

  /**
   * When the group cannot be committed nobody in it has an answer, not even a command that was refused: the reason may
   * have been what the others wrote.
   */
  private answersOf(group: readonly Waiting[]): (() => void)[] {
    try {
      return this.commit(group);
    } catch (error) {
      const refused = (command: Waiting) => () => command.reject(error);
      return group.map(refused);
    }
  }

  private commit(group: readonly Waiting[]): (() => void)[] {
    // Outside the try: if somebody else has a transaction open on this connection, it is not ours to take back.
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const answers = group.map((command) => this.inSavepoint(command));
      this.database.exec('COMMIT');
      return answers;
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }

  private inSavepoint({ attempt, reject }: Waiting): () => void {
    this.database.exec('SAVEPOINT command');
    try {
      const { keep, answer } = attempt();
      this.database.exec(keep ? 'RELEASE command' : 'ROLLBACK TO command; RELEASE command');
      return answer;
    } catch (error) {
      // On some faults (a full disk, an input/output error) SQLite takes back the whole transaction, not the statement.
      // Then the work of the others in the group is gone too, and none of them may be told that it was done.
      if (!this.database.inTransaction) throw error;
      this.database.exec('ROLLBACK TO command; RELEASE command');
      return () => reject(error);
    }
  }
}
