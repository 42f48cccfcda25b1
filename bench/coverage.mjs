// What it costs to hold an agreement against every path, and how that grows with the number of steps.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isStep } from '../dist/machines/grammar/index.js';
import { coverage } from '../dist/src/engine/coverage/coverage.js';
import { loadLibrary } from '../dist/src/library/library.js';
import { ms, now, timed } from './figures.mjs';

const ONCE = '--once';
if (process.argv[2] === ONCE) once(process.argv[3]);

export async function coverageBench() {
  const { agreements, registry, book, requirements } = loadLibrary();
  const options = { registry, book, requirements };
  console.log('Coverage');
  for (const { id, clauses } of agreements) {
    const { steps, time, peak, before } = JSON.parse(
      execFileSync(process.execPath, [fileURLToPath(import.meta.url), ONCE, id], { encoding: 'utf8' }),
    );
    console.log(
      `  ${id}, ${clauses.length} clauses, ${steps} rows, in a process of its own: ${ms(time)}, ` +
        `${peak} MB at most (${before} MB with the law alone)`,
    );
  }
  const agreement = agreements.reduce((most, one) => (one.clauses.length > most.clauses.length ? one : most));
  const fresh = days();
  const cold = (processes) =>
    median(5, () => cover(agreement, { ...options, registry: only(registry, processes), asOf: fresh() }));
  const all = registry.of('deltagare');
  cold(all);
  const whole = cold(all);
  const again = await timed(50, () => coverage(agreement, { ...options, asOf: '2026-11-21' }));
  console.log(
    `  again on the same day, the paths kept: p50 ${ms(again.p50)}, ${(whole / again.p50).toFixed(0)} times faster`,
  );
  const alone = all.map((process) => cold([process]));
  const sum = alone.reduce((a, b) => a + b, 0);
  console.log(
    `  all ${all.length} processes together against the sum of each alone: ${(whole / sum).toFixed(2)} times`,
  );
  const steps = [...registry.states.values()].filter(({ meta }) => isStep(meta));
  for (const share of [0.25, 0.5, 0.75, 1]) growth(share, { all, alone, steps, cold });
  console.log();
}

/** Every fourth process, every second, and so on, so that large and small are among them. */
function growth(share, { all, alone, steps, cold }) {
  const taken = (_, i) => Math.floor((i + 1) * share) > Math.floor(i * share);
  const processes = all.filter(taken);
  const time = cold(processes);
  const expected = alone.filter(taken).reduce((a, b) => a + b, 0);
  const asked = steps.filter(({ process }) => processes.includes(process)).length;
  console.log(
    `  ${String(processes.length).padStart(2)} processes, ${String(asked).padStart(3)} steps: ${ms(time).padStart(7)}, ` +
      `${ms(time / asked)} a step, ${(time / expected).toFixed(2)} of the sum of each alone`,
  );
}

/** The registry with these processes alone. */
const only = (whole, processes) => ({
  facts: whole.facts,
  states: new Map([...whole.states].filter(([, { process }]) => processes.includes(process))),
  of: () => processes,
});

/** A day that nobody has asked about, so that nothing is kept from before; the law is the same on all of them. */
function days() {
  let at = Date.UTC(2026, 5, 1);
  return () => new Date((at += 86_400_000)).toISOString().slice(0, 10);
}

function cover(agreement, options) {
  const start = now();
  coverage(agreement, options);
  return now() - start;
}

function median(runs, measure) {
  const times = Array.from({ length: runs }, measure).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)];
}

/** One agreement in a process that has done nothing else: how long, and how much memory at most. */
function once(id) {
  const { agreements, registry, book, requirements } = loadLibrary();
  const megabytes = () => Math.round(process.resourceUsage().maxRSS / 1024);
  const before = megabytes();
  const start = now();
  const { matrix } = coverage(
    agreements.find((one) => one.id === id),
    { registry, book, requirements, asOf: '2026-11-21' },
  );
  console.log(JSON.stringify({ steps: matrix.length, time: now() - start, before, peak: megabytes() }));
}
