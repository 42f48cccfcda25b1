/** A server on a port of its own, over a database in a file of its own, on a day that the test decides. */
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import pg from 'pg';
import type { PlainDate } from '../../../machines/grammar/index.js';
import { Clock } from '../../../src/clock.js';
import { readConfig } from '../../../src/config.js';
import { openStore } from '../../../src/database/open-store.js';
import type { Store } from '../../../src/database/store.js';
import { type Library, loadLibrary } from '../../../src/library/library.js';
import { openLog } from '../../../src/logging.js';
import { type Server, startServer } from '../../../src/main.js';
import { chosenDatabase, dropDatabases } from '../../support/databases.js';

/** A clock that stands still until it is set. */
export class StandingClock extends Clock {
  constructor(private at: number) {
    super();
  }

  now(): number {
    return this.at;
  }

  setTo(instant: string): void {
    this.at = Date.parse(instant);
  }

  /** Noon of the day. */
  set(day: PlainDate): void {
    this.at = Date.parse(`${day}T11:00:00Z`);
  }
}

export interface Answer {
  status: number;
  type: string;
  headers: Headers;
  // The tests look into answers of many shapes; each says what it expects to find.
  body: Json;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;

export interface Etapp {
  url: string;
  server: Server;
  store: Store;
  clock: StandingClock;
  log: string[];
  /** On SQLite, a connection of its own: it sees what is committed and nothing else. */
  outside: Database;
  /** What is committed, read on a connection of its own with a statement that every database understands. */
  select(statement: string): Promise<Record<string, unknown>[]>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** How many rows of a table are committed; on SQLite. */
  rows(table: string): number;
  stop(): Promise<void>;
}

export const TODAY: PlainDate = '2026-03-02';
export const library: Library = loadLibrary();

export async function startEtapp(changes: { bodyLimit?: number; library?: Library } = {}): Promise<Etapp> {
  const folder = mkdtempSync(join(tmpdir(), 'etapp-http-'));
  const path = join(folder, 'data', 'etapp.db');
  const { library: given = library, ...values } = changes;
  const clock = new StandingClock(0);
  clock.set(TODAY);
  const log: string[] = [];
  const db = chosenDatabase().name === 'SQLite' ? `sqlite:${path}` : await chosenDatabase().fresh();
  const store = await openStore(db);
  const server = await startServer(
    {
      ...readConfig({ ETAPP_DB: db, ETAPP_PORT: '0', ETAPP_MAIL_FOLDER: join(folder, 'utskick') }),
      ...values,
    },
    { library: given, clock, store, log: openLog('trace', { write: (line) => void log.push(line) }), signals: false },
  );
  const { url } = server;
  const { outside, select, leave } = db.startsWith('sqlite:') ? lookInto(path) : askOf(db);
  return {
    url,
    server,
    store,
    clock,
    log,
    outside,
    select,
    get: (to, headers = {}) => ask(url + to, { headers }),
    post: (to, body, headers = {}) =>
      ask(url + to, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    rows: (table) => outside.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number,
    async stop() {
      await leave();
      await server.close();
      await dropDatabases(db);
      rmSync(folder, { recursive: true });
    },
  };
}

function lookInto(path: string) {
  const outside = new Sqlite(path, { readonly: true });
  const select = (statement: string) => Promise.resolve(outside.prepare(statement).all() as Record<string, unknown>[]);
  return { outside, select, leave: () => Promise.resolve(void outside.close()) };
}

function askOf(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const outside = new Proxy({} as Database, {
    get: () => {
      throw new Error('Only SQLite can be looked into at once; ask with select().');
    },
  });
  const select = async (statement: string) => (await pool.query<Record<string, unknown>>(statement)).rows;
  return { outside, select, leave: () => pool.end() };
}

async function ask(url: string, options: RequestInit): Promise<Answer> {
  const response = await fetch(url, options);
  const text = await response.text();
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  return {
    status: response.status,
    type,
    headers: response.headers,
    body: text ? JSON.parse(text) : undefined,
  };
}

/** A permit, as Migrationsverket grants it. */
export const permit = {
  type: 'uppehallstillstand.beviljat',
  on: '2026-02-02',
  data: { grund: 'UtlL 5:1', route: 'anvisad', fodd: '1990-05-17' },
};

/** Opens a case of a deltagare in Tingsryd and records the facts, one after the other. Gives the id. */
export async function openCase(etapp: Etapp, ...facts: object[]): Promise<string> {
  const opened = await etapp.post('/api/v1/cases', { subject: 'deltagare', kommun: '0763' });
  for (const fact of facts) {
    const { status, body } = await etapp.post(`/api/v1/cases/${opened.body.id}/facts`, fact);
    if (status !== 201) throw new Error(JSON.stringify(body));
  }
  return opened.body.id as string;
}
