/** The databases that durability is proved on: each that Etapp runs on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationViewer } from '../../src/auth/viewer.js';
import { Audit, type AuditReport } from '../../src/audit/audit.js';
import { CaseBook } from '../../src/cases/case-book.js';
import { dayInSweden } from '../../src/clock.js';
import { openStore } from '../../src/database/open-store.js';
import type { Store } from '../../src/database/store.js';
import { databases, dropDatabases, type TestDatabase } from '../support/databases.js';
import { library } from '../support/law.js';

/** A database of its own, empty, and a folder beside it. */
export interface Place {
  db: string;
  folder: string;
  dispose(): Promise<void>;
}

export interface KindOfPlace {
  name: TestDatabase['name'];
  fresh(): Promise<Place>;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'etapp-durable-'));

/** Every kind, the embedded one first. */
export const places: readonly KindOfPlace[] = databases.map((database) => ({
  name: database.name,
  async fresh() {
    const [db, folder] = [await database.fresh(), newFolder()];
    const dispose = async () => {
      await dropDatabases(db);
      rmSync(folder, { recursive: true });
    };
    return { db, folder, dispose };
  },
}));

/** Opens the database for the time that the work takes. */
export async function opened<T>({ db }: Pick<Place, 'db'>, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(db);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** What an audit of the whole database, or of one case, finds wrong on the day of the instant. */
export async function faults({ dataSource }: Store, at: number, only?: string): Promise<AuditReport['findings']> {
  const audit = new Audit(dataSource, new CaseBook(library));
  return (await audit.run(demonstrationViewer, { today: dayInSweden(at), case: only })).findings;
}
