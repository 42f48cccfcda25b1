/** The databases that durability is proved on. Another kind is another line in `places`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationViewer } from '../../src/auth/viewer.js';
import { Audit, type AuditReport } from '../../src/audit/audit.js';
import { CaseBook } from '../../src/cases/case-book.js';
import { dayInSweden } from '../../src/clock.js';
import { openStore } from '../../src/database/open-store.js';
import type { Store } from '../../src/database/store.js';
import { library } from '../support/law.js';

/** A database of its own, empty, and a folder beside it. */
export interface Place {
  db: string;
  folder: string;
  dispose(): void | Promise<void>;
}

export interface KindOfPlace {
  name: string;
  fresh(): Place | Promise<Place>;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'etapp-durable-'));

const sqlite: KindOfPlace = {
  name: 'SQLite',
  fresh() {
    const folder = newFolder();
    return { db: `sqlite:${join(folder, 'etapp.db')}`, folder, dispose: () => rmSync(folder, { recursive: true }) };
  },
};

export const places: readonly KindOfPlace[] = [sqlite];

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
