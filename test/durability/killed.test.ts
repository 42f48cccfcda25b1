/**
 * A server killed in the middle of many writes has, when it starts again, every fact it acknowledged exactly once. If
 * this broke, a coordinator would believe that something was recorded that no longer exists.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CaseBook } from '../../src/cases/case-book.js';
import { CaseRow } from '../../src/cases/case.entity.js';
import { FactRow } from '../../src/cases/fact.entity.js';
import { factOf, verifyRows } from '../../src/cases/fact-row.js';
import { SystemClock } from '../../src/clock.js';
import { openStore } from '../../src/database/open-store.js';
import type { Store } from '../../src/database/store.js';
import { OwedStepRow } from '../../src/next-actions/owed-step.entity.js';
import { library } from '../support/law.js';

const main = join(process.cwd(), 'dist/src/main.js');
const WRITES = 200;

interface Running {
  process: ChildProcess;
  url: string;
}

async function start(folder: string): Promise<Running> {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'],
      ETAPP_DB: `sqlite:${join(folder, 'etapp.db')}`,
      ETAPP_PORT: '0',
      ETAPP_MAIL_FOLDER: join(folder, 'utskick'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  for await (const line of createInterface({ input: child.stderr })) {
    const { url } = JSON.parse(line) as { url?: string };
    if (url) return { process: child, url };
  }
  throw new Error('The server ended before it answered.');
}

const kill = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGKILL');
  });

const post = async (
  url: string,
  body: unknown,
): Promise<{ status: number; body: { id: string; fact: { id: string } } }> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as never };
};

const permit = {
  type: 'uppehallstillstand.beviljat',
  on: '2024-01-10',
  data: { grund: 'UtlL 5:1', route: 'eget-boende', fodd: '1990-05-01' },
};

test('dist is built: npm test builds it first', () => expect(existsSync(main)).toBe(true));

describe(`SIGKILL during ${WRITES} concurrent writes`, () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'etapp-killed-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  // After how many answers the server is killed: early, in the middle, late.
  test.each([5, 80, 150])(
    'after %i answers every acknowledged fact is there exactly once',
    async (answersBefore) => {
      const first = await start(folder);
      const cases = await Promise.all(
        Array.from({ length: WRITES }, () =>
          post(`${first.url}/api/v1/cases`, { subject: 'deltagare', kommun: '0763' }),
        ),
      );
      const acknowledged: { id: string; case: string }[] = [];
      let dead: Promise<void> | undefined;
      await Promise.allSettled(
        cases.map(async ({ body }) => {
          const answer = await post(`${first.url}/api/v1/cases/${body.id}/facts`, permit);
          if (answer.status === 201) acknowledged.push({ id: answer.body.fact.id, case: body.id });
          if (acknowledged.length === answersBefore) dead ??= kill(first.process);
        }),
      );
      await (dead ?? kill(first.process));

      const second = await start(folder);
      await kill(second.process);
      const store = await openStore(`sqlite:${join(folder, 'etapp.db')}`);
      const facts = await store.dataSource.getRepository(FactRow).find({ order: { caseId: 'ASC', seq: 'ASC' } });
      const times = (id: string) => facts.filter((fact) => fact.id === id).length;
      expect(acknowledged.length).toBeGreaterThanOrEqual(answersBefore);
      expect(acknowledged.filter(({ id }) => times(id) !== 1)).toEqual([]);
      expect(await brokenCases(store, facts)).toEqual([]);
      await store.close();
    },
    60_000,
  );
});

/** Cases whose chain is broken, or whose owed steps differ from what a fresh fold of their facts gives. */
async function brokenCases({ dataSource }: Store, facts: readonly FactRow[]): Promise<string[]> {
  const book = new CaseBook(library);
  const rows = await dataSource.getRepository(CaseRow).find();
  const owed = await dataSource.getRepository(OwedStepRow).find();
  return rows.flatMap((row) => {
    const own = facts.filter((fact) => fact.caseId === row.id);
    const kept = owed
      .filter((step) => step.caseId === row.id)
      .map((step) => `${step.process}/${step.state}/${step.due}`);
    const position = book.fold({ row, facts: own.map(factOf) }, new SystemClock().today());
    const fresh = book.owed(row, position).map((step) => `${step.process}/${step.state}/${step.due}`);
    const same = JSON.stringify(kept.sort()) === JSON.stringify(fresh.sort());
    return verifyRows(own) === null && same ? [] : [row.id];
  });
}
