import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { connection } from './postgres-data-source.js';
import { isSevered, mayBeTriedAgain } from './postgres-faults.js';
import { carryOutGroup, GroupFailed, type Manner } from './postgres-group.js';
import type { Command, Outcome } from './workbench.js';
import { CaseBusy, DatabaseAway } from './write-errors.js';

/** A command that waits, and how it is answered. */
export interface Waiting {
  readonly command: Command;
  /** What it locks: the case, or the series that it opens a case in. */
  readonly place: string;
  settle(outcome: Outcome): void;
}

/** A group that meets another server's, or a server that starts anew, is tried so often, after longer and longer pauses. */
const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 25;
/**
 * A server that says nothing for so long is taken for lost: longer than a transaction of another server may stand still
 * and be waited for, and than anything we ask for takes.
 */
const NO_ANSWER_MS = 60_000;

/** Carries out groups of commands on connections of its own, and answers each command when its group is committed. */
export class Lane {
  private readonly pool: pg.Pool;

  constructor(
    url: string,
    connections: number,
    private readonly manner: Manner,
  ) {
    this.pool = new pg.Pool({ ...connection(url), max: connections, pipeline: true, query_timeout: NO_ANSWER_MS });
    // A connection that breaks tells of it twice; the statement that fails is the one that is listened to, and the pool
    // replaces a connection that nobody used.
    this.pool.on('error', () => undefined);
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  /**
   * Answers every command but those whose case another server holds, and gives these back. A group that cannot be
   * committed is carried out again: as it is when that may help, otherwise one by one, so that what is wrong with one
   * command is its own affair. Never rejects.
   */
  async carryOut(group: readonly Waiting[], attempt = 1, unknown = false): Promise<Waiting[]> {
    const tried = await this.attempt(group);
    if (!(tried instanceof GroupFailed)) return settled(group, tried);
    const rest = tried.unknown ? withKey(group) : group;
    if (rest.length === 0) return [];
    const { cause } = tried;
    // What one attempt left open no later one that failed has answered.
    const open = unknown || tried.unknown;
    const again = open || mayBeTriedAgain(cause);
    if (again && attempt < ATTEMPTS) {
      await setTimeout(FIRST_PAUSE_MS * 2 ** (attempt - 1));
      return this.carryOut(rest, attempt + 1, open);
    }
    if (again || rest.length === 1) {
      for (const waiting of rest) waiting.settle({ error: again ? new DatabaseAway(open, cause) : cause });
      return [];
    }
    const held: Waiting[] = [];
    for (const waiting of rest) held.push(...(await this.carryOut([waiting])));
    return held;
  }

  /** What became of each, or why nothing became of any. */
  private async attempt(group: readonly Waiting[]): Promise<Outcome[] | GroupFailed> {
    let client: pg.PoolClient | undefined;
    try {
      client = await this.pool.connect();
      const outcomes = await carryOutGroup(
        client,
        group.map(({ command }) => command),
        this.manner,
      );
      client.release();
      return outcomes;
    } catch (error) {
      const failed = error instanceof GroupFailed ? error : new GroupFailed(error, false);
      if (client) await giveBack(client, failed.cause);
      return failed;
    }
  }
}

async function giveBack(client: pg.PoolClient, error: unknown): Promise<void> {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch {
    client.release(isSevered(error) ? (error as Error) : true);
  }
}

function settled(group: readonly Waiting[], outcomes: readonly Outcome[]): Waiting[] {
  const held: Waiting[] = [];
  for (const [index, waiting] of group.entries()) {
    const outcome = outcomes[index] ?? { error: new Error('A command had no outcome.') };
    if (isHeld(waiting, outcome)) held.push(waiting);
    else waiting.settle(outcome);
  }
  return held;
}

const isHeld = ({ command }: Waiting, outcome: Outcome): boolean =>
  'error' in outcome && outcome.error instanceof CaseBusy && 'changes' in command && !command.options.ifFree;

/**
 * Those that may be carried out again though they may have been committed: whoever has a key is then answered from memory.
 * The others are told that nobody knows.
 */
function withKey(group: readonly Waiting[]): Waiting[] {
  const hasKey = ({ command }: Waiting) =>
    ('opens' in command ? command.opens : command.options).idempotency !== undefined;
  for (const waiting of group) if (!hasKey(waiting)) waiting.settle({ error: new DatabaseAway(true) });
  return group.filter(hasKey);
}
