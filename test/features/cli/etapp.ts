/** The command line as a test uses it: a database of its own, a fixed day, what was written and how it ended. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatesView } from '../../../src/cases/explanation-view.js';
import { Clock } from '../../../src/clock.js';
import { run } from '../../../src/commands/run.js';
import { loadLibrary } from '../../../src/library/library.js';
import type { NextActionsPage } from '../../../src/next-actions/question.js';

export const TODAY = '2026-11-20';

class FixedClock extends Clock {
  constructor(private readonly at: number) {
    super();
  }
  now(): number {
    return this.at;
  }
}

const library = loadLibrary();
const folders: string[] = [];

export interface Ended {
  status: number;
  out: string;
  err: string;
}

/** One database and everything one says about it. */
export interface Desk {
  folder: string;
  etapp: (...argv: string[]) => Promise<Ended>;
  /** The one document on standard output. */
  json: <T>(...argv: string[]) => Promise<T>;
}

export interface DeskOptions {
  day?: string;
  env?: Record<string, string>;
  signal?: AbortSignal;
  folder?: string;
}

/** A desk with an empty database, or with that of another desk on another day. */
export function desk({ day = TODAY, env = {}, signal, folder = newFolder() }: DeskOptions = {}): Desk {
  const clock = new FixedClock(Date.parse(`${day}T09:00:00Z`));
  const etapp = async (...argv: string[]): Promise<Ended> => {
    const written = { out: '', err: '' };
    const status = await run(argv, {
      stdout: { write: (text) => (written.out += text) },
      stderr: { write: (text) => (written.err += text) },
      env: {
        ETAPP_DB: `sqlite:${join(folder, 'etapp.db')}`,
        ETAPP_LOG_LEVEL: 'silent',
        ETAPP_MAIL_FOLDER: join(folder, 'utskick'),
        ...env,
      },
      clock,
      library,
      ...(signal && { signal }),
    });
    return { status, ...written };
  };
  const json = async <T>(...argv: string[]): Promise<T> => JSON.parse((await etapp(...argv, '--json')).out) as T;
  return { folder, etapp, json };
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'etapp-cli-'));
  folders.push(folder);
  return folder;
}

export function clearDesks(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}

/** Opens a case with the permit of somebody who found a home alone, and gives back its number. */
export async function openCase({ etapp, json }: Desk): Promise<string> {
  const { id } = await json<{ id: string }>('open', '--subject', 'deltagare', '--kommun', '0763');
  const data = JSON.stringify({ grund: 'UtlL 5:1', route: 'eget-boende', fodd: '1990-05-01' });
  const { status } = await etapp('record', id, 'uppehallstillstand.beviljat', '--on', '2026-10-01', '--data', data);
  if (status !== 0) throw new Error('The permit could not be recorded.');
  return id;
}

/** A case of the demonstration that is in the programme with a plan, and whose window of 36 months has a last day. */
export async function caseInWindow({ json }: Desk): Promise<string> {
  const { actions } = await json<NextActionsPage>('next', '--process', 'etableringsprogrammet');
  for (const { state, case: id } of actions) {
    if (state !== 'vantarPaFornyadPlan') continue;
    const { dates } = await json<DatesView>('explain', id, 'etableringsprogrammet', '--date', 'fonsterslut');
    if (dates.length > 0) return id;
  }
  throw new Error('The demonstration has no case with a plan and a window.');
}
