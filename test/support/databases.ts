/**
 * The databases that Etapp runs on. What holds on one must hold on the other: `describe.each(databases)('on $name', …)`.
 * Nothing has to be started by hand.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { openStore } from '../../src/database/open-store.js';
import { onServer, postgresServer } from './postgres/server.js';

/** A kind of database. */
export interface TestDatabase {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** The address of a new, migrated database with nothing in it. */
  fresh(): Promise<string>;
}

const TEMPLATE = 'etapp_template';
const given = new Map<string, () => Promise<unknown>>();

/** Removes a database, or every one, that this test file was given. Close what is open on it first. */
export async function dropDatabases(url?: string): Promise<void> {
  for (const [one, drop] of [...given].filter(([one]) => url === undefined || one === url)) {
    given.delete(one);
    await drop();
  }
}

const sqlite: TestDatabase = {
  name: 'SQLite',
  async fresh() {
    const folder = mkdtempSync(join(tmpdir(), 'etapp-'));
    const url = `sqlite:${join(folder, 'etapp.db')}`;
    given.set(url, () => Promise.resolve(rmSync(folder, { recursive: true })));
    await migrate(url);
    return url;
  },
};

const postgresql: TestDatabase = {
  name: 'PostgreSQL',
  async fresh() {
    const server = await postgresServer();
    const name = `etapp_${randomUUID().replaceAll('-', '')}`;
    await onServer(`${server}postgres`, async (client) => {
      await prepareTemplate(server, client);
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
    });
    const drop = `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`;
    given.set(`${server}${name}`, () => onServer(`${server}postgres`, (client) => client.query(drop)));
    return `${server}${name}`;
  },
};

/** Every database, the embedded one first. */
export const databases: readonly TestDatabase[] = [sqlite, postgresql];

let chosen: TestDatabase = sqlite;

/** The database that suites work on which do not choose one themselves. */
export const chosenDatabase = (): TestDatabase => chosen;

/** Lets the suites that are imported after this work on another database. */
export function chooseDatabase(name: TestDatabase['name']): void {
  chosen = name === 'SQLite' ? sqlite : postgresql;
}

/** Migrates once for all test files; the lock lets the others wait for the first. */
async function prepareTemplate(server: string, client: pg.Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock(1)');
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
  if (rowCount === 0) {
    await client.query(`CREATE DATABASE ${TEMPLATE}_unfinished`);
    await migrate(`${server}${TEMPLATE}_unfinished`);
    await client.query(`ALTER DATABASE ${TEMPLATE}_unfinished RENAME TO ${TEMPLATE}`);
  }
  await client.query('SELECT pg_advisory_unlock(1)');
}

async function migrate(url: string): Promise<void> {
  const store = await openStore(url);
  await store.close();
}
