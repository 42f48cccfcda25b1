// The standard workload over the public API: so many cases, twenty facts each, sixteen at a time from a thread of its own.
import { Buffer } from 'node:buffer';
import { statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { SystemClock } from '../dist/src/clock.js';
import { readConfig } from '../dist/src/config.js';
import { openStore } from '../dist/src/database/open-store.js';
import { journey } from '../dist/src/engine/journeys.js';
import { loadLibrary } from '../dist/src/library/library.js';
import { startServer } from '../dist/src/main.js';
import { ms, now } from './figures.mjs';

const FACTS = 20;
const AT_A_TIME = 16;

export async function workloadBench(folder, cases) {
  const library = loadLibrary();
  const clock = new SystemClock();
  const file = join(folder, 'workload.db');
  const store = await openStore(`sqlite:${file}`);
  const values = readConfig({
    ETAPP_DB: `sqlite:${file}`,
    ETAPP_PORT: '0',
    ETAPP_LOG_LEVEL: 'error',
    ETAPP_SWEEP_MINUTES: '1440',
    ETAPP_MAIL_FOLDER: join(folder, 'mail'),
  });
  const server = await startServer(values, { library, clock, store, signals: false });
  const { registry, book } = library;
  const facts = [];
  for (let seed = 1; facts.length < 100; seed++) {
    const of = journey({ registry, book, subject: 'deltagare', seed, from: '2022-01-01', until: '2025-06-01' }).facts;
    if (of.length >= FACTS) facts.push(of.slice(0, FACTS).map(({ type, on, by, data }) => ({ type, on, by, data })));
  }
  const work = { url: server.url, facts, cases };
  const { seconds, times, refused } = await new Promise((done, failed) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: work });
    worker.once('message', done);
    worker.once('error', failed);
  });
  const resident = process.memoryUsage().rss / 1_048_576;
  await server.close();
  times.sort((a, b) => a - b);
  const at = (share) => ms(times[Math.floor(times.length * share)]);
  console.log(`Standard workload: ${cases} cases of ${FACTS} facts, ${AT_A_TIME} at a time over HTTP on SQLite`);
  console.log(
    `  ${(times.length / seconds).toFixed(0)} facts/s (goal 3,000)   p50 ${at(0.5)}   p99 ${at(0.99)}   ${refused} refused`,
  );
  console.log(
    `  ${(statSync(file).size / cases / 1024).toFixed(1)} kB a case on disk (goal 20)   ${resident.toFixed(0)} MB resident\n`,
  );
}

if (!isMainThread) parentPort.postMessage(await drive(workerData));

async function drive({ url, facts, cases }) {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_A_TIME });
  const post = (path, body) =>
    new Promise((done, failed) => {
      const text = JSON.stringify(body);
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
      const asked = request(`${url}/api/v1/${path}`, { agent, method: 'POST', headers }, (answer) => {
        let read = '';
        answer.setEncoding('utf8').on('data', (part) => (read += part));
        answer.on('end', () => done({ status: answer.statusCode, body: read }));
      });
      asked.on('error', failed).end(text);
    });
  const ids = [];
  for (let i = 0; i < cases; i++) {
    const { status, body } = await post('cases', { subject: 'deltagare', kommun: '0763' });
    if (status >= 300) throw new Error(body);
    ids.push(JSON.parse(body).id);
  }
  const [times, start] = [[], now()];
  let [next, refused] = [0, 0];
  const lane = async () => {
    for (let i = next++; i < ids.length; i = next++)
      for (const fact of facts[i % facts.length]) {
        const sent = now();
        const { status } = await post(`cases/${ids[i]}/facts`, fact);
        times.push(now() - sent);
        if (status >= 300) refused++;
      }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  const seconds = (now() - start) / 1000;
  agent.destroy();
  return { seconds, times, refused };
}
