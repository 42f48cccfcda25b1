import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { connection } from './postgres-data-source.js';
import type { Committed } from './write-path.js';

/** The channel on which servers tell each other what they have committed. */
export const COMMITTED_CHANNEL = 'etapp_committed';

const BEAT_MS = 15_000;
const ANSWER_MS = 5_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** A notification holds less than 8,000 bytes; a change is some forty. */
const CHANGES_AT_A_TIME = 100;

type Message = { from: string; changes: readonly (readonly [caseId: string, kommun: string, owedChanged: 0 | 1])[] };

/** What is done about what is heard. */
export interface Hearing {
  committed(change: Committed): void;
  /** Commits of others may have gone by unheard. */
  missed(): void;
}

/**
 * Hears what other servers on the same PostgreSQL commit, on a connection of its own. It is a wake-up call and no more:
 * PostgreSQL keeps no notification for a connection that was away, so coming back is told as having missed something.
 */
export class CommitChannel {
  private readonly self = randomUUID();
  private client: pg.Client | undefined;
  private waiting: NodeJS.Timeout | undefined;
  private beat: NodeJS.Timeout | undefined;
  private pause = FIRST_PAUSE_MS;
  private ended = false;
  /** Whether there has been a time when nothing was heard. */
  private away = false;
  private started: Promise<void> | undefined;

  constructor(
    private readonly url: string,
    private readonly hearing: Hearing,
  ) {}

  /** Begins to listen, and does not give up. Resolves after the first attempt. */
  start(): Promise<void> {
    this.started ??= this.connect();
    return this.started;
  }

  private async connect(): Promise<void> {
    if (this.ended || this.client) return;
    const client = new pg.Client({ ...connection(this.url), query_timeout: ANSWER_MS });
    this.client = client;
    client.on('notification', ({ payload = '' }) => this.hear(payload));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${COMMITTED_CHANNEL}`);
      this.pause = FIRST_PAUSE_MS;
      this.beat = setInterval(() => void client.query('SELECT 1').catch(() => this.lost(client)), BEAT_MS).unref();
      if (this.away) this.hearing.missed();
      this.away = false;
    } catch {
      this.lost(client);
    }
  }

  async stop(): Promise<void> {
    this.ended = true;
    clearTimeout(this.waiting);
    clearInterval(this.beat);
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  /** The messages that tell others of the changes. */
  messages(changes: readonly Committed[]): string[] {
    const parts = Array.from({ length: Math.ceil(changes.length / CHANGES_AT_A_TIME) }, (_, part) =>
      changes.slice(part * CHANGES_AT_A_TIME, (part + 1) * CHANGES_AT_A_TIME),
    );
    return parts.map((part) => {
      const told = part.map(({ caseId, kommun, owedChanged }) => [caseId, kommun, owedChanged ? 1 : 0] as const);
      return JSON.stringify({ from: this.self, changes: told } satisfies Message);
    });
  }

  private hear(payload: string): void {
    const message = messageOf(payload);
    if (!message) return this.hearing.missed();
    if (message.from === this.self) return;
    for (const [caseId, kommun, owedChanged] of message.changes)
      this.hearing.committed({ caseId, kommun, owedChanged: owedChanged === 1 });
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.away = true;
    clearInterval(this.beat);
    client.end().catch(() => undefined);
    if (this.ended) return;
    this.waiting = setTimeout(() => void this.connect(), this.pause).unref();
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
  }
}

/** Somebody else may speak on the channel; what cannot be read is no message of ours. */
function messageOf(payload: string): Message | undefined {
  try {
    const message = JSON.parse(payload) as Partial<Message>;
    return Array.isArray(message.changes) && typeof message.from === 'string' ? (message as Message) : undefined;
  } catch {
    return undefined;
  }
}
