// A process of its own for the tests to kill: it opens the database as the server does, works, and tells on standard
// output, a line at a time, what it has been answered. Written straight to the pipe, so that a line is there once it is said.
import 'reflect-metadata';
import { readFileSync, writeSync } from 'node:fs';
import { demonstrationViewer } from '../../dist/src/auth/viewer.js';
import { CasesService } from '../../dist/src/cases/cases.service.js';
import { Clock } from '../../dist/src/clock.js';
import { readConfig } from '../../dist/src/config.js';
import { openStore } from '../../dist/src/database/open-store.js';
import { loadLibrary } from '../../dist/src/library/library.js';
import { RemindersService } from '../../dist/src/reminders/reminders.service.js';

const task = JSON.parse(readFileSync(0, 'utf8'));
const tell = (line) => void writeSync(1, `${JSON.stringify(line)}\n`);

class StandingClock extends Clock {
  now() {
    return task.at;
  }
}

const once = (key) => ({ key, requestHash: key });

/** Opens each case and records its facts in order; the cases side by side. A key that was used before is answered again. */
async function record({ dataSource, writePath }, library, clock) {
  const cases = new CasesService(dataSource, writePath, library, clock);
  await Promise.all(
    task.cases.map(async ({ key, kommun, facts }) => {
      const opened = await cases.open(demonstrationViewer, { subject: 'deltagare', kommun, idempotency: once(key) });
      tell({ key, case: opened.id });
      for (const { key: of, ...fact } of facts) {
        const answer = await cases.record(demonstrationViewer, opened.id, fact, { idempotency: once(of) });
        tell({ key: of, case: opened.id, fact: answer.accepted ? answer.fact.id : null });
      }
    }),
  );
}

/** Sweeps once, and mails what is due. */
async function sweep({ dataSource, writePath }, library, clock) {
  const config = readConfig(task.environment);
  const log = { info: () => undefined, warn: (entry) => tell({ warning: entry }) };
  const service = new RemindersService(dataSource, writePath, library, config, clock, log);
  const { cases, created, sent, failed, failedCases } = await service.sweep(demonstrationViewer);
  tell({ cases, created, sent, failed, failedCases });
}

const library = loadLibrary();
const store = await openStore(task.db);
tell({ ready: true });
await { record, sweep }[task.does](store, library, new StandingClock());
await store.close();
