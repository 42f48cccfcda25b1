/**
 * PostgreSQL crashes and starts again while processes record, read and sweep. Nobody is told of a fact that is lost, no fact
 * is there twice, and nothing needs to be started anew. If this broke, a database that is upgraded in the middle of the
 * day would cost a coordinator what was said that minute.
 */
import { setTimeout } from 'node:timers/promises';
import { demonstrationViewer } from '../../src/auth/viewer.js';
import { CasesService } from '../../src/cases/cases.service.js';
import { FactRow } from '../../src/cases/fact.entity.js';
import { openStore } from '../../src/database/open-store.js';
import type { Store } from '../../src/database/store.js';
import { DatabaseAway } from '../../src/database/write-errors.js';
import { problemDocument } from '../../src/http/problem-document.js';
import { NextActionsService } from '../../src/next-actions/next-actions.service.js';
import { StandingClock } from '../features/http/etapp-server.js';
import { library } from '../support/law.js';
import { onServer, type OwnServer, ownPostgresServer } from '../support/postgres/server.js';
import { faults } from './places.js';
import { type PlannedCase, start } from './processes.js';
import { Answers, planned } from './recorded.js';

const LONG = Number(process.env['ETAPP_PROPERTY_ROUNDS'] ?? 1) > 1;
const CRASHES = LONG ? 30 : 3;
const AT = Date.UTC(2026, 2, 2, 10);

let server: OwnServer;
let db: string;
beforeAll(async () => {
  server = await ownPostgresServer();
  db = `${server.url}etapp`;
  await onServer(`${server.url}postgres`, (client) => client.query('CREATE DATABASE etapp'));
  await (await openStore(db)).close();
}, 120_000);
afterAll(() => server.stop());

const answering = async (): Promise<void> => {
  for (let tries = 0; tries < 600; tries += 1) {
    try {
      return void (await onServer(db, (client) => client.query('SELECT 1')));
    } catch {
      await setTimeout(50);
    }
  }
  throw new Error('The database did not come back in half a minute.');
};

const opened = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
  const store = await openStore(db);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

test(
  `a database that crashes ${CRASHES} times under load loses no answered fact and doubles none`,
  async () => {
    const answers = new Answers();
    let unfinished: PlannedCase[] = [];
    let number = 0;
    for (let crashes = 0; crashes < CRASHES; crashes += 1) {
      while (unfinished.length < 16) unfinished.push(planned(number++));
      let told = 0;
      const halves = [0, 1].map((half) => unfinished.filter((_, i) => i % 2 === half));
      // A process that gives up because its database is away too long has told of what it was answered until then.
      const work = halves.map((cases) =>
        start({ does: 'record', db, at: AT, cases }, (line) => {
          answers.note(line);
          told += 1;
          if (told === 20 + 7 * crashes) server.crash();
        }),
      );
      await Promise.all(work.map(({ ended }) => ended));
      await answering();
      unfinished = unfinished.filter(answers.lacks);
    }
    const { ended } = start({ does: 'record', db, at: AT, cases: unfinished }, (line) => answers.note(line));
    expect((await ended).status).toBe(0);
    expect(answers.contradicted).toEqual([]);
    await opened(async (store) => {
      expect(await faults(store, AT)).toEqual([]);
      const stored = await store.dataSource.getRepository(FactRow).find();
      expect(stored.map(({ id }) => id).sort()).toEqual(answers.facts.sort());
    });
  },
  LONG ? 20 * 60_000 : 180_000,
);

test('a server whose database crashes answers 503 meanwhile, and goes on by itself', async () => {
  await opened(async ({ dataSource, writePath }) => {
    const clock = new StandingClock(AT);
    const cases = new CasesService(dataSource, writePath, library, clock);
    const next = new NextActionsService(dataSource, library, clock, writePath);
    const { id } = await cases.open(demonstrationViewer, { subject: 'deltagare', kommun: '0763' });
    server.crash();
    const statuses = new Set<number>();
    for (let i = 0; i < 200; i += 1) {
      const status = await next.list(demonstrationViewer, { case: id }).then(
        () => 200,
        (error: unknown) => problemDocument(error, '', library).status,
      );
      statuses.add(status);
      if (status === 200 && statuses.has(503)) break;
      await setTimeout(20);
    }
    expect([...statuses].filter((status) => status !== 200)).toEqual([503]);
    const { id: another } = await cases.open(demonstrationViewer, { subject: 'deltagare', kommun: '0763' });
    expect(another).not.toBe(id);
  });
}, 60_000);

test('a write that no database answers is turned away with 503, and nothing of it is stored', () => {
  const document = problemDocument(new DatabaseAway(false), '', library);
  expect([document.status, document.type]).toEqual([503, '/problem/unavailable']);
});
