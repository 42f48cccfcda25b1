/** The PostgreSQL server of this run of the tests, started by the first test that asks for it. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

const PAUSE_MS = 20;
const MOST_PAUSES = 3000;

/** Where the server answers, `postgres://etapp@127.0.0.1:50123/`. Rejects when none can be started. */
export async function postgresServer(): Promise<string> {
  const folder = process.env['ETAPP_TEST_POSTGRES'];
  if (folder === undefined) throw new Error('ETAPP_TEST_POSTGRES is not set: run the tests with npm run jest.');
  if (claimed(join(folder, 'claim'))) startKeeper(folder);
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

function startKeeper(folder: string): void {
  const keeper = join(process.cwd(), 'test', 'support', 'postgres', 'keeper.mjs');
  const child = spawn(process.execPath, [keeper, folder, process.env['ETAPP_TEST_RUN'] ?? ''], {
    detached: true,
    stdio: 'ignore',
  });
  writeFileSync(join(folder, 'keeper'), String(child.pid));
  child.unref();
}
