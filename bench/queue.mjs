// Who acts next over many demonstration cases: through the server, and the same rows by raw SQL, in one run.
import { join } from 'node:path';
import { SystemClock } from '../dist/src/clock.js';
import { demonstrationViewer } from '../dist/src/auth/viewer.js';
import { openStore } from '../dist/src/database/open-store.js';
import { sqliteHandle } from '../dist/src/database/data-source.js';
import { fillDemonstration } from '../dist/src/demo/fill-demonstration.js';
import { loadLibrary } from '../dist/src/library/library.js';
import { line, ms, now, timed } from './figures.mjs';
import { served } from './served.mjs';

export async function queueBench(folder, participants) {
  const library = loadLibrary();
  const clock = new SystemClock();
  const db = `sqlite:${join(folder, 'bench.db')}`;
  const store = await openStore(db);
  const start = now();
  const filled = await fillDemonstration(store, {
    library,
    clock,
    viewer: demonstrationViewer,
    participants,
    seed: 1,
    kommun: '0763',
    progress: (done) => process.stderr.isTTY && process.stderr.write(`\r  filling ${done} of ${participants} cases`),
  });
  if (process.stderr.isTTY) process.stderr.write('\r');
  const seconds = (now() - start) / 1000;
  console.log(`Queue over ${filled.cases} demonstration cases`);
  console.log(
    `  filled with ${filled.facts} facts in ${seconds.toFixed(0)} s (${(filled.facts / seconds).toFixed(0)} facts/s, generated, folded and stored)`,
  );
  // In a process of its own: the rubbish that filling left behind is not the server's.
  const server = await served(db, folder);
  const raw = sqliteHandle(store.dataSource);
  const open = raw.prepare('SELECT count(*) AS n FROM owed_steps').get().n;
  const get = async (query) => {
    const answer = await fetch(`${server.url}/api/v1/next-actions?${query}`);
    if (answer.status !== 200) throw new Error(await answer.text());
    await answer.json();
  };
  for (let i = 0; i < 50; i++) await get('limit=50');
  const sql = await timed(300, () => raw.prepare('SELECT * FROM owed_steps ORDER BY due, id LIMIT 50').all());
  const all = await timed(300, () => get('limit=50'));
  const party = await timed(300, () => get('limit=50&party=arbetsformedlingen&kommun=0763'));
  const late = await timed(300, () => get('limit=50&overdue=true'));
  console.log(`  ${open} open steps; over HTTP, 50 rows a page, while the first sweep may still be running`);
  line('raw SQL, first page', sql);
  line('GET next-actions, first page', all, `${(all.p50 / sql.p50).toFixed(1)} times the raw SQL`);
  line('GET next-actions, one party in one municipality', party);
  line('GET next-actions, late ones', late);
  const page = await timed(50, async () => {
    const answer = await fetch(`${server.url}/`);
    if (answer.status !== 200) throw new Error(String(answer.status));
    await answer.text();
  });
  line('GET / (the page)', page);
  const slowest = Math.max(all.max, party.max, late.max);
  const met = slowest <= 100 ? 'met' : 'missed';
  console.log(`  goal for next: 100 ms, ${met}; slowest seen ${ms(slowest)}\n`);
  server.stop();
  await store.close();
}
