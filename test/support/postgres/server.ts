/** The PostgreSQL server of this run of the tests, started by the first test that asks for it. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

const PAUSE_MS = 20;
const MOST_PAUSES = 3000;

/** Where the server answers, `postgres://etapp@127.0.0.1:50123/`. Rejects when none can be started. */
export async function postgresServer(): Promise<string> {
  const folder = process.env['ETAPP_TEST_POSTGRES'];
  if (folder === undefined) throw new Error('ETAPP_TEST_POSTGRES is not set: run the tests with npm run jest.');
  if (claimed(join(folder, 'claim'))) startKeeper(folder, process.env['ETAPP_TEST_RUN'] ?? '');
  return urlIn(folder);
}

/** A server that nobody else uses, so that it can be made to crash. */
export interface OwnServer {
  readonly url: string;
  /** Crashes as if it had been killed, and starts again at the same address; nobody waits for that. */
  crash(): void;
  /** Takes it down with its data. */
  stop(): void;
}

export async function ownPostgresServer(): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), 'etapp-postgres-own-'));
  const keeper = startKeeper(folder, String(process.pid));
  const url = await urlIn(folder);
  return { url, crash: () => void process.kill(keeper, 'SIGUSR2'), stop: () => void process.kill(keeper, 'SIGTERM') };
}

async function urlIn(folder: string): Promise<string> {
  for (let pauses = 0; pauses < MOST_PAUSES; pauses += 1) {
    if (existsSync(join(folder, 'url'))) return readFileSync(join(folder, 'url'), 'utf8');
    if (existsSync(join(folder, 'failure'))) throw new Error(readFileSync(join(folder, 'failure'), 'utf8'));
    await setTimeout(PAUSE_MS);
  }
  throw new Error('PostgreSQL did not start in a minute.');
}

/** Runs some statements on one of the server's databases, on a connection of their own. */
export async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether this process is the first one; all others wait for what the first one starts. */
function claimed(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/** Gives back the number of its process. */
function startKeeper(folder: string, run: string): number {
  const keeper = join(process.cwd(), 'test', 'support', 'postgres', 'keeper.mjs');
  const child = spawn(process.execPath, [keeper, folder, run], {
    detached: true,
    stdio: 'ignore',
  });
  writeFileSync(join(folder, 'keeper'), String(child.pid));
  child.unref();
  return child.pid ?? 0;
}
