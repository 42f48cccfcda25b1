// The standard workload over the public API, twenty facts a case: by itself, and beside the same statements behind a bare
// server that decides nothing.
import { Buffer } from 'node:buffer';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { journey } from '../dist/src/engine/journeys.js';
import { loadLibrary } from '../dist/src/library/library.js';
import { ms, now } from './figures.mjs';
import { listening, served } from './served.mjs';

const FACTS = 20;
const bare = fileURLToPath(new URL('bare-server.mjs', import.meta.url));

/** A hundred histories that began a year and a half ago, the first facts of each. */
export function histories() {
  const { registry, book } = loadLibrary();
  const day = (back) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
  const found = [];
  for (let seed = 1; found.length < 100; seed++) {
    const { facts } = journey({ registry, book, subject: 'deltagare', seed, from: day(550), until: day(1) });
    if (facts.length >= FACTS)
      found.push(facts.slice(0, FACTS).map(({ type, on, by, data }) => ({ type, on, by, data })));
  }
  return found;
}

export async function workloadBench(folder, cases) {
  const file = join(folder, 'workload.db');
  const server = await served(`sqlite:${file}`, folder);
  const { seconds, times, refused } = await drive(server.url, { facts: histories(), cases, atOnce: 16 });
  const resident = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? NaN) / 1024;
  server.stop();
  const rate = times.length / seconds;
  console.log(`Standard workload: ${cases} cases of ${FACTS} facts, 16 at a time over HTTP on SQLite`);
  console.log(
    `  ${rate.toFixed(0)} facts/s (goal 3,000, ${rate >= 3000 ? 'met' : `reached to ${((rate / 3000) * 100).toFixed(0)} %`})   p50 ${at(times, 0.5)}   p99 ${at(times, 0.99)}   ${refused} refused`,
  );
  console.log(
    `  ${(statSync(file).size / cases / 1024).toFixed(1)} kB a case on disk (goal 20)   ${resident.toFixed(0)} MB resident\n`,
  );
}

/** Etapp against a bare server with the same statements, at 16 and at 128 connections. */
export async function recordBench(folder, cases) {
  const [facts, written] = [histories(), join(folder, 'histories.json')];
  writeFileSync(written, JSON.stringify(facts));
  console.log(
    `Recording a fact end to end, ${cases} cases of ${FACTS} facts, against the same statements without Etapp`,
  );
  for (const atOnce of [16, 128]) {
    const rates = [];
    for (const start of [(db) => served(db, folder), (db) => listening(bare, [db, written])]) {
      const server = await start(`sqlite:${join(folder, `record-${atOnce}-${rates.length}.db`)}`);
      const { seconds, times, refused } = await drive(server.url, { facts, cases, atOnce });
      server.stop();
      if (refused > 0) throw new Error(`${refused} facts were refused: what is counted would not be recording.`);
      rates.push(times.length / seconds);
    }
    const [own, plain] = rates;
    const share = (own / plain) * 100;
    console.log(
      `  ${String(atOnce).padStart(3)} connections: ${own.toFixed(0)} facts/s, bare ${plain.toFixed(0)} facts/s: ${share.toFixed(0)} % (goal 70 %, ${share >= 70 ? 'met' : 'missed'})`,
    );
  }
  console.log();
}

const at = (times, share) => ms(times[Math.floor(times.length * share)]);

async function drive(url, { facts, cases, atOnce }) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
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
  await Promise.all(Array.from({ length: atOnce }, lane));
  const seconds = (now() - start) / 1000;
  agent.destroy();
  return { seconds, times: times.sort((a, b) => a - b), refused };
}
