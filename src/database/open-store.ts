import { addressOf } from './address.js';
import type { Store } from './store.js';

/**
 * Opens `sqlite:PATH`, making the folder and the file when they are missing, or `postgres://…`, whose database must
 * exist. Throws when the address is not understood or the database does not answer.
 */
export async function openStore(url: string): Promise<Store> {
  const address = addressOf(url);
  // Each driver is loaded when it is needed: a command on a file is not to wait for one that speaks to a server.
  if (address.kind === 'sqlite') return (await import('./sqlite-store.js')).openSqlite(address.path);
  return (await import('./postgres-store.js')).openPostgres(address.url);
}
