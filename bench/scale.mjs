// Many cases: the list over a hundred thousand open steps or a million against raw SQL, a cold start, and a sweep. The
// rows are those of a small demonstration, over and over under other numbers.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demonstrationViewer } from '../dist/src/auth/viewer.js';
import { SystemClock } from '../dist/src/clock.js';
import { sqliteHandle } from '../dist/src/database/data-source.js';
import { openStore } from '../dist/src/database/open-store.js';
import { fillDemonstration } from '../dist/src/demo/fill-demonstration.js';
import { loadLibrary } from '../dist/src/library/library.js';
import { line, ms, now, timed } from './figures.mjs';
import { served } from './served.mjs';

const cli = fileURLToPath(new URL('../dist/src/cli.js', import.meta.url));
const ORIGINALS = 200;

export async function scaleBench(folder, full) {
  for (const steps of full ? [100_000, 1_000_000] : [100_000]) await listBench(folder, steps);
  await coldStartBench(folder, 100_000);
  await sweepBench(folder, full ? 100_000 : 4_000);
}

async function listBench(folder, wanted) {
  const db = join(folder, `list-${wanted}.db`);
  const raw = await multiplied(db, ({ steps }) => Math.ceil(wanted / steps), { facts: false });
  const server = await served(`sqlite:${db}`, folder);
  const get = async (query) => {
    const answer = await fetch(`${server.url}/api/v1/next-actions?${query}`);
    if (answer.status !== 200) throw new Error(await answer.text());
    await answer.json();
  };
  for (let i = 0; i < 50; i++) await get('limit=50');
  console.log(`Who acts next over ${count(raw, 'owed_steps')} open steps, first page of 50`);
  const one = "party = 'arbetsformedlingen' AND kommun = '0763'";
  for (const [what, query, where] of [
    ['all', 'limit=50', '1'],
    ['one party in one municipality', 'limit=50&party=arbetsformedlingen&kommun=0763', one],
  ]) {
    // The page tells how many there are in all, so the raw statements count as the server does.
    const page = raw.prepare(`SELECT * FROM owed_steps WHERE ${where} ORDER BY due, id LIMIT 51`);
    const total = raw.prepare(`SELECT count(*) FROM owed_steps WHERE ${where}`);
    const sql = await timed(300, () => [page.all(), total.get()]);
    const own = await timed(300, () => get(query));
    line(`raw SQL, ${what}`, sql);
    const met = own.p99 <= 50 ? 'met' : 'missed';
    line(
      `GET next-actions, ${what}`,
      own,
      `${(own.p50 / sql.p50).toFixed(1)} times raw (goal 2); p99 goal 50 ms, ${met}`,
    );
  }
  console.log();
  server.stop();
  raw.close();
}

async function coldStartBench(folder, cases) {
  const db = join(folder, 'cold.db');
  const raw = await multiplied(db, () => Math.ceil(cases / ORIGINALS), { facts: false });
  raw.close();
  const start = now();
  const server = await served(`sqlite:${db}`, folder);
  await (await fetch(`${server.url}/api/v1/next-actions?limit=50`)).json();
  const took = now() - start;
  server.stop();
  console.log(
    `Cold start with ${cases} cases of which none is due, to the first answered list: ${ms(took)} (goal 3 s, ${took <= 3000 ? 'met' : 'missed'})\n`,
  );
}

async function sweepBench(folder, cases) {
  const db = join(folder, 'sweep.db');
  const raw = await multiplied(db, () => Math.ceil(cases / ORIGINALS), { facts: true });
  const today = new SystemClock().today();
  raw.prepare('UPDATE cases SET next_boundary_on = ?').run(today);
  const due = count(raw, 'cases');
  raw.close();
  const command = (...argv) => {
    const start = now();
    const { status, stderr } = spawnSync(process.execPath, [cli, ...argv, '--json', '--db', `sqlite:${db}`], {
      env: { PATH: process.env.PATH, ETAPP_MAIL_FOLDER: join(folder, 'sweep-mail') },
      maxBuffer: 2 ** 30,
    });
    if (status !== 0) throw new Error(String(stderr));
    return (now() - start) / 1000;
  };
  // Starting the command is no part of the sweep, and would be multiplied with it.
  const startUp = command('agreements');
  const seconds = command('remind') - startUp;
  const forAll = (seconds / due) * 100_000;
  console.log(
    `Sweep of ${due} due cases, reminders written and mailed to a folder: ${seconds.toFixed(1)} s; ${forAll.toFixed(0)} s for 100,000 at that rate (goal 60 s, ${forAll <= 60 ? 'met' : `missed ${(forAll / 60).toFixed(1)} times over`})\n`,
  );
}

const count = (raw, table) => raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

/** A database with a demonstration so many times over. Without facts nothing can be computed anew, and nothing needs to be. */
async function multiplied(db, timesFor, { facts }) {
  const store = await openStore(`sqlite:${db}`);
  await fillDemonstration(store, {
    ...{ library: loadLibrary(), clock: new SystemClock(), viewer: demonstrationViewer },
    ...{ participants: ORIGINALS, seed: 1, kommun: '0763' },
  });
  const raw = sqliteHandle(store.dataSource);
  raw.pragma('foreign_keys = OFF');
  const times = timesFor({ steps: count(raw, 'owed_steps') });
  for (const [table, ids] of [
    ['cases', ['id']],
    ['owed_steps', ['id', 'case_id']],
    ...(facts ? [['facts', ['id', 'case_id']]] : []),
  ])
    multiply(raw, table, ids, times);
  raw.exec(`DELETE FROM owed_counters;
    INSERT INTO owed_counters (party, kommun, open) SELECT party, kommun, count(*) FROM owed_steps GROUP BY party, kommun`);
  if (!facts) raw.exec("UPDATE cases SET owed_until = '9999-12-31', next_boundary_on = NULL");
  raw.exec('ANALYZE');
  return { prepare: (text) => raw.prepare(text), close: () => store.close() };
}

function multiply(raw, table, ids, times) {
  const columns = raw.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all();
  const values = columns.map((name) => (ids.includes(name) ? `${name} || '-' || @k` : name));
  raw.exec(`CREATE TEMP TABLE originals AS SELECT * FROM ${table}`);
  const copy = raw.prepare(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM originals`);
  raw.transaction(() => {
    for (let k = 1; k < times; k++) copy.run({ k: String(k) });
  })();
  raw.exec('DROP TABLE originals');
}
