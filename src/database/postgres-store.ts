import pg from 'pg';
import { DataSource } from 'typeorm';
import { shownAddress } from './address.js';
import { connection, postgresOptions } from './postgres-data-source.js';
import { PostgresWritePath } from './postgres-write-path.js';
import type { Store } from './store.js';

/** Any number will do, as long as it is always this one: who has it may migrate. */
const MIGRATING = 820_2017;

/** Opens a database that exists. Throws, in Swedish and English, when it does not answer or cannot keep what it commits. */
export async function openPostgres(url: string): Promise<Store> {
  const dataSource = await answering(url, (gate) => migrated(url, gate));
  const writePath = new PostgresWritePath(url);
  const close = async () => {
    await writePath.close();
    if (dataSource.isInitialized) await dataSource.destroy();
  };
  return { dataSource, writePath, close };
}

/** Servers that start together migrate one after the other: TypeORM has no lock of its own. */
async function migrated(url: string, gate: pg.Client): Promise<DataSource> {
  await assertKeeps(gate);
  await gate.query('SELECT pg_advisory_lock($1)', [MIGRATING]);
  return new DataSource(postgresOptions(url)).initialize();
}

async function answering<T>(url: string, work: (gate: pg.Client) => Promise<T>): Promise<T> {
  const gate = new pg.Client(connection(url));
  // A connection that breaks while it waits tells of it twice; the rejection is the one that is listened to.
  gate.on('error', () => undefined);
  try {
    await gate.connect();
  } catch (error) {
    throw unreachable(url, error);
  }
  try {
    return await work(gate);
  } finally {
    await gate.end().catch(() => undefined);
  }
}

/** With `synchronous_commit` off an answered write can be lost with the power. */
async function assertKeeps(gate: pg.Client): Promise<void> {
  const { rows } = await gate.query<{ synchronous_commit: string }>('SHOW synchronous_commit');
  if (rows[0]?.synchronous_commit !== 'off') return;
  throw new Error(
    'Databasen har synchronous_commit = off och kan förlora besvarade uppgifter. Sätt on för Etapps databas. / ' +
      'The database has synchronous_commit = off and can lose answered writes. Set it to on for the database of Etapp.',
  );
}

function unreachable(url: string, error: unknown): Error {
  const { code, message } = error as { code?: string; message?: string };
  const why = message ? message : (code ?? String(error));
  const where = shownAddress(url);
  return new Error(
    `Databasen ${where} svarar inte (${why}). Se efter att den finns och är igång, och att ETAPP_DB stämmer. / ` +
      `The database ${where} does not answer (${why}). See that it exists and runs, and that ETAPP_DB is right.`,
    { cause: error },
  );
}
