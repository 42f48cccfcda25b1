/** A database in a file of its own with cases in it, on a day that the test decides, and what leaves it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import type { PlainDate } from '../../../machines/grammar/index.js';
import { demonstrationViewer } from '../../../src/auth/viewer.js';
import { CasesService } from '../../../src/cases/cases.service.js';
import { Clock } from '../../../src/clock.js';
import { readConfig } from '../../../src/config.js';
import { openStore } from '../../../src/database/open-store.js';
import type { Store } from '../../../src/database/store.js';
import { type Library, loadLibrary } from '../../../src/library/library.js';
import { RemindersService } from '../../../src/reminders/reminders.service.js';
import type { SweepOptions, SweepResult } from '../../../src/reminders/sweep.js';

export const library: Library = loadLibrary();
export const BORN = '1990-05-17';

/** A clock that stands still until it is set. */
class StandingClock extends Clock {
  private at = 0;

  now(): number {
    return this.at;
  }

  /** Noon of the day. */
  set(day: PlainDate): void {
    this.at = Date.parse(`${day}T11:00:00Z`);
  }

  pass(minutes: number): void {
    this.at += minutes * 60_000;
  }
}

/** A row of `reminders` as it is stored. */
export interface StoredReminder {
  process: string;
  state: string;
  due: string;
  level: string;
  recipient: string;
  status: string;
}

export interface Reminding {
  clock: StandingClock;
  store: Store;
  cases: CasesService;
  folder: string;
  log: object[];
  /** A connection of its own: it sees what is committed and nothing else. */
  outside: Database;
  /** A service as the environment sets it up. */
  service(environment?: Record<string, string>, library?: Library): RemindersService;
  /** Sweeps as of the clock's day, which is set when a day is given. */
  sweep(day?: PlainDate, options?: SweepOptions): Promise<SweepResult>;
  /** Opens a case and records facts, each on its own day, as time goes. */
  caseWith(facts: readonly Recorded[], kommun?: string): Promise<string>;
  record(caseId: string, fact: Recorded): Promise<void>;
  /** Stored reminders of a process, in the order in which their levels come. */
  stored(process?: string): StoredReminder[];
  /** The messages in the folder, by file name. */
  mails(): { name: string; text: string }[];
  write(name: string, text: string): string;
  version(caseId: string): number;
}

export type Recorded = readonly [type: string, on: PlainDate, data?: Record<string, unknown>];

/** Reception is due on Friday 13 March 2026: the reminders come on 11 and 27 February and on 10 and 13 March, and after. */
export const awaitingReception: readonly Recorded[] = [
  ['uppehallstillstand.beviljat', '2026-01-12', { grund: 'UtlL 5:1', route: 'anvisad', fodd: BORN }],
  ['bosattning.anvisad', '2026-01-20', { kommun: '0763', senast: '2026-03-13' }],
];

/** Enrolled, and the Employment Service is to examine whether the programme is for this person. */
export const awaitingExamination: readonly Recorded[] = [
  ['uppehallstillstand.beviljat', '2023-01-09', { grund: 'UtlL 5:1', route: 'eget-boende', fodd: BORN }],
  ['folkbokforing.registrerad', '2023-01-16'],
  ['arbetssokande.inskriven', '2023-01-23', { vag: 'digitalt' }],
];

const disposals: (() => Promise<void>)[] = [];

export const dispose = async (): Promise<void> => {
  for (const one of disposals.splice(0)) await one();
};

export async function reminding(): Promise<Reminding> {
  const folder = mkdtempSync(join(tmpdir(), 'etapp-reminders-'));
  const path = join(folder, 'etapp.db');
  const store = await openStore(`sqlite:${path}`);
  const clock = new StandingClock();
  const cases = new CasesService(store.dataSource, store.writePath, library, clock);
  const outside = new Sqlite(path, { readonly: true });
  const log: object[] = [];
  const keep = (entry: object) => void log.push(entry);
  disposals.push(async () => {
    outside.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const mailFolder = join(folder, 'utskick');
  const settings = { ETAPP_BASE_URL: 'https://etapp.example', ETAPP_MAIL_FOLDER: mailFolder };
  const service = (environment: Record<string, string> = {}, given = library) => {
    const config = readConfig({ ...settings, ...environment });
    return new RemindersService(store.dataSource, store.writePath, given, config, clock, { info: keep, warn: keep });
  };
  const usual = service();
  const record = async (caseId: string, [type, on, data = {}]: Recorded) => {
    clock.set(on);
    const recording = await cases.record(demonstrationViewer, caseId, { type, on, data });
    if (!recording.accepted) throw new Error(`${type} was refused: ${JSON.stringify(recording.refusal)}`);
  };
  return {
    clock,
    store,
    cases,
    folder,
    log,
    outside,
    service,
    record,
    sweep: (day, options = {}) => {
      if (day) clock.set(day);
      return usual.sweep(demonstrationViewer, options);
    },
    caseWith: async (facts, kommun = '0763') => {
      clock.set(facts[0]?.[1] ?? '2026-01-12');
      const { id } = await cases.open(demonstrationViewer, { subject: 'deltagare', kommun });
      for (const fact of facts) await record(id, fact);
      return id;
    },
    stored: (process) => {
      const rows = outside
        .prepare('SELECT * FROM reminders ORDER BY case_id, due, created_at, level')
        .all() as StoredReminder[];
      return rows.filter((row) => process === undefined || row.process === process);
    },
    mails: () => {
      const names = readdirSync(mailFolder, { withFileTypes: true })
        .map(({ name }) => name)
        .sort();
      return names.map((name) => ({ name, text: readFileSync(join(mailFolder, name), 'utf8') }));
    },
    write: (name, text) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    version: (caseId) => outside.prepare('SELECT version FROM cases WHERE id = ?').pluck().get(caseId) as number,
  };
}

export const levelsOf = (reminders: readonly { level: string; status: string }[]): string[] =>
  reminders.map(({ level, status }) => `${level} ${status}`);
