// What is generated and proved over the machines, beside XState's own public functions over the same input in the same run.
import { initialTransition, transition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { fold } from '../dist/src/engine/fold.js';
import { lawOn } from '../dist/src/engine/law/law-on.js';
import { journey } from '../dist/src/engine/journeys.js';
import { explore } from '../dist/src/engine/space/state-space.js';
import { offers } from '../dist/src/engine/space/offers.js';
import { exampleCases } from '../dist/src/engine/law-use/example-cases.js';
import { exploreAll } from '../dist/src/engine/space/spaces.js';
import { tours } from '../dist/src/engine/tours/tours.js';
import { verify } from '../dist/src/engine/verify/verify.js';
import { loadLibrary } from '../dist/src/library/library.js';
import { line, ms, now, timed } from './figures.mjs';

const library = loadLibrary();
const { registry, book } = library;
const subject = 'deltagare';
const DAY = '2024-03-01';

export async function proofsBench() {
  console.log(`Generated from ${registry.processes.length} processes`);
  const [spaces, explored] = once(() => exploreAll({ registry, book }).spaces);
  const [generated, toured] = once(() => tours({ registry, book, subject, spaces, examples: exampleCases(library) }));
  await longest(generated.tours);
  await exploration();
  console.log(
    `  journeys: ${generated.tours.length} histories, ${generated.walked} transitions, ${generated.met} pairs of outcomes; ` +
      `${ms(explored.time)} to explore ${spaces.reduce((sum, s) => sum + s.situations.length, 0)} situations, ${ms(toured.time)} to walk, ` +
      `${explored.heap + toured.heap} MB heap`,
  );
  const again = once(() => generated.tours.map(({ position }) => plainly(position)))[1];
  console.log(`  the facts of these histories through public transition() alone: ${ms(again.time)}`);
  const [report, proved] = once(() => verify(library));
  console.log(
    `  verify: ${report.proofs.length} proofs, ${report.proofs.reduce((sum, p) => sum + p.checked, 0)} things checked, ${ms(proved.time)}, ${proved.heap} MB heap\n`,
  );
}

/** The longest of the histories: folded whole, and its facts through the public functions of every process. */
async function longest(all) {
  const seeded = Array.from({ length: 100 }, (_, i) =>
    journey({ registry, book, subject, seed: i + 1, from: '2020-01-01', until: '2026-06-01' }),
  );
  const { facts, position } = [...all, ...seeded].sort((a, b) => b.facts.length - a.facts.length)[0];
  const options = { registry, book, asOf: position.asOf };
  for (let i = 0; i < 30; i++) fold(subject, facts, options) && plainly(position);
  const own = await timed(100, () => fold(subject, facts, options));
  const plain = await timed(100, () => plainly(position));
  const rate = (times) => `${((100 * facts.length) / (times.sum / 1000)).toFixed(0)} facts/s`;
  line(`longest history, ${facts.length} facts, folded with dates and steps`, own, rate(own));
  line('its facts and time facts through public transition()', plain, rate(plain));
}

/** Every recorded and computed fact of a history offered to every machine that knows it; no dates, no steps. */
function plainly({ positions, unopened, applied }) {
  for (const { edition } of [...positions, ...unopened]) {
    const known = new Set(edition.machine.events);
    let [at] = initialTransition(edition.machine);
    for (const { type, on, fact } of applied) {
      if (!known.has(type)) continue;
      const event = { type, on, data: fact?.data ?? {}, law: lawOn(book, on) };
      if (at.status === 'active' && at.can(event)) [at] = transition(edition.machine, at, event);
    }
  }
  return true;
}

async function exploration() {
  const process = registry.process('etableringsprogrammet');
  const edition = process.editions[0];
  const events = offers(process, DAY, book, registry);
  const own = await timed(10, () => explore({ process, edition, on: DAY, offers: events, book }));
  const { situations } = explore({ process, edition, on: DAY, offers: events, book });
  const keep = process.background ?? [];
  const key = ({ value, context }) =>
    JSON.stringify([value, Object.keys(context).filter((name) => keep.includes(name) && context[name])]);
  let paths = 0;
  const library = await timed(3, () => {
    paths = getShortestPaths(edition.machine, { events, serializeState: key, limit: 50_000 }).length;
  });
  line(`etableringsprogrammet explored on one day, ${situations.length} situations`, own);
  line(`getShortestPaths over the same facts, ${paths} paths`, library, `${(library.p50 / own.p50).toFixed(1)} times`);
}

function once(work) {
  globalThis.gc?.();
  const [start, heap] = [now(), process.memoryUsage().heapUsed];
  const result = work();
  return [
    result,
    { time: now() - start, heap: Math.max(0, Math.round((process.memoryUsage().heapUsed - heap) / 1_048_576)) },
  ];
}
