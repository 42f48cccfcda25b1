// Measures, never asserts: ratios within one run, on whatever machine this is. `npm run bench` builds first.
// `npm run bench -- 2000` takes another number of cases, `npm run bench -- --only fold,resume` some of the benches, `--full` the largest sizes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { coverageBench } from './coverage.mjs';
import { foldBench } from './fold.mjs';
import { proofsBench } from './proofs.mjs';
import { queueBench } from './queue.mjs';
import { resumeBench } from './resume.mjs';
import { scaleBench } from './scale.mjs';
import { recordBench, workloadBench } from './workload.mjs';

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' }, full: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const cases = Number(positionals[0] ?? 10_000);
const benches = {
  fold: foldBench,
  resume: resumeBench,
  workload: () => workloadBench(folder, Math.min(cases, 2_000)),
  record: () => recordBench(folder, Math.min(cases, 400)),
  scale: () => scaleBench(folder, values.full),
  proofs: proofsBench,
  coverage: coverageBench,
  queue: () => queueBench(folder, cases),
};
const chosen = values.only?.split(',') ?? Object.keys(benches);
const unknown = chosen.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}. There are ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'etapp-bench-'));
console.log(`Node ${process.versions.node}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}\n`);
try {
  for (const name of chosen) await benches[name]();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
